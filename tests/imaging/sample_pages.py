"""Pages as they come to a counter, made up: a printed form, handwriting, a seal, a card, a sheet under a camera."""

import random
from io import BytesIO
from math import cos, pi, sin

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from desktop.paths import resource

A4_MM = (210, 297)
ROWS = ("姓名", "公民身份号码", "住址", "联系电话", "申请事项", "林地坐落（小地名）", "树种与蓄积", "申请理由")
CARD_ROWS = (
    ("姓名", "王示例"),
    ("性别", "女　民族 壮"),
    ("出生", "1985 年 3 月 7 日"),
    ("住址", "示例县示例镇示例村示例屯1号"),
)
SMALL = "本人承诺所填内容和所交材料真实、完整、有效，如有不实，愿承担相应法律责任。示例文字，仅供测试，不代表任何人。"


def font(size_mm: float, dpi: int, name: str = "serif.ttf") -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(resource("fonts", name)), max(6, round(size_mm * dpi / 25.4)))


class Sheet:
    """White paper measured in millimetres."""

    def __init__(self, dpi: int, size_mm: tuple[int, int] = A4_MM, ground: tuple[int, int, int] = (255, 255, 255)):
        self.dpi = dpi
        self.image = Image.new("RGB", (self.px(size_mm[0]), self.px(size_mm[1])), ground)
        self.draw = ImageDraw.Draw(self.image)

    def px(self, mm: float) -> int:
        return round(mm * self.dpi / 25.4)

    def text(self, x: float, y: float, text: str, size_mm: float, ink: str = "black", name: str = "serif.ttf") -> None:
        self.draw.text((self.px(x), self.px(y)), text, font=font(size_mm, self.dpi, name), fill=ink)

    def line(self, *points: tuple[float, float], width_mm: float = 0.25, ink: str = "black") -> None:
        at = [(self.px(x), self.px(y)) for x, y in points]
        self.draw.line(at, fill=ink, width=max(1, self.px(width_mm)), joint="curve")


def form(dpi: int = 300, *, with_small_print: bool = True) -> Sheet:
    """A printed form, body in 16 pt, small print in 9 pt (3.2 mm) as on the back of real ones."""
    sheet = Sheet(dpi)
    sheet.text(66, 22, "林木采伐许可申请表", 8)
    for number, row in enumerate(ROWS):
        top = 44 + number * 17
        sheet.line((22, top), (188, top))
        sheet.text(25, top + 5, row, 5)
    sheet.line((22, 180), (188, 180))
    for x in (22, 80, 188):
        sheet.line((x, 44), (x, 180))
    if with_small_print:
        for line in range(16):
            sheet.text(22, 188 + line * 5.2, SMALL[line % 7 :][:50], 3.2)
    return sheet


def written(sheet: Sheet, ink: str = "#141428", seed: int = 7) -> Sheet:
    """Handwriting in every field: strokes of a pen, thin where it is lifted."""
    chance = random.Random(seed)
    for number in range(len(ROWS)):
        for letter in range(9):
            x, y = 86 + letter * 9.5, 54 + number * 17
            for _ in range(5):
                start = (x + chance.uniform(-3, 3), y + chance.uniform(-4, 4))
                middle = (start[0] + chance.uniform(-3, 3), start[1] + chance.uniform(-2, 4))
                end = (middle[0] + chance.uniform(-3, 3), middle[1] + chance.uniform(-2, 3))
                sheet.line(start, middle, end, width_mm=chance.uniform(0.3, 0.6), ink=ink)
    return sheet


def sealed(sheet: Sheet, *, x: float = 145, y: float = 230, radius: float = 20, ink: str = "#C8201C") -> Sheet:
    """A round red seal over the small print, with its star."""
    layer = Image.new("RGB", sheet.image.size, "white")
    draw = ImageDraw.Draw(layer)
    box = [sheet.px(v) for v in (x - radius, y - radius, x + radius, y + radius)]
    draw.ellipse(box, outline=ink, width=sheet.px(1.1))
    points = []
    for corner in range(10):
        reach = radius * (0.32 if corner % 2 == 0 else 0.13)
        angle = -pi / 2 + corner * pi / 5
        points.append((sheet.px(x + reach * cos(angle)), sheet.px(y + reach * sin(angle))))
    draw.polygon(points, fill=ink)
    draw.text((sheet.px(x - 15), sheet.px(y + 8)), "示例镇人民政府", font=font(4.2, sheet.dpi), fill=ink)
    sheet.image = ImageChops.multiply(sheet.image, layer)
    sheet.draw = ImageDraw.Draw(sheet.image)
    return sheet


def pencilled(sheet: Sheet) -> Sheet:
    """The same fields in pencil."""
    return written(sheet, ink="#9A9A9A", seed=11)


