"""The acceptance notice of tests.bench.paper_ways set by other libraries, with the same words, fonts and code.

Each function opens what it needs and returns what renders the paper of a number. None is tuned beyond what its manual
says, and none breaks lines by Chinese rules except Typst; they are here to be measured against.
"""

import base64
import io
from collections.abc import Callable
from datetime import date
from html import escape
from importlib import import_module
from typing import Any

import segno

from desktop.domain.papers import AcceptanceNotice
from desktop.paths import resource
from tests.bench.paper_ways import code, content

Render = Callable[[int], bytes]
COPIES = ("申请人联 · 请妥善保存", "存根联 · 窗口留存")
REGULAR, BOLD = str(resource("fonts") / "serif.ttf"), str(resource("fonts") / "serif-bold.ttf")


def platypus() -> Render:
    """reportlab's own layout engine."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Image, PageBreak, Paragraph, SimpleDocTemplate, Table

    pdfmetrics.registerFont(TTFont("body", REGULAR))
    pdfmetrics.registerFont(TTFont("bold", BOLD))
    body = ParagraphStyle("body", fontName="body", fontSize=12, leading=20, wordWrap="CJK", firstLineIndent=24)
    cell = ParagraphStyle("cell", parent=body, fontSize=10, leading=14, firstLineIndent=0)
    title = ParagraphStyle("title", fontName="bold", fontSize=20, leading=28, alignment=1)
    grid: Any = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONTNAME", (0, 0), (-1, -1), "body")]

    def table(rows: list[list[str]], widths: list[float]) -> Any:
        return Table([[Paragraph(escape(text), cell) for text in row] for row in rows], widths, style=grid)

    def render(serial: int) -> bytes:
        notice, out = content(serial), io.BytesIO()
        story: list[Any] = []
        for mark in COPIES:
            story += [Paragraph(mark, cell), Paragraph(notice.head.authority, title), Paragraph("受理通知书", title)]
            story += [Paragraph(text, cell) for text in (notice.head.number, f"{notice.applicant.name}：")]
            story += [Paragraph(sentence(notice), body), table(facts(notice), [30 * mm, 124 * mm])]
            story += [table(materials(notice), [12 * mm, 60 * mm, 34 * mm, 20 * mm, 28 * mm])]
            story += [Paragraph(text, cell) for text in ending(notice)]
            story += [Image(io.BytesIO(qr_png(serial)), 30 * mm, 30 * mm), PageBreak()]
        SimpleDocTemplate(out, leftMargin=28 * mm, rightMargin=28 * mm, initialFontName="body").build(story)
        return out.getvalue()

    return render


def fpdf2() -> Render:
    """fpdf2, whose fonts belong to one document."""
    fpdf: Any = import_module("fpdf")

    def render(serial: int) -> bytes:
        notice, pdf = content(serial), fpdf.FPDF(format="A4")
        pdf.add_font("body", fname=REGULAR)
        pdf.add_font("bold", fname=BOLD)
        pdf.set_margins(28, 20)
        for mark in COPIES:
            pdf.add_page()
            for text, font, size in (
                (mark, "body", 10),
                (notice.head.authority, "bold", 14),
                ("受理通知书", "bold", 20),
                (notice.head.number, "body", 10),
                (f"{notice.applicant.name}：", "body", 12),
                (sentence(notice), "body", 12),
            ):
                pdf.set_font(font, size=size)
                pdf.multi_cell(0, size * 0.6, text, new_x="LMARGIN", new_y="NEXT")
            pdf.set_font("body", size=10)
            for rows, widths in ((facts(notice), (30, 124)), (materials(notice), (12, 60, 34, 20, 28))):
                with pdf.table(col_widths=widths, line_height=6, first_row_as_headings=False) as table:
                    for row in rows:
                        table.row(row)
            for text in ending(notice):
                pdf.multi_cell(0, 6, text, new_x="LMARGIN", new_y="NEXT")
            pdf.image(io.BytesIO(qr_png(serial)), w=30)
        return bytes(pdf.output())

    return render


def weasyprint() -> Render:
    """HTML and CSS; raises OSError where Pango is not installed."""
    library: Any = import_module("weasyprint")
    fonts_of: Any = import_module("weasyprint.text.fonts")
    fonts = fonts_of.FontConfiguration()
    faces = "".join(
        f"@font-face{{font-family:body;font-weight:{weight};src:url(file://{file})}}"
        for weight, file in ((400, REGULAR), (700, BOLD))
    )
    css = library.CSS(string=faces + PAGE_CSS, font_config=fonts)

    def render(serial: int) -> bytes:
        return bytes(library.HTML(string=page(serial)).write_pdf(stylesheets=[css], font_config=fonts))

    return render


def qt() -> Render:
    """Qt's rich text on its PDF writer; needs a QGuiApplication."""
    from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QSizeF
    from PySide6.QtGui import (
        QFontDatabase,
        QGuiApplication,
        QPageLayout,
        QPageSize,
        QPdfWriter,
        QTextDocument,
    )

    application = QGuiApplication.instance() or QGuiApplication(["bench", "-platform", "offscreen"])
    family = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(REGULAR))[0]
    QFontDatabase.addApplicationFont(BOLD)

    def render(serial: int) -> bytes:
        assert application is not None
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        size = QPageSize(QPageSize.PageSizeId.A4)
        writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(28, 20, 28, 20)))
        writer.setResolution(300)
        document = QTextDocument()
        document.documentLayout().setPaintDevice(writer)
        document.setPageSize(QSizeF(writer.width(), writer.height()))
        document.setDefaultStyleSheet(f"* {{ font-family: '{family}' }}")
        document.setHtml(page(serial))
        document.print_(writer)
        del writer
        return bytes(data.data())

    return render


