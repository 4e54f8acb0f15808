"""Whether Chinese can be typed: does the Qt that we run on have the plug-in of this desktop's input method?

The wheels of Qt bring the plug-in of ibus and not that of fcitx, and without it no Chinese can be typed at all
(hydrusnetwork/hydrus 1794, retext-project/retext 35). fcitx5 also speaks the protocol of ibus: there we fall back.
"""

import os
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo

from ui.filled import filled

PLUGIN_FOLDER = "platforminputcontexts"
MODULE_VARIABLE = "QT_IM_MODULE"
_FCITX = ("fcitx", "fcitx5")


class Lack(Enum):
    """What is missing for typing Chinese."""

    NOTHING = "nothing"
    INPUT_METHOD = "input_method"  # the desktop runs none
    PLUGIN = "plugin"  # it runs one that our Qt cannot talk to


@dataclass(frozen=True, slots=True)
class InputMethod:
    """The finding: `module` is what QT_IM_MODULE should be (empty: as it is), `wanted` what the desktop runs."""

    wanted: str
    module: str
    lack: Lack


def find_input_method(
    environment: Mapping[str, str], *, plugins: Collection[str], running: Collection[str], platform: str = sys.platform
) -> InputMethod:
    """What to do so that Chinese can be typed.

    Args:
        environment: of the session; QT_IM_MODULES, QT_IM_MODULE, XMODIFIERS, GTK_IM_MODULE, WAYLAND_DISPLAY are read.
        plugins: names of the files in Qt's folder of input plug-ins.
        running: names of programs that run, to tell fcitx5 from its forerunner, which does not speak ibus.
    """
    if not platform.startswith("linux"):
        return InputMethod("", "", Lack.NOTHING)
    wanted = _wanted(environment, running)
    if not wanted:
        talks_itself = bool(environment.get("WAYLAND_DISPLAY")) and not environment.get("DISPLAY")
        return InputMethod("", "", Lack.NOTHING if talks_itself else Lack.INPUT_METHOD)
    if _has_plugin(wanted, plugins):
        is_set = wanted in (environment.get(MODULE_VARIABLE), *environment.get("QT_IM_MODULES", "").split(";"))
        return InputMethod(wanted, "" if is_set else wanted, Lack.NOTHING)
    if wanted in _FCITX and _has_plugin("ibus", plugins) and "fcitx" not in running:
        return InputMethod(wanted, "ibus", Lack.NOTHING)
    return InputMethod(wanted, "", Lack.PLUGIN)


def _wanted(environment: Mapping[str, str], running: Collection[str]) -> str:
    """The input method of the session by its variables, else by what runs; empty: none."""
    modifiers = environment.get("XMODIFIERS", "")
    named = (
        *environment.get("QT_IM_MODULES", "").split(";"),
        environment.get(MODULE_VARIABLE, ""),
        modifiers.removeprefix("@im=") if modifiers.startswith("@im=") else "",
        environment.get("GTK_IM_MODULE", ""),
    )
    known = ("fcitx5", "fcitx", "ibus")
    by_name = next((name for name in named if name in known), "")
    return by_name or next((name for name in known if name in running or f"{name}-daemon" in running), "")


def _has_plugin(wanted: str, plugins: Collection[str]) -> bool:
    names = {f"lib{name}platforminputcontextplugin.so" for name in (_FCITX if wanted in _FCITX else (wanted,))}
    return not names.isdisjoint(plugins)


def installed_plugins() -> frozenset[str]:
    """The input plug-ins of the Qt that runs us."""
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / PLUGIN_FOLDER
    return frozenset(path.name for path in folder.glob("*.so"))


def running_programs() -> frozenset[str]:
    """Names of the programs that run here; empty where the system does not tell."""
    names = set()
    for path in Path("/proc").glob("[0-9]*/comm"):
        try:
            names.add(path.read_text("utf-8").strip())
        except OSError:
            continue  # ended meanwhile
    return frozenset(names)


def prepare() -> InputMethod:
    """Looks, and sets QT_IM_MODULE where that helps. Before QApplication is made: Qt reads it then."""
    found = find_input_method(os.environ, plugins=installed_plugins(), running=running_programs())
    if found.module:
        os.environ[MODULE_VARIABLE] = found.module
    return found


def advice(found: InputMethod) -> str:
    """One sentence for the clerk: what to install; empty if Chinese can be typed."""
    match found.lack:
        case Lack.NOTHING:
            return ""
        case Lack.INPUT_METHOD:
            return QCoreApplication.translate(
                "input_method",
                "No Chinese input method is running: install fcitx5 and fcitx5-chinese-addons"
                " (or ibus and ibus-libpinyin), then log in to the desktop again.",
            )
        case Lack.PLUGIN:
            sentence = QCoreApplication.translate(
                "input_method",
                "The input method %1 cannot reach this program: install fcitx5 and fcitx5-chinese-addons (or ibus and"
                " ibus-libpinyin), then log in to the desktop again.",
            )
            return filled(sentence, found.wanted)
