"""Whether a paper is what the window issued: from its PDF, a picture of it, or the text of its code. Offline.

Three things are proved one after the other, cheap and safe ones first: the content is the one in the code (SHA-256),
the code is the window's (Ed25519), the pages show that content and nothing else (made again and compared). A code alone
proves the second only.
"""

from dataclasses import dataclass, replace
from enum import Enum

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from desktop.domain import paper_code, papers
from desktop.domain.errors import InvalidInput
from desktop.domain.key_sheet import KeySheet, PublicKey
from desktop.domain.numbers import PRACTICE_MARK
from desktop.domain.paper_code import PaperCode, content_hash, signed_part
from desktop.domain.papers import TEMPLATE_VERSION, CopyMark, Paper
from printing import carried as carrying
from printing import pdf_reading, scanning
from printing.carried import Carried, check_code
from printing.formats import format_of
from printing.pdf_reading import Difference, Unreadable, carried_in
from printing.render import lay_out, render
from printing.seal_place import SealPlace, seal_places
from printing.seal_reading import FoundSeal, seals_in

MAX_BYTES = 30_000_000
"""A paper has a hundredth of it, a scan of several pages a tenth."""

_MAX_TEXT_BYTES = 4096


class Verdict(Enum):
    """What can be said of a paper."""

    GENUINE = "genuine"
    ALTERED = "altered"
    FORGED = "forged"  # the code names a key that did not sign it
    KEY_NOT_IN_FORCE = "key_not_in_force"  # by the paper's own date
    NOT_OURS = "not_ours"
    KEY_REVOKED = "key_revoked"  # the date is not known, or could have been set back
    UNKNOWN_KEY = "unknown_key"
    NEWER = "newer"
    OLDER_LAYOUT = "older_layout"  # content and signature hold, but the pages were laid out by an older program
    PRACTICE = "practice"  # made in practice: of no legal effect, whoever signed it
    NO_CODE = "no_code"
    SEVERAL_CODES = "several_codes"
    UNREADABLE = "unreadable"

    @property
    def is_refutation(self) -> bool:
        """Whether the paper is shown not to be genuine; neither this nor GENUINE means that nothing is known."""
        refutations = (Verdict.ALTERED, Verdict.FORGED, Verdict.KEY_NOT_IN_FORCE, Verdict.NOT_OURS, Verdict.PRACTICE)
        return self in refutations


