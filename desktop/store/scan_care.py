"""What happens to the files of pages by and by: originals go when the city has the page, orphans at a quiet moment."""

import logging
from contextlib import AbstractContextManager
from typing import Protocol

from desktop.store.scan_files import ScanFiles
from desktop.store.scan_rows import forget_scans, known_scans, part_with_original, unnamed_scans
from desktop.store.sqlcipher import Database

log = logging.getLogger(__name__)


class Rows(Protocol):
    """What opens one transaction on the rows."""

    def __call__(self) -> AbstractContextManager[Database]: ...


def drop_original(files: ScanFiles, rows: Rows, sha256: str) -> None:
    """The city has acknowledged the page: the file that it came from goes, unless another page still needs it.

    Raises:
        DiskFull, DatabaseBusy, FileRefused: asked again, it does the rest.
    """
    with files.keeping():
        with rows() as db:
            original = part_with_original(db, sha256)
        if original:
            files.drop_original(original)  # after the commit: a cut in between leaves an orphan, never a gap


def sweep(files: ScanFiles, rows: Rows) -> int:
    """Delete what no draft and no case names; how many files that were. A capture under way is waited for.

    A file without a row is what a cut between the two left behind. A row that nothing names is a page that was taken
    out of a draft, or whose draft was thrown away.
    """
    with files.keeping():
        with rows() as db:
            forget_scans(db, set(unnamed_scans(db)))
            pages, originals = known_scans(db)
        stray, stray_originals = files.names() - pages, files.original_names() - originals
        for sha256 in stray:
            files.drop(sha256)
        for sha256 in stray_originals:
            files.drop_original(sha256)
        files.drop_leavings()
    if stray or stray_originals:
        log.info("%d pages and %d originals swept", len(stray), len(stray_originals))
    return len(stray) + len(stray_originals)
