"""Gathers the texts of the screen into one file for each area, and compiles them into the one that the program loads.

    python resources/translations/build.py            gather and compile
    python resources/translations/build.py compile    compile alone

English is the source; every text of ui/ belongs to exactly one area. A text that is gone leaves its file.
"""

import re
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]
LANGUAGE = "zh_CN"
COMPILED = f"yichuang_{LANGUAGE}.qm"

# Where the texts of an area come from, by path from the root; what no pattern names belongs to the shell.
AREAS = {
    "amend": r"ui/(pages/(case_amend_.*|practice_.*|settings_training.*)|practice_.*)",
    "guidance": r"ui/pages/(policy|policies|intermediary|intermediaries|case_guidance|intake/policy).*",
    "intake": r"ui/pages/intake.*",
    "sync": r"ui/(pages/(sync|todo|settle)_.*|status_.*|sync_.*|dialogs/stick_.*)",
    "statistics": r"ui/pages/statistics_.*",
    "delivery": r"ui/pages/(delivery|stuck|question)_.*",
    "cases": r"ui/(pages/case.*|print_.*|paper_.*|raster_.*|dialogs/.*|models/.*)",
    "catalogue": r"ui/pages/catalogue.*",
    "draws": r"ui/pages/draw_.*",
}
SHELL = "shell"


def area_of(path: str) -> str:
    """The area that a module of ui/ belongs to."""
    return next((area for area, pattern in AREAS.items() if re.fullmatch(pattern, path)), SHELL)


def sources(area: str) -> list[str]:
    """The modules of an area, by path from the root."""
    paths = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "ui").rglob("*.py"))
    return [path for path in paths if area_of(path) == area]


def catalogue_file(area: str) -> Path:
    """The file with the texts of an area."""
    return FOLDER / f"{area}.{LANGUAGE}.ts"


def areas() -> list[str]:
    """All areas that have any module, the shell first."""
    return [area for area in (SHELL, *AREAS) if sources(area)]


def gather(area: str, target: Path) -> None:
    """Brings the file of an area up to date with its modules; translations that are there stay."""
    names = [str(ROOT / path) for path in sources(area)]
    _tool("lupdate", "-no-obsolete", "-locations", "none", "-target-language", LANGUAGE, *names, "-ts", str(target))


def compile_all(target: Path) -> None:
    """Compiles every area into one file; texts that are not finished are left in English."""
    files = [str(catalogue_file(area)) for area in areas() if catalogue_file(area).exists()]
    _tool("lrelease", "-silent", "-nounfinished", *files, "-qm", str(target))


def _tool(name: str, *arguments: str) -> None:
    program = Path(sysconfig.get_path("scripts")) / f"pyside6-{name}"
    subprocess.run([str(program), *arguments], check=True, capture_output=True)


def main() -> None:
    """Gathers, then compiles."""
    if sys.argv[1:] != ["compile"]:
        for area in areas():
            gather(area, catalogue_file(area))
    with tempfile.TemporaryDirectory() as folder:
        compiled = Path(folder) / COMPILED
        compile_all(compiled)
        new = FOLDER / f".{COMPILED}.new"
        new.write_bytes(compiled.read_bytes())
        new.replace(FOLDER / COMPILED)  # a program that runs has the old file mapped: written over, it would crash


if __name__ == "__main__":
    main()
