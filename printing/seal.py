"""The electronic seal on a paper: the office's own picture over name and date, and a PAdES signature (ETSI EN 319 142).

Both are added behind the bytes of the rendered paper, which stay as they are: whoever checks it still finds them. The
picture is multiplied with the page like ink, so that it can hide neither name nor date. The signature library is
loaded with the first sealed paper.
"""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from PIL import Image

from desktop.domain.office_seal import OfficeSeal
from desktop.domain.papers import CopyMark, Paper
from printing.formats import PaperFormat
from printing.marks import POINTS_PER_MM
from printing.render import lay_out
from printing.seal_place import SealPlace, seal_places

if TYPE_CHECKING:
    from pyhanko.sign.signers import PdfSigner

FIELD = "Seal"
_PRINTED_PIXELS = 992
"""42 mm at 600 dots an inch; more would only make the file larger."""

_INK = "/Multiply"
"""Blend mode (PDF 32000-1, 11.3.5.2): what is dark under the seal stays dark."""

_RIM = 4
"""Pixels of white around the picture: pdfium paints over what lies under the very edge of an image."""


def sealed(pdf: bytes, places: Sequence[SealPlace], seal: OfficeSeal, *, at: datetime) -> bytes:
    """The paper with the seal at its places, signed at this moment; unchanged if it has no place for one.

    Args:
        pdf: as printing.render gave it.
        at: aware; stands in the signature.
    """
    if not places:
        return pdf
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer: Any = IncrementalPdfFileWriter(BytesIO(pdf))  # half of its methods have no types
    _stamp(writer, places, seal.image)
    out: BytesIO = _signer(seal, places[-1], writer, at).sign_pdf(writer)
    return out.getvalue()


def seal_paper(
    pdf: bytes,
    content: Paper,
    seal: OfficeSeal,
    *,
    at: datetime,
    code: str,
    copy: CopyMark,
    paper_format: PaperFormat = PaperFormat.A4,
) -> bytes:
    """The rendered paper with the seal where its layout has name and date; see `sealed`.

    Args:
        code, copy, paper_format: as the paper was rendered.
    """
    surface = lay_out(content, code=code, copy=copy, paper_format=paper_format)
    return sealed(pdf, seal_places(surface, content.head), seal, at=at)


def _signer(seal: OfficeSeal, place: SealPlace, writer: Any, at: datetime) -> "PdfSigner":
    """One signature for the whole file; a click on the seal of the last copy shows it."""
    from pyhanko.sign import fields, signers
    from pyhanko.stamp.noop import NoOpStampStyle

    class SignerAt(signers.PdfSigner):
        """Signs at the moment of the counter's clock instead of the system's."""

        def init_signing_session(self, *args: Any, **named: Any) -> Any:
            session = super().init_signing_session(*args, **named)
            session.system_time = at
            return session

    key = signers.SimpleSigner.load_pkcs12_data(seal.pkcs12, other_certs=[], passphrase=seal.password.encode())
    metadata = signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
    )
    x, y, width, height = _in_points(place, writer)
    field = fields.SigFieldSpec(
        FIELD,
        on_page=place.page - 1,
        box=(round(x), round(y), round(x + width), round(y + height)),
    )
    return SignerAt(metadata, signer=key, stamp_style=NoOpStampStyle(), new_field_spec=field)


def _stamp(writer: Any, places: Sequence[SealPlace], image: bytes) -> None:
    """The picture drawn on the pages themselves: an annotation may be left out by a printer."""
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.images import pil_image

    def dictionary(**entries: Any) -> Any:
        made: Any = generic.DictionaryObject
        return made({generic.pdf_name(f"/{name}"): value for name, value in entries.items()})

    picture = _reduced(image)
    drawn = pil_image(picture, writer)
    ink = writer.add_object(dictionary(Type=generic.pdf_name("/ExtGState"), BM=generic.pdf_name(_INK)))
    resources = dictionary(XObject=dictionary(YcSeal=drawn), ExtGState=dictionary(YcInk=ink))
    for page in sorted({place.page for place in places}):
        here = [_drawing(_in_points(place, writer), picture) for place in places if place.page == page]
        stream = writer.add_object(generic.StreamObject(stream_data="\n".join(here).encode("ascii")))
        writer.add_stream_to_page(page - 1, stream, resources)


def _drawing(square: tuple[float, float, float, float], picture: Image.Image) -> str:
    """As large as the square allows, in its middle, in its own proportions."""
    x, y, width, height = square
    scale = min(width / picture.width, height / picture.height)
    across, up = picture.width * scale, picture.height * scale
    left, low = x + (width - across) / 2, y + (height - up) / 2
    return f"q /YcInk gs {across:.3f} 0 0 {up:.3f} {left:.3f} {low:.3f} cm /YcSeal Do Q"


def _reduced(image: bytes) -> Image.Image:
    """On white, which leaves the page as it is when multiplied with it; no larger than it is printed.

    A mask of transparency would say the same, but pdfium then lets the seal cover the letters under it.
    """
    picture = Image.open(BytesIO(image), formats=("PNG",)).convert("RGBA")
    picture.thumbnail((_PRINTED_PIXELS, _PRINTED_PIXELS), Image.Resampling.LANCZOS)
    white = Image.new("RGBA", (picture.width + 2 * _RIM, picture.height + 2 * _RIM), (255, 255, 255, 255))
    white.alpha_composite(picture, (_RIM, _RIM))
    return white.convert("RGB")


def _in_points(place: SealPlace, writer: Any) -> tuple[float, float, float, float]:
    """Left, lower edge, width, height, from the bottom left of its page."""
    page = writer.find_page_for_modification(place.page - 1)[0].get_object()
    top = float(page["/MediaBox"][3])
    box = place.box
    return (
        box.left * POINTS_PER_MM,
        top - box.bottom * POINTS_PER_MM,
        box.width * POINTS_PER_MM,
        box.height * POINTS_PER_MM,
    )
