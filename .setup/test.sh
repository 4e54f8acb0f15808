#!/usr/bin/env bash
# Runs pytest with its temporary folders in memory, where there is enough of it: thousands of windows are set up in the
# tests, and each waits for the disk seven times. Elsewhere they lie where the system puts them.
#
#   .setup/test.sh PYTEST [ARGUMENTS...]
set -u
memory=/dev/shm
least_kb=$((4 * 1024 * 1024))

folder=
if free_kb=$(df -kP "$memory" 2>/dev/null | awk 'NR == 2 { print $4 }') && [ "${free_kb:-0}" -ge "$least_kb" ]; then
    folder=$(mktemp -d -p "$memory") || folder=
fi
if [ -n "$folder" ]; then
    trap 'rm -rf "$folder"' EXIT
    printf '#!/bin/sh\n' >"$folder/probe" && chmod 755 "$folder" "$folder/probe"
    if "$folder/probe" 2>/dev/null; then # some systems let no program run from there, and tests put some
        export TMPDIR="$folder"
    fi
fi
"$@"
