"""One paper, several engines: `python -m tests.bench.paper_ways {client|typst|…} FILE` renders it once, cold.

It prints the most memory that the process held, in KiB. The others than these two stand in tests.bench.paper_rivals.

An acceptance notice with about 600 Chinese characters, 12 materials and a QR code of 280 characters, in two copies. A
number of its own keeps each rendering from being remembered.
"""

import io
import sys
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from desktop.domain.paper_code import PaperCode
from desktop.domain.papers import AcceptanceNotice, Head, MaterialLine, Party, encode
from desktop.paths import resource

MATERIALS = (
    "林木采伐许可证申请表",
    "居民身份证正反两面",
    "户口簿首页和本人页",
    "林权证或者其他权属证明",
    "采伐地点示意图",
    "村民委员会公示记录",
    "采伐作业设计简表",
    "更新造林承诺书",
    "相邻权属人确认书",
    "授权委托书",
    "采伐前后照片",
    "其他佐证材料",
)


def content(serial: int) -> AcceptanceNotice:
    """The paper with this number."""
    day = date(2026, 11, 23)
    return AcceptanceNotice(
        head=Head(
            number=f"示例受字〔2026〕02-K7QXM4-{serial:04}号",
            authority="示例县林业和草原主管部门",
            hall="示例镇便民服务中心",
            window="02",
            clerk="示例员甲",
            issued_on=day,
            case_number=f"450000101-02-K7QXM4-20261123-{serial:04}-7",
            item_name="农村居民采伐自留山和个人承包集体林地林木许可",
            service_phone="0776-0000001",
            complaint_phone="0776-0000002",
        ),
        applicant=Party(
            name="欧阳示例", id_kind="居民身份证", id_masked="450000********0018", phone_masked="138****0001"
        ),
        received_on=day,
        accepted_on=day,
        due_on=day,
        law="《中华人民共和国行政许可法》第三十二条第一款第（五）项",
        materials=tuple(
            MaterialLine(name=name, asked="原件1份", state="齐全", note="与原件一致") for name in MATERIALS
        ),
        statutory_limit="20个工作日",
        committed_limit="15个工作日",
        fee="不收费",
        delivery="窗口自取",
        query_code="K7QX26",
    )


def code(serial: int) -> str:
    """The text of its QR code."""
    return PaperCode(content(serial).head.number, bytes(8), serial.to_bytes(32, "big"), bytes(range(64))).text


def client() -> Callable[[int], bytes]:
    """The client's own engine, with its fonts open."""
    from printing.render import render

    return lambda serial: render(content(serial), code=code(serial))


def typst() -> Callable[[int], bytes]:
    """Typst on the same font files, with the code as a vector image."""
    import segno

    engine: Any = import_module("typst")  # its own types do not know files that are given as bytes
    source = Path(__file__).with_name("paper.typ").read_bytes()
    compiler = engine.Compiler(font_paths=[str(resource("fonts"))], ignore_system_fonts=True)

    def render(serial: int) -> bytes:
        svg = io.BytesIO()
        segno.make_qr(code(serial), error="m", boost_error=False).save(svg, kind="svg")
        files = {"main.typ": source, "content.json": encode(content(serial)), "qr.svg": svg.getvalue()}
        return bytes(compiler.compile(files))

    return render


WAYS: dict[str, Callable[[], Callable[[int], bytes]]] = {"client": client, "typst": typst}


def way(name: str) -> Callable[[int], bytes]:
    """The engine of this name, opened; the libraries of the others are not loaded."""
    if name in WAYS:
        return WAYS[name]()
    rivals: Any = import_module("tests.bench.paper_rivals")
    found: Callable[[int], bytes] = rivals.RIVALS[name]()
    return found


def _peak_kib() -> int:
    """What Linux says of this process alone: the figure of getrusage begins with that of the parent."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(way(sys.argv[1])(1))
    print(_peak_kib())
