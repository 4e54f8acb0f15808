"""What a forger, a careless program or a scanner does to a paper."""

import re
import zlib
from io import BytesIO

import pypdfium2
from msgspec.structs import replace
from PIL import Image

from desktop.domain import papers
from desktop.domain.papers import Paper
from printing.carried import decode_carried, encode_carried
from printing.pdf import to_pdf
from printing.pdf_reading import carried_in
from printing.render import lay_out


def carrying(pdf: bytes, **changes: object) -> bytes:
    """The same pages with something else attached, saved by another program."""
    document = pypdfium2.PdfDocument(pdf)
    attached = document.get_attachment(0)
    before = decode_carried(bytes(attached.get_data()))
    attached.set_data(encode_carried(replace(before, **changes)))
    return saved(document)


def saved(document: pypdfium2.PdfDocument) -> bytes:
    out = BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def pages_of(shown: Paper, *, code: str, carried: bytes) -> bytes:
    """A forger's file: these pages, with that attached."""
    return to_pdf(lay_out(shown, code=code), title=papers.title(shown), carried=carried)


def attached_to(pdf: bytes) -> bytes:
    carried = carried_in(pdf)
    assert carried is not None
    return encode_carried(carried)


def page_stream(pdf: bytes) -> bytes:
    """The drawing of the page as it stands in the file; the forms before it have no text."""
    streams = re.findall(rb"stream\n(x.*?)endstream", pdf, re.DOTALL)
    found: bytes = next(text for text in streams if b" Tj" in zlib.decompressobj().decompress(text))
    return found


def image_file(image: Image.Image, kind: str = "PNG") -> bytes:
    out = BytesIO()
    image.save(out, kind)
    return out.getvalue()
