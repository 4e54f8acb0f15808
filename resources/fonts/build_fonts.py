"""Make the font files of this folder again from their published sources: `python resources/fonts/build_fonts.py`.

Needs npm, apt-get and dpkg-deb on the PATH, fontTools and a network; nothing else of the program imports this module.
The same sources and the same fontTools give the same bytes: a folder made anew without a change shows no difference.
"""

import hashlib
import json
import lzma
import subprocess
import tarfile
import tempfile
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from resources.fonts import outline

HERE = Path(__file__).parent
SHARD_BITS = 11
"""A shard holds one block of 2,048 code points: opened in about 25 ms when the first of its characters is printed."""

# What a counter prints beside Han characters: letters with tones, numbers in all forms, rules, marks, full-width forms.
SYMBOL_BLOCKS = (
    (0x0020, 0x052F),  # Latin, tones of pinyin, Greek, Cyrillic
    (0x1E00, 0x1EFF),  # letters of Zhuang and pinyin with two marks
    (0x2000, 0x2BFF),  # punctuation, currency, units, Roman numerals, arrows, mathematics, ①, box drawing, □ ○ ★ ✓
    (0x3000, 0x312F),  # CJK punctuation, kana, bopomofo
    (0x3200, 0x33FF),  # ㈠ ㎡ ㎜
    (0xFB00, 0xFB06),
    (0xFE10, 0xFE6F),
    (0xFF00, 0xFFEF),  # full-width forms
)

# The planes beyond the first in GB 18030-2022, level 3; the sources have no further Han characters there.
EXTENSIONS_B_TO_F = ((0x20000, 0x2A6D6), (0x2A700, 0x2B734), (0x2B740, 0x2B81D), (0x2B820, 0x2CEA1), (0x2CEB0, 0x2EBE0))


@dataclass(frozen=True, slots=True)
class Source:
    """One published package of a registry, npm or Debian: pinned by version and by the SHA-256 of its archive."""

    registry: str
    package: str
    version: str
    sha256: str
    licence: str


@dataclass(frozen=True, slots=True)
class BaseFace:
    """One face that is shipped whole: `path` in its source's archive, `family` and `style` as the screen names it."""

    face: str
    source: Source
    path: str
    family: str
    style: str


@dataclass(frozen=True, slots=True)
class RareSource:
    """Where rare characters come from: `letter` marks the files, `grid` is the units of an em, 0 as in the source."""

    letter: str
    source: Source
    path: str
    characters: tuple[tuple[int, int], ...]
    grid: int


SERIF = Source(
    "npm",
    "@expo-google-fonts/noto-serif-sc",
    "0.4.3",
    "ff6bcf5ba68d92dfecc05544bb150f9e724741a932354a0dd97e7289c40a3f5e",
    "OFL-NotoSerifSC.txt",
)
SANS = Source(
    "npm",
    "@expo-google-fonts/noto-sans-sc",
    "0.4.3",
    "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59",
    "OFL-NotoSansSC.txt",
)
HANAZONO = Source(
    "Debian",
    "fonts-hanazono",
    "20170904-2.1",
    "a6943366b4f5a6cec34221f8b4eb22555a628f0ee6ef4e3d3401cabe9363aeae",
    "LICENCE-Hanazono.txt",
)
BASE_FACES = (
    BaseFace("serif", SERIF, "package/400Regular/NotoSerifSC_400Regular.ttf", "Yichuang Serif", "Regular"),
    BaseFace("serif-bold", SERIF, "package/700Bold/NotoSerifSC_700Bold.ttf", "Yichuang Serif", "Bold"),
    BaseFace("sans", SANS, "package/400Regular/NotoSansSC_400Regular.ttf", "Yichuang Sans", "Regular"),
    BaseFace("sans-bold", SANS, "package/700Bold/NotoSansSC_700Bold.ttf", "Yichuang Sans", "Bold"),
)

EVERYTHING = ((0, 0x10FFFF),)
# In order: what an earlier one has is not taken from a later one.
RARE_SOURCES = (
    RareSource("s", SERIF, BASE_FACES[0].path, EVERYTHING, grid=0),
    RareSource("g", SANS, BASE_FACES[2].path, EVERYTHING, grid=0),
    RareSource("h", HANAZONO, "./usr/share/fonts/truetype/hanazono/HanaMinB.ttf", EXTENSIONS_B_TO_F, grid=512),
)


def base_characters() -> set[int]:
    """The 8105 characters of the national list and the symbols."""
    listed = (HERE / "tongyong_guifan_8105.txt").read_text("utf-8").split("\n")
    characters = {int(line, 16) for line in listed if line and not line.startswith("#")}
    if len(characters) != 8105:
        raise SystemExit(f"tongyong_guifan_8105.txt: {len(characters)} characters")
    return characters | {code for first, last in SYMBOL_BLOCKS for code in range(first, last + 1)}


def fetch(source: Source, folder: Path) -> Path:
    """The archive of the package, checked against its pinned SHA-256."""
    archive = {"npm": fetch_npm, "Debian": fetch_debian}[source.registry](source, folder)
    if hashlib.sha256(archive.read_bytes()).hexdigest() != source.sha256:
        raise SystemExit(f"{source.package} {source.version}: SHA-256 is not the pinned one")
    return archive


