"""A page as few bytes. Photographs lose what the eye does not miss; of writing every stroke is kept, in few tones.

Measured on printed forms with handwriting at 200 dots an inch: WebP with loss needs 95 to 155 KB and blurs small print;
without loss two tones need 48 KB, four 80 KB (70 at 170 dots), and the letters stay crisp.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageFilter

from desktop.imaging.paper import Judged, Look, coloured_parts, toned_parts

WANTED_BYTES = 78_000
"""What a page should not be larger than: ten seconds of a line of 64 kbit/s."""

MEDIA = "image/webp"
INK_BELOW = 150
TONES, PICTURE_TONES, COLOURS = 4, 14, 10
_GOOD, _FAIR, _LOW, _LOWEST = 62, 48, 36, 28
_EFFORT = {False: 4, True: 2}  # of 6, with and without loss: the last hundredths cost many times the time
_HALF_COSTS = 0.55
_STEP_COSTS = 0.86
_SHARES = (1.0, 0.85, 0.75)  # of the dots each way: 200, 170, 150 an inch


@dataclass(frozen=True, slots=True)
class Encoded:
    """The bytes of a page and what they are; `dpi` 0: its size on paper is not known."""

    content: bytes
    width_px: int
    height_px: int
    dpi: int
    media: str = MEDIA


def encoded(page: Judged, *, dpi: int) -> Encoded:
    """The page at this resolution; where it would be too large, with fewer dots, and at last the smallest there is."""
    smallest = None
    for found in _ways(page, dpi):
        if len(found.content) <= WANTED_BYTES:
            return found
        if smallest is None or len(found.content) < len(smallest.content):
            smallest = found
    assert smallest is not None
    return smallest


def _ways(page: Judged, dpi: int) -> Iterator[Encoded]:
    """From the best to the smallest."""
    if page.look is Look.INK:
        yield _without_loss(_ink(page.image), dpi)
    if not _is_dense(page.as_it_came):
        yield from _natural(page.as_it_came, dpi)
    if page.look is not Look.PHOTO:
        yield from _few(page.image, dpi)
    for share in _SHARES[1:]:
        for quality in (_LOW, _LOWEST):
            yield _with_loss(_scaled(page.as_it_came, share), quality, round(dpi * share))


def _few(image: Image.Image, dpi: int) -> Iterator[Encoded]:
    whole = _without_loss(_in_few_tones(image), dpi)
    yield whole
    # Each step of dots takes a seventh off; one that cannot be enough is not tried.
    shares = _SHARES[1:] if len(whole.content) * _STEP_COSTS <= WANTED_BYTES else _SHARES[2:]
    for share in shares:
        yield _without_loss(_in_few_tones(_scaled(image, share)), round(dpi * share))


def _is_dense(image: Image.Image) -> bool:
    """Much is written: tried on a quarter of the dots, because all of them take a second."""
    return len(_with_loss(_scaled(image, 0.5), _FAIR, 0).content) > WANTED_BYTES * _HALF_COSTS


def _natural(image: Image.Image, dpi: int) -> Iterator[Encoded]:
    fair = _with_loss(image, _FAIR, dpi)
    if len(fair.content) <= WANTED_BYTES:
        yield _with_loss(image, _GOOD, dpi)
    yield fair
    yield _with_loss(_scaled(image, _SHARES[1]), _FAIR, round(dpi * _SHARES[1]))


def _ink(image: Image.Image) -> Image.Image:
    return image if image.mode == "1" else image.point(lambda value: 255 if value >= INK_BELOW else 0)


def _in_few_tones(image: Image.Image) -> Image.Image:
    """Four greys for writing, more where a picture is, and colours where there are any."""
    grey = image.convert("L")
    few = grey.point(_steps(TONES))
    few.paste(grey.point(_steps(PICTURE_TONES)), mask=toned_parts(grey))
    if image.mode != "RGB":
        return few
    whole, parts = few.convert("RGB"), coloured_parts(image)
    whole.paste(_in_few_colours(image, parts), mask=parts)
    return whole


def _in_few_colours(image: Image.Image, parts: Image.Image) -> Image.Image:
    """The coloured parts in the colours that are most of them, without the grain that would cost bytes."""
    alone = Image.new("RGB", image.size, "white")
    alone.paste(image.filter(ImageFilter.BoxBlur(1)), mask=parts)
    box = parts.getbbox() or (0, 0, 1, 1)
    some = alone.crop(box)
    sample = some.resize((max(1, some.width // 3), max(1, some.height // 3)), Image.Resampling.NEAREST)
    palette = sample.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    alone.paste(some.quantize(palette=palette, dither=Image.Dither.NONE).convert("RGB"), box)
    return alone


def _steps(count: int) -> list[int]:
    most = count - 1
    return [round(round(value / 255 * most) * 255 / most) for value in range(256)]


def _scaled(image: Image.Image, share: float) -> Image.Image:
    if share == 1.0:
        return image
    grey = image.convert("L") if image.mode == "1" else image
    return grey.resize((round(image.width * share), round(image.height * share)), Image.Resampling.LANCZOS)


def _without_loss(image: Image.Image, dpi: int) -> Encoded:
    return _saved(image, dpi, lossless=True, quality=50)


def _with_loss(image: Image.Image, quality: int, dpi: int) -> Encoded:
    return _saved(image, dpi, quality=quality)


def _saved(image: Image.Image, dpi: int, *, quality: int, lossless: bool = False) -> Encoded:
    out = BytesIO()
    image.convert("RGB").save(out, "WEBP", method=_EFFORT[lossless], quality=quality, lossless=lossless)
    return Encoded(out.getvalue(), image.width, image.height, dpi)