class Alteration(Enum):
    """What was changed."""

    CONTENT = "content"  # the content is not the one that was signed
    NUMBER = "number"  # the code is of another number than the content
    TEXT = "text"  # the pages say something else than the content
    PICTURE = "picture"  # the pages look otherwise, with the same text
    SEAL = "seal"  # the signature of the electronic seal does not fit the file


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict and what it rests on; what is not known stays empty.

    `content` is given for a PDF whose content was compared; a code alone leaves it None. `is_rewritten`: the bytes are
    not those that were issued, but what is to be seen is the same.
    """

    verdict: Verdict
    code: PaperCode | None = None
    key: PublicKey | None = None
    content: Paper | None = None
    reprint_no: int = 0
    is_rewritten: bool = False
    alteration: Alteration | None = None
    differences: tuple[Difference, ...] = ()
    seals: tuple[FoundSeal, ...] = ()

    @property
    def check_code(self) -> str:
        """校验码 of the content that was signed, as it stands on the paper; empty without a code."""
        return check_code(self.code.content_sha256) if self.code else ""


def check_file(data: bytes, keys: KeySheet) -> Finding:
    """A PDF, a PNG, a JPEG, or the text of a code in a file, told apart by how they begin."""
    if not data.strip() or len(data) > MAX_BYTES:
        return Finding(Verdict.UNREADABLE)
    try:
        if data.lstrip()[: len(pdf_reading.MAGIC)] == pdf_reading.MAGIC:
            return check_pdf(data, keys)
        if data.startswith(scanning.MAGIC):
            return _check_codes(scanning.codes_in(scanning.opened_picture(data)), keys)
        if len(data) <= _MAX_TEXT_BYTES and b"\0" not in data:
            return check_text(data.decode("utf-8-sig"), keys)
    except (Unreadable, UnicodeDecodeError):
        pass
    return Finding(Verdict.UNREADABLE)


def check_text(text: str, keys: KeySheet) -> Finding:
    """The text of a code, as scanned or copied: number and signature, nothing of what the paper says.

    Line breaks are taken out, because no code has one; blanks inside a line belong to the code.
    """
    try:
        return _check_code(_parsed(text), keys)
    except InvalidInput as error:
        return Finding(Verdict.NEWER if error.reason == "paper_code_newer" else Verdict.NOT_OURS)


def check_pdf(pdf: bytes, keys: KeySheet) -> Finding:
    """A PDF of ours, or the scan of a paper in a PDF.

    Raises:
        Unreadable: it cannot be opened.
    """
    carried = carried_in(pdf)
    if carried is None:
        found = [code for picture in pdf_reading.page_pictures(pdf) for code in scanning.codes_in(picture)]
        return _check_codes(list(dict.fromkeys(found)), keys)
    if carried.format > carrying.FORMAT or carried.template > TEMPLATE_VERSION:
        return Finding(Verdict.NEWER)
    if not carried.code:
        return Finding(Verdict.NO_CODE)
    by_code = check_text(carried.code, keys)
    if by_code.code is None:
        return by_code
    return _check_carried(pdf, carried, by_code, by_code.code)


def _check_codes(codes: list[str], keys: KeySheet) -> Finding:
    """The codes of a picture; both copies of a paper show the same one, and a web address may stand beside it."""
    ours = [code for code in codes if code.startswith(paper_code.PREFIX)]
    if len(ours) > 1:
        return Finding(Verdict.SEVERAL_CODES)
    if not codes:
        return Finding(Verdict.NO_CODE)
    return check_text((ours or codes)[0], keys)


def _check_code(code: PaperCode, keys: KeySheet) -> Finding:
    if code.number.startswith(PRACTICE_MARK):
        return Finding(Verdict.PRACTICE, code)
    key = keys.find(code.key_id)
    if key is None:
        return Finding(Verdict.UNKNOWN_KEY, code)
    signed = signed_part(code.number, code.key_id, code.content_sha256)
    try:
        Ed25519PublicKey.from_public_bytes(key.raw).verify(code.signature, signed)
    except InvalidSignature:
        return Finding(Verdict.FORGED, code, key)
    return Finding(Verdict.KEY_REVOKED if key.revoked_on else Verdict.GENUINE, code, key)


def _check_carried(pdf: bytes, carried: Carried, by_code: Finding, code: PaperCode) -> Finding:
    if content_hash(bytes(carried.content)) != code.content_sha256:
        return replace(by_code, verdict=Verdict.ALTERED, alteration=Alteration.CONTENT)
    if by_code.verdict not in (Verdict.GENUINE, Verdict.KEY_REVOKED):
        return by_code  # who is not known to us does not get our program to lay out his pages
    try:
        content = papers.decode(bytes(carried.content))
    except msgspec.DecodeError:
        return replace(by_code, verdict=Verdict.NEWER)  # signed by us, so a kind of paper that came later
    finding = replace(by_code, content=content, reprint_no=carried.reprint_no)
    if content.head.number != code.number:
        return replace(finding, verdict=Verdict.ALTERED, alteration=Alteration.NUMBER)
    finding = _check_pages(pdf, carried, finding, content)
    if finding.verdict is Verdict.ALTERED and carried.template < TEMPLATE_VERSION:
        # An honest paper of last year must not be called false. Nor is it called genuine: what stands on the pages is
        # compared by a person, with the differences shown.
        finding = replace(finding, verdict=Verdict.OLDER_LAYOUT, alteration=None)
    key = finding.key
    if finding.verdict is not Verdict.ALTERED and key and not key.is_valid_on(content.head.issued_on):
        return replace(finding, verdict=Verdict.KEY_NOT_IN_FORCE)
    return finding


def _check_pages(pdf: bytes, carried: Carried, finding: Finding, content: Paper) -> Finding:
    copy, paper_format = CopyMark(reprint_no=carried.reprint_no), format_of(carried.paper_format)
    expected = render(content, code=carried.code, copy=copy, paper_format=paper_format)
    if pdf == expected:
        return finding
    finding = replace(finding, seals=seals_in(pdf))
    differences = tuple(pdf_reading.text_differences(pdf, expected))
    if differences:
        return replace(finding, verdict=Verdict.ALTERED, alteration=Alteration.TEXT, differences=differences)
    places: list[SealPlace] = []
    if finding.seals:
        places = seal_places(lay_out(content, code=carried.code, copy=copy, paper_format=paper_format), content.head)
    if not pdf_reading.looks_the_same(pdf, expected, inked=places):
        return replace(finding, verdict=Verdict.ALTERED, alteration=Alteration.PICTURE)
    if not all(seal.is_intact for seal in finding.seals):
        return replace(finding, verdict=Verdict.ALTERED, alteration=Alteration.SEAL)
    # Seal and signature are added behind the rendered bytes, which anyone can thus still find in the file.
    return replace(finding, is_rewritten=not (finding.seals and pdf.startswith(expected)))


def _parsed(text: str) -> PaperCode:
    """The code in a text that a reader or a letter may have broken into lines, with or without blanks at their ends."""
    lines = text.strip().splitlines()
    try:
        return paper_code.parse("".join(lines))
    except InvalidInput as error:
        if error.reason == "paper_code_newer" or len(lines) < 2:
            raise
    return paper_code.parse("".join(line.strip() for line in lines))
