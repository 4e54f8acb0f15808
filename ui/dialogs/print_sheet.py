"""One sheet of a paper: read from the store, made for a device, sealed where it is a page. Fit for any thread."""

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.bootstrap import Counter
from desktop.domain.errors import Conflict
from desktop.domain.papers import CopyMark
from printing.devices_address import is_direct
from ui.dialogs.print_presenter import OnDesk

if TYPE_CHECKING:
    from printing.spool import Prepared


def read_paper(counter: Counter, number: str) -> OnDesk:
    """Content, code and sheets of a paper. Raises Conflict: there is no such paper here."""
    from desktop.services import seal  # the libraries of certificates are wanted with the first paper

    now = counter.clock.now()
    with counter.store.read() as reader:
        paper, issued = reader.paper(number), reader.issued_paper(number)
        if paper is None or issued is None:
            raise Conflict(number=number)
        return OnDesk(paper, reader.paper_code(number), issued, seal.in_force(reader, at=now), now)


def make_sheet(on_desk: OnDesk, sheet_no: int, *, device: str, wanted_format: str) -> "Prepared":
    """One sheet as the device takes it; a reprint carries its mark."""
    from printing.formats import format_of  # reportlab and the fonts are wanted with the first paper, not at the start
    from printing.spool import prepare

    copy, wanted = CopyMark(reprint_no=sheet_no), format_of(wanted_format)
    prepared = prepare(on_desk.paper, device=device, wanted=wanted, code=on_desk.code, copy=copy)
    return _sealed(prepared, on_desk, copy)


def _sealed(prepared: "Prepared", on_desk: OnDesk, copy: CopyMark) -> "Prepared":
    from printing.seal import seal_paper

    is_page = prepared.data == prepared.pdf  # the letters and dots of a slip printer bear no signature
    if not is_page or on_desk.seal is None or on_desk.read_at is None:
        return prepared
    pdf = seal_paper(
        prepared.pdf,
        on_desk.paper,
        on_desk.seal,
        at=on_desk.read_at,
        code=on_desk.code,
        copy=copy,
        paper_format=prepared.paper_format,
    )
    return replace(prepared, pdf=pdf, data=pdf)


def are_made_alike(one: str, other: str) -> bool:
    """Whether both devices take the very same bytes, so that what is shown need not be made again."""
    return not is_direct(one) and not is_direct(other)