def portrait(width: int, height: int, seed: int = 3) -> Image.Image:
    """A made-up face: tones and soft edges, no person."""
    face = Image.new("RGB", (width, height), "#6F8FB0")
    draw = ImageDraw.Draw(face)
    draw.ellipse([width * 0.1, height * 0.68, width * 0.9, height * 1.4], fill="#2B3440")
    draw.ellipse([width * 0.27, height * 0.16, width * 0.73, height * 0.76], fill="#D8A98A")
    draw.pieslice([width * 0.24, height * 0.1, width * 0.76, height * 0.6], 180, 360, fill="#20180F")
    for x in (0.4, 0.6):
        draw.ellipse([width * (x - 0.04), height * 0.42, width * (x + 0.04), height * 0.45], fill="#2A1C12")
    draw.arc(
        [width * 0.4, height * 0.52, width * 0.6, height * 0.64], 20, 160, fill="#8C4A3C", width=max(2, width // 60)
    )
    return grained(face.filter(ImageFilter.GaussianBlur(width / 90)), 6, seed)


def card(dpi: int = 300) -> Sheet:
    """A card of 85.6 × 54 mm with a face, small letters and a patterned ground; nobody's."""
    sheet = Sheet(dpi, (86, 54), (222, 234, 242))
    for wave in range(30):
        sheet.line(
            *((x, 2 + wave * 1.8 + sin(x / 5 + wave) * 1.2) for x in range(0, 87, 1)), width_mm=0.1, ink="#B9D2DE"
        )
    for number, (name, value) in enumerate(
        (
            ("姓名", "王示例"),
            ("性别", "女　民族 壮"),
            ("出生", "1985 年 3 月 7 日"),
            ("住址", "示例县示例镇示例村示例屯1号"),
        )
    ):
        sheet.text(5, 6 + number * 8, name, 2.4, "#2C6FA8", "sans.ttf")
        sheet.text(14, 6 + number * 8, value, 2.8, name="sans.ttf")
    sheet.text(5, 45, "公民身份号码", 2.4, "#2C6FA8", "sans.ttf")
    sheet.text(26, 44.5, "450000198503070028", 3.4, name="sans.ttf")
    sheet.image.paste(portrait(sheet.px(24), sheet.px(31)), (sheet.px(58), sheet.px(7)))
    return sheet


def with_photo(sheet: Sheet) -> Sheet:
    """A grey photograph glued onto the form."""
    face = portrait(sheet.px(26), sheet.px(34)).convert("L").convert("RGB")
    sheet.image.paste(face, (sheet.px(158), sheet.px(8)))
    return sheet


def grained(image: Image.Image, strength: float, seed: int = 1) -> Image.Image:
    """Grain of a sensor, the same each time."""
    chance = random.Random(seed)
    dots = bytes(min(255, max(0, round(chance.gauss(128, strength * 2)))) for _ in range(257 * 263))
    tile = Image.frombytes("L", (257, 263), dots)
    noise = Image.new("L", image.size)
    for x in range(0, image.width, tile.width):
        for y in range(0, image.height, tile.height):
            noise.paste(tile, (x, y))
    shifted = [ImageChops.offset(noise, 31 * number, 17 * number) for number in range(len(image.getbands()))]
    bands = zip(image.split(), shifted, strict=True)
    return Image.merge(image.mode, [ImageChops.add(band, grain, scale=1, offset=-128) for band, grain in bands])


def under_camera(sheet: Sheet, *, width: int = 3264, seed: int = 5) -> Image.Image:
    """The sheet under a document camera: a warm lamp from the left, a shadow of an arm, grain, slightly soft."""
    scale = width / sheet.image.width
    page = sheet.image.resize((width, round(sheet.image.height * scale)), Image.Resampling.BICUBIC)
    light = Image.linear_gradient("L").rotate(90).resize(page.size).point(lambda v: 150 + v * 90 // 255)
    shadow = Image.new("L", page.size, 255)
    ImageDraw.Draw(shadow).polygon(
        [(page.width, page.height * 0.5), (page.width, page.height), (page.width * 0.35, page.height)], fill=165
    )
    light = ImageChops.multiply(light, shadow.filter(ImageFilter.GaussianBlur(width / 18)))
    warm = [light, light.point(lambda v: v * 240 // 255), light.point(lambda v: v * 205 // 255)]
    lit = ImageChops.multiply(page, Image.merge("RGB", warm)).filter(ImageFilter.GaussianBlur(1.1))
    return grained(lit, 4, seed)


def scanned(sheet: Sheet, seed: int = 2) -> Image.Image:
    """From a flatbed: a little grain, paper not quite white."""
    paper = ImageChops.multiply(sheet.image, Image.new("RGB", sheet.image.size, (246, 245, 240)))
    return grained(paper.filter(ImageFilter.GaussianBlur(0.6)), 2, seed)


def jpeg(image: Image.Image, *, dpi: int = 0, quality: int = 88) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=quality, **({"dpi": (dpi, dpi)} if dpi else {}))
    return out.getvalue()


def png(image: Image.Image, *, dpi: int = 0) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", compress_level=1, **({"dpi": (dpi, dpi)} if dpi else {}))
    return out.getvalue()