PAGE_CSS = """
@page { size: A4; margin: 20mm 28mm }
body { font: 12pt/1.7 body } table { border-collapse: collapse; width: 100%; font-size: 10pt }
td { border: 0.5pt solid black; padding: 4pt } h1 { font-size: 20pt; text-align: center }
.copy { page-break-after: always }
"""


def page(serial: int) -> str:
    """Both copies as HTML."""
    notice = content(serial)
    code_png = base64.b64encode(qr_png(serial)).decode("ascii")
    copies = []
    for mark in COPIES:
        tables = "".join(
            "<table border='1' cellspacing='0' cellpadding='4'>"
            + "".join(f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in row)}</tr>" for row in rows)
            + "</table>"
            for rows in (facts(notice), materials(notice))
        )
        closing = "".join(f"<p>{escape(text)}</p>" for text in ending(notice))
        copies.append(
            f"<div class='copy' style='page-break-after: always'><p>{mark}</p><h1>{notice.head.authority}<br>受理通知书"
            f"</h1><p>{notice.head.number}</p><p>{notice.applicant.name}：</p><p>{sentence(notice)}</p>{tables}{closing}"
            f"<img width='113' height='113' src='data:image/png;base64,{code_png}'></div>"
        )
    return f"<html lang='zh-CN'><body>{''.join(copies)}</body></html>"


def qr_png(serial: int) -> bytes:
    """The code as a picture of one dot a module, enlarged four times."""
    out = io.BytesIO()
    segno.make_qr(code(serial), error="m", boost_error=False, mask=0).save(out, kind="png", scale=4)
    return out.getvalue()


def sentence(notice: AcceptanceNotice) -> str:
    """The decision."""
    return (
        f"你于{day(notice.received_on)}提出的“{notice.head.item_name}”申请及有关材料收悉。经审查，该事项属于本机关职权范围，"
        f"申请材料齐全、符合法定形式。根据{notice.law}的规定，决定自{day(notice.accepted_on)}起予以受理。"
    )


def facts(notice: AcceptanceNotice) -> list[list[str]]:
    """Label and text of each."""
    party = notice.applicant
    return [
        ["办结日期", f"{day(notice.due_on or notice.accepted_on)}前（含当日）"],
        ["承诺时限", notice.committed_limit],
        ["法定时限", notice.statutory_limit],
        ["领取方式", notice.delivery],
        ["查询密码", notice.query_code],
        ["收费", notice.fee],
        ["申请人", f"{party.name}（{party.id_kind} {party.id_masked}） 电话{party.phone_masked}"],
    ]


def materials(notice: AcceptanceNotice) -> list[list[str]]:
    """Number, name, asked for, state, note; the heading first."""
    rows = [
        [str(number), material.name, material.asked, material.state, material.note]
        for number, material in enumerate(notice.materials, 1)
    ]
    return [["序号", "材料名称", "应交", "收取情况", "备注"], *rows]


def ending(notice: AcceptanceNotice) -> list[str]:
    """Contacts and signatures."""
    head = notice.head
    return [
        f"经办人：{head.clerk} 窗口：{head.hall}{head.window}号窗口 咨询电话：{head.service_phone} 监督电话："
        f"{head.complaint_phone}",
        f"办件编号：{head.case_number}",
        "申请人（代理人）签名：",
        f"{head.authority}（印章） {day(head.issued_on)}",
    ]


def day(value: date) -> str:
    """2026年11月23日."""
    return f"{value.year}年{value.month}月{value.day}日"


RIVALS: dict[str, Callable[[], Render]] = {"platypus": platypus, "fpdf2": fpdf2, "weasyprint": weasyprint, "qt": qt}
