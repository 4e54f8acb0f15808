"""What a page looks like: writing on paper or a photograph, with colour that means something or without.

Shadow and the yellow of the lamp are taken off paper, so that it is white and the writing on it dark; a photograph is
left as it is.
"""

from dataclasses import dataclass
from enum import Enum

from PIL import Image, ImageChops, ImageFilter, ImageMath, ImageStat

_SMALL_PX = 288
"""Longest side of the picture that is judged by: about 25 dots an inch of A4."""

_WINDOW_STEPS = 24  # of one dot each way: what is darker over less than 49 dots (5 cm) is writing, more is shadow
_LEAST_GROUND = 56  # darker than that is no paper in a shadow
_WHITE = 214
_PAPER_SHARE = 0.62
_LEAST_LIT = 92
_LAMP = 80  # saturation of white paper under a warm bulb, of 255
_COLOUR = 44  # distance of the strongest from the weakest of red, green, blue
_COLOUR_SHARE = 0.0005  # 20 mm² of A4: the frame of a small name seal
_TONES_SHARE = 0.0012
_FAINT_SHARE = 0.0006


class Look(Enum):
    """How a page is kept."""

    INK = "ink"  # dark writing on white: black and white
    TONES = "tones"  # paper with pencil, soft letters or a grey picture on it
    COLOUR = "colour"  # paper with a seal or anything else in colour
    PHOTO = "photo"  # a photograph of something: grey if it has no colour


@dataclass(frozen=True, slots=True)
class Judged:
    """A page with its look; the picture of paper is white where nothing is written, `as_it_came` is not touched."""

    look: Look
    image: Image.Image
    as_it_came: Image.Image


def judged(page: Image.Image) -> Judged:
    """The page, evened out if it is paper, and how it looks. Modes 1, L and RGB."""
    if page.mode == "1":
        return Judged(Look.INK, page, page)
    small = _shrunk(page, _SMALL_PX)
    ground = _ground(small)
    if not _is_paper(_divided(small, ground), ground):
        return photographed(page)
    whole = _cleaned(_divided(page, ground.resize(page.size, Image.Resampling.BICUBIC)))
    if _has_colour(_shrunk(whole, 2 * _SMALL_PX)):
        return Judged(Look.COLOUR, whole, page)
    grey = whole.convert("L")
    return Judged(Look.INK if _is_ink(grey) else Look.TONES, grey, grey)


def photographed(page: Image.Image) -> Judged:
    """The page as a photograph, which nothing is taken off: a card has a face on it."""
    kept = page if _has_colour(_shrunk(page, 2 * _SMALL_PX)) else page.convert("L")
    return Judged(Look.PHOTO, kept, kept)


def coloured_parts(page: Image.Image) -> Image.Image:
    """White where the page is in colour, with a rim, black elsewhere."""
    if page.mode != "RGB":
        return Image.new("L", page.size)
    soft = page.filter(ImageFilter.BoxBlur(1))
    return _grown(_chroma(soft).point(lambda value: 255 if value > _COLOUR - 12 else 0), 2)


def toned_parts(grey: Image.Image) -> Image.Image:
    """White where a picture or a broad tone is, with a rim; letters are none, however soft their edges."""
    return _grown(_thick(_middle(grey), 3), 8)


def _grown(mask: Image.Image, by_px: int) -> Image.Image:
    # A mean over the neighbours costs the same for any width; the filters that look for the brightest do not.
    return mask.filter(ImageFilter.BoxBlur(by_px)).point(lambda value: 255 if value else 0)


def _thick(mask: Image.Image, by_px: int) -> Image.Image:
    return mask.filter(ImageFilter.BoxBlur(by_px)).point(lambda value: 255 if value == 255 else 0)


def _shrunk(page: Image.Image, longest: int) -> Image.Image:
    scale = longest / max(page.size)
    if scale >= 1:
        return page
    size = (max(1, round(page.width * scale)), max(1, round(page.height * scale)))
    return page.resize(size, Image.Resampling.BOX, reducing_gap=3.0)


def _ground(small: Image.Image) -> Image.Image:
    """The paper without what is written on it: closing, which unlike the brightest neighbour keeps a slope."""
    ground = small
    for _ in range(_WINDOW_STEPS):
        ground = ground.filter(ImageFilter.MaxFilter(3))
    for _ in range(_WINDOW_STEPS):
        ground = ground.filter(ImageFilter.MinFilter(3))
    return ground.filter(ImageFilter.GaussianBlur(4)).point(lambda value: max(value, _LEAST_GROUND))


def _divided(page: Image.Image, ground: Image.Image) -> Image.Image:
    """Each dot as a share of the paper under it."""
    bands = zip(page.split(), ground.split(), strict=True)
    return Image.merge(page.mode, [_share(dot, paper) for dot, paper in bands])


def _share(dot: Image.Image, paper: Image.Image) -> Image.Image:
    share: Image.Image = ImageMath.lambda_eval(
        lambda of: of["convert"](of["min"](of["dot"] * 255 / of["paper"], 255), "L"), dot=dot, paper=paper
    )
    return share


def _cleaned(flat: Image.Image) -> Image.Image:
    """Grain of the paper becomes white; nothing that could be a faint stroke does."""
    return flat.point(lambda value: min(255, round(value * 255 / 236)))


def _is_paper(flat: Image.Image, ground: Image.Image) -> bool:
    """Mostly white once shadows are off, lit well enough, and of no colour of its own beyond that of a lamp."""
    white = _share_of(flat.convert("L"), _WHITE, 255)
    lit = ImageStat.Stat(ground.convert("L")).mean[0]
    is_plain = ground.mode == "L" or _share_of(_saturation(ground), 0, _LAMP) > _PAPER_SHARE
    return white >= _PAPER_SHARE and lit >= _LEAST_LIT and is_plain


def _has_colour(page: Image.Image) -> bool:
    if page.mode != "RGB":
        return False
    # The mean of neighbours: grain and the coloured edges of a lens are gone, a seal is not.
    soft = page.filter(ImageFilter.BoxBlur(1))
    return _share_of(_chroma(soft), _COLOUR + 1, 255) > _COLOUR_SHARE


def _chroma(page: Image.Image) -> Image.Image:
    red, green, blue = page.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return ImageChops.subtract(most, ImageChops.darker(ImageChops.darker(red, green), blue))


def _saturation(page: Image.Image) -> Image.Image:
    return page.convert("HSV").getchannel("S")


def _is_ink(grey: Image.Image) -> bool:
    """Whether black and white loses nothing: no tones of a picture, no pencil, no faint seal."""
    middle = _middle(grey)
    if _share_of(_thick(middle, 2), 255, 255) > _TONES_SHARE:
        return False
    near_dark = _grown(grey.point(lambda value: 255 if value <= 110 else 0), 4)
    return _share_of(ImageChops.subtract(middle, near_dark), 255, 255) <= _FAINT_SHARE


def _middle(grey: Image.Image) -> Image.Image:
    return grey.point(lambda value: 255 if 76 < value < 208 else 0)


def _share_of(grey: Image.Image, least: int, most: int) -> float:
    counts = grey.histogram()
    return sum(counts[least : most + 1]) / sum(counts)
