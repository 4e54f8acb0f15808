#!/usr/bin/env bash
# Sees that the system carries what Yichuang needs; installs through apt only what is really lacking.
#
#   .setup/system.sh headless|screen|test [--dry-run]
#
#   headless   the client without a display: reads, prints to files, the demonstration morning
#   screen     the client in a window
#   test       all of that, and what the tests look at papers and windows with
#   --dry-run  says what is missing and what would be done, and does nothing
#
# Exit 0: everything needed is there (optional packages may lack: one line says so). What the tests only wish for,
#         servers of their own and file systems of USB sticks, is installed where that is possible; without them those
#         tests say that they skip.
# Exit 1: something needed is missing and could not be installed; every missing package has been named.
set -u
here=$(cd "$(dirname "$0")" && pwd)
PATH="$PATH:/usr/sbin:/sbin" # ldconfig is there, and an ordinary user does not look there

# stage, how to see that it is there, Debian's package. A library is looked for by the name that Qt asks for, not by
# its package: other distributions, and libraries that came with something else, are then found as well.
NEEDS='
headless python                   python3-venv
headless libEGL.so.1              libegl1
headless libGL.so.1               libgl1
headless libfontconfig.so.1       libfontconfig1
headless libfreetype.so.6         libfreetype6
headless libdbus-1.so.3           libdbus-1-3
headless libxkbcommon.so.0        libxkbcommon0
headless libgthread-2.0.so.0      libglib2.0-0
headless libgssapi_krb5.so.2      libgssapi-krb5-2
headless libcups.so.2             libcups2
screen   libX11-xcb.so.1          libx11-xcb1
screen   libxcb-cursor.so.0       libxcb-cursor0
screen   libxcb-icccm.so.4        libxcb-icccm4
screen   libxcb-image.so.0        libxcb-image0
screen   libxcb-keysyms.so.1      libxcb-keysyms1
screen   libxcb-randr.so.0        libxcb-randr0
screen   libxcb-render-util.so.0  libxcb-render-util0
screen   libxcb-shape.so.0        libxcb-shape0
screen   libxcb-sync.so.1         libxcb-sync1
screen   libxcb-xfixes.so.0       libxcb-xfixes0
screen   libxcb-xkb.so.1          libxcb-xkb1
screen   libxkbcommon-x11.so.0    libxkbcommon-x11-0
screen   libwayland-cursor.so.0   libwayland-cursor0
test     make                     make
test     pdftotext                poppler-utils
test     zbarimg                  zbar-tools
test     Xvfb                     xvfb
optional lp                       cups-client
wish     cupsd                    cups
wish     lp                       cups-client
wish     /usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd  printer-driver-cups-pdf
wish     apache2                  apache2-bin
wish     memcached                memcached
wish     postgres                 postgresql
wish     mkfs.vfat                dosfstools
wish     fusefat                  fusefat
wish     mkfs.exfat               exfatprogs
wish     mount.exfat-fuse         exfat-fuse
'
stages() { # the stages that the asked one holds
    case $1 in
    headless) echo headless ;;
    screen) echo headless screen ;;
    test) echo headless screen test ;;
    esac
}

is_there() {
    case $1 in
    python) "$here/python.sh" >/dev/null ;;
    postgres) command -v postgres >/dev/null || [ -d /usr/lib/postgresql ] ;; # Debian keeps it off the path
    /*) [ -e "$1" ] ;;
    lib*) case $libraries in *"	$1 "*) ;; *) return 1 ;; esac ;;
    *) command -v "$1" >/dev/null ;;
    esac
}

missing() { # the packages of these stages that are not there, in the order of the table
    local libraries stage probe package
    libraries=$(ldconfig -p 2>/dev/null)
    printf '%s' "$NEEDS" | while read -r stage probe package; do
        case " $* " in *" $stage "*) is_there "$probe" || echo "$package" ;; esac
    done
}

as_root() { # what to put before a command to run it as root; fails where there is no way
    if [ "$(id -u)" = 0 ]; then
        return 0
    elif sudo -n true >/dev/null 2>&1 || { [ -t 0 ] && command -v sudo >/dev/null; }; then
        echo sudo # with a person at the keyboard it may ask for the password
    else
        return 1
    fi
}

install() { # root's prefix, then the packages
    local prefix=$1
    shift
    # An old list of packages only matters if the installation fails because of it, so a failed update is not the end.
    $prefix apt-get update -q || echo "The list of packages could not be renewed; going on with the one that is here." >&2
    $prefix env DEBIAN_FRONTEND=noninteractive apt-get install -q -y \
        -o DPkg::Lock::Timeout=300 --no-install-recommends "$@"
}

give_up() {
    echo "Missing: $*" >&2
    echo "Install them as root, then start again:" >&2
    echo "    apt-get install --no-install-recommends $*" >&2
    exit 1
}

grant_wishes() { # what the tests can do without; never an error
    local wished prefix package
    wished=$(missing wish)
    [ -n "$wished" ] || return 0
    wished=$(echo $wished)
    if [ -z "$1" ] && command -v apt-get >/dev/null && prefix=$(as_root); then
        echo "Installing for the tests: $wished"
        install "$prefix" $wished && return 0
        for package in $wished; do install "$prefix" "$package"; done # one that a distribution lacks keeps none back
        wished=$(missing wish)
        [ -n "$wished" ] || return 0
        wished=$(echo $wished)
    fi
    echo "Not here: $wished (the tests that need them are skipped)."
}

main() {
    local stage=${1:-} dry=${2:-} lacking optional prefix
    if [ -z "$(stages "$stage")" ] || { [ -n "$dry" ] && [ "$dry" != --dry-run ]; }; then
        sed -n '2,12s/^# \{0,1\}//p' "$0" >&2
        exit 2
    fi
    [ "$(uname -s)" = Linux ] || exit 0 # elsewhere the libraries come with the system or with the wheels
    lacking=$(missing $(stages "$stage"))
    if [ "$stage" = screen ]; then
        optional=$(missing optional)
        [ -z "$optional" ] || echo "Optional, not here: $(echo $optional) (needed only to print on a system printer)."
    fi
    [ -n "$lacking" ] || { [ "$stage" != test ] || grant_wishes "$dry"; exit 0; }
    lacking=$(echo $lacking) # one line
    { command -v apt-get >/dev/null && prefix=$(as_root); } || give_up $lacking
    if [ -n "$dry" ]; then
        echo "Would install: $lacking"
        exit 0
    fi
    echo "Installing what the system lacks: $lacking"
    install "$prefix" $lacking || give_up $lacking
    lacking=$(missing $(stages "$stage"))
    [ -z "$lacking" ] || {
        case " $lacking " in *python3-venv*)
            echo "Python 3.11 or newer is needed, here is $(python3 --version 2>&1). PYTHON=/path/to/python names another one." >&2 ;;
        esac
        give_up $lacking
    }
    [ "$stage" != test ] || grant_wishes "$dry"
}

main "$@"
