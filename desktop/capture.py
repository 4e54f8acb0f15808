"""A page's way from a file to the record: shrunk in a process of its own, kept on the disk, then noted, in this order.

A cut at any moment leaves a file that nothing names, which the store sweeps, or the whole of what was added.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.domain.errors import InvalidInput
from desktop.domain.people import Session
from desktop.imaging.apart import shrink_apart
from desktop.imaging.shrink import ShrunkPage
from desktop.imaging.source import require_size
from desktop.ports import Changes, Store
from desktop.ports_scans import NewPage
from desktop.problems import FileMissing, FileRefused
from desktop.services import scans

Told = Callable[[int, int], None]
"""Called with pages done and pages in all, on the thread that works; may raise to break off: nothing is added then."""

TURNED = "转正"  # why a page of a case gave way to itself, as the record has it


@dataclass(frozen=True, slots=True)
class Target:
    """The material that pages are for, of a draft or a case."""

    case_id: str
    material_code: str


@dataclass(frozen=True, slots=True)
class Captured:
    """What came of a file: pages added, and why not all of it could be read, if so."""

    added: int
    refused: InvalidInput | None = None
    changes: Changes = field(default_factory=Changes)


def capture(
    store: Store, session: Session, target: Target, content: bytes, *, name: str = "", told: Told | None = None
) -> Captured:
    """Adds the pages of a file to a material. For a worker.

    Raises:
        InvalidInput: nothing of the file can be used; see desktop.imaging.source.
        ShrinkingFailed, DiskFull, FileRefused and other EnvironmentProblems: nothing was added.
    """
    pages, refused = _read(shrink_apart(content), told)
    original = hashlib.sha256(content).hexdigest()
    with store.scan_files.keeping():
        _keep(store, pages)
        store.scan_files.keep_original(original, content)
        with store.write(session) as uow:
            added = scans.add(uow, target.case_id, target.material_code, pages, name=name, original=original)
            is_case = uow.case(target.case_id) is not None
    return Captured(added, refused, Changes(cases=frozenset({target.case_id} if is_case else ()), drafts=not is_case))


def turn(store: Store, session: Session, target: Target, sha256: str, quarters: int) -> str:
    """Turns a page to the right by quarters and keeps it so; the new page's hash. For a worker.

    From the file that it came from while that is kept, so that turning costs no sharpness.

    Raises:
        Conflict: the page is not there any more. ScanMissing, ScanDamaged, other EnvironmentProblems.
    """
    with store.read() as reader:
        kept = reader.kept_scan(sha256)
    original = store.scan_files.read_original(kept.original) if kept and kept.original else None
    if kept and original:
        quarters = (kept.turned + quarters) % 4
        pages, refused = _read(shrink_apart(original, turned=quarters, only=kept.original_page))
    else:
        pages, refused = _read(shrink_apart(store.scan_files.read(sha256), turned=quarters))
    if refused:
        raise refused
    page = replace(pages[0], turned=quarters)
    came_from = kept.original if kept and original else ""
    with store.scan_files.keeping():
        _keep(store, [page])
        with store.write(session) as uow:
            scans.replace(uow, target.case_id, target.material_code, sha256, page, reason=TURNED, original=came_from)
    return page.sha256


def read_file(path: Path) -> bytes:
    """The bytes of a file that somebody chose or dropped; its size is asked before it is read.

    Raises:
        InvalidInput: `scan_folder`, `scan_empty`, `scan_size`. FileMissing, FileRefused.
    """
    try:
        if path.is_dir():
            raise InvalidInput("scan_folder", field="file")
        require_size(path.stat().st_size)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(path=str(path)) from error
    except OSError as error:
        raise FileRefused(path=str(path), reason=error.strerror or type(error).__name__) from error


def _read(source: Iterable[ShrunkPage], told: Told | None = None) -> tuple[list[NewPage], InvalidInput | None]:
    """Pages until the end, or until one that cannot be read; raises what is wrong if that is the first."""
    pages: list[NewPage] = []
    try:
        for page in source:
            pages.append(_new_page(page))
            if told:
                told(page.number, page.total)
    except InvalidInput as refused:
        if not pages:
            raise
        return pages, refused
    return pages, None


def _keep(store: Store, pages: Iterable[NewPage]) -> None:
    for page in pages:
        store.scan_files.keep(page.sha256, page.content)


def _new_page(page: ShrunkPage) -> NewPage:
    return NewPage(
        sha256=hashlib.sha256(page.content).hexdigest(),
        media=page.media,
        width_px=page.width_px,
        height_px=page.height_px,
        dpi=page.dpi,
        number=page.number,
        content=page.content,
    )