def fetch_npm(source: Source, folder: Path) -> Path:
    """The archive as npm packs it."""
    command = ["npm", "pack", f"{source.package}@{source.version}", "--silent", "--pack-destination", str(folder)]
    name = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    return folder / name


def fetch_debian(source: Source, folder: Path) -> Path:
    """The package as apt downloads it; it is not installed."""
    command = ["apt-get", "download", "--quiet", f"{source.package}={source.version}"]
    subprocess.run(command, check=True, capture_output=True, cwd=folder)
    return next(folder.glob(f"{source.package}_*.deb"))


def member(archive: Path, path: str) -> bytes:
    """One file out of the archive."""
    data = archive.read_bytes()
    if archive.suffix == ".deb":
        data = subprocess.run(["dpkg-deb", "--fsys-tarfile", archive], check=True, capture_output=True).stdout
    with tarfile.open(fileobj=BytesIO(data)) as tar:
        found = tar.extractfile(path)
        if found is None:
            raise SystemExit(f"{archive.name}: no {path}")
        return found.read()


def cut(
    font_file: bytes, characters: Collection[int], *, family: str, style: str, grid: int = 0
) -> tuple[bytes, list[int]]:
    """A font with only these characters, no hints, no layout features; and the characters it really has.

    With a grid, its outlines are put on that many units an em and freed of points that lie on a line.

    The PostScript name is made unique: reportlab takes two faces of one PostScript name for the same font, and the
    second one prints as boxes.
    """
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 6, 13, 14]
    options.drop_tables = [*options.drop_tables, "vhea", "vmtx", "VORG", "STAT", "BASE", "DSIG", "FFTM"]
    font = TTFont(BytesIO(font_file), recalcTimestamp=False)
    present = sorted(set(characters) & set(font.getBestCmap()))
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=present)
    subsetter.subset(font)
    if grid:
        outline.coarsen(font, grid)
    rename(font, family=family, style=style)
    out = BytesIO()
    font.save(out)
    return out.getvalue(), present


def rename(font: TTFont, *, family: str, style: str) -> None:
    """Our own family name: the licence reserves the name of the sources, and two fonts must not share one."""
    names = {
        1: family,
        2: style,
        3: f"{family} {style}",
        4: f"{family} {style}",
        6: f"{family}-{style}".replace(" ", ""),
    }
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]


def ranges(characters: Iterable[int]) -> str:
    """Sorted code points as hexadecimal ranges: `3400-3446 344B`."""
    runs: list[list[int]] = []
    for code in sorted(characters):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return " ".join(f"{first:X}-{last:X}" if first != last else f"{first:X}" for first, last in runs)


def entry(name: str, data: bytes, characters: list[int], source: Source) -> dict[str, str]:
    """Write the file; return its line of the index."""
    (HERE / name).write_bytes(data)
    return {
        "file": name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "source": f"{source.registry} {source.package} {source.version}",
        "licence": source.licence,
        "characters": ranges(characters),
    }


def build_base(archives: dict[Source, Path]) -> tuple[dict[str, dict[str, str]], set[int]]:
    """The faces that are shipped whole; and what the serif, which stands in for all of them, has."""
    faces: dict[str, dict[str, str]] = {}
    serif: set[int] = set()
    wanted = base_characters()
    for base in BASE_FACES:
        data, present = cut(member(archives[base.source], base.path), wanted, family=base.family, style=base.style)
        faces[base.face] = entry(f"{base.face}.ttf", data, present, base.source)
        if base.face == "serif":
            serif = set(present)
    return faces, serif


def build_shards(archives: dict[Source, Path], covered: set[int]) -> list[dict[str, str]]:
    """What the sources have beyond the base, by blocks of code points; an earlier source wins."""
    shards = []
    covered = set(covered)
    for rare in RARE_SOURCES:
        font_file = member(archives[rare.source], rare.path)
        wanted = {code for first, last in rare.characters for code in range(first, last + 1)}
        rest = (wanted & set(TTFont(BytesIO(font_file), lazy=True).getBestCmap())) - covered
        covered |= rest
        for block in sorted({code >> SHARD_BITS for code in rest}):
            name = f"{rare.letter}{block:03X}"
            data, present = cut(
                font_file,
                [code for code in rest if code >> SHARD_BITS == block],
                family=f"Yichuang Rare {name}",
                style="Regular",
                grid=rare.grid,
            )
            packed = lzma.compress(data, preset=9 | lzma.PRESET_EXTREME)
            shards.append(entry(f"rare/rare-{name}.ttf.xz", packed, present, rare.source))
    return shards


def build() -> None:
    """Fetch, cut, write the files and index.json."""
    (HERE / "rare").mkdir(exist_ok=True)
    for old in (HERE / "rare").glob("*.xz"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        archives = {source: fetch(source, Path(folder)) for source in (SERIF, SANS, HANAZONO)}
        faces, serif = build_base(archives)
        shards = build_shards(archives, serif)
    index = {"faces": faces, "rare": shards}
    (HERE / "index.json").write_text(json.dumps(index, ensure_ascii=False, indent=1) + "\n", "utf-8")
    size = sum((HERE / line["file"]).stat().st_size for line in [*faces.values(), *shards])
    print(f"{len(faces)} faces, {len(shards)} rare shards, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    build()
