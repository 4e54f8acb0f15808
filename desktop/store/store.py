"""The store of one profile: one writer, readers of their own, one running program."""

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

from desktop.domain.people import Session
from desktop.ports import Clock
from desktop.problems import DiskFull
from desktop.store import installation as installing
from desktop.store.backup import DATABASE, back_up, free_reserve
from desktop.store.connection import create_database, database_problems, open_database
from desktop.store.installation import Installation
from desktop.store.instance_lock import InstanceLock
from desktop.store.key_slots import DatabaseKey
from desktop.store.keys import KeyFile
from desktop.store.migrations import check_not_newer, migrate
from desktop.store.projections import Progress, rebuild
from desktop.store.reading import CatalogueCache, Reader
from desktop.store.scan_care import drop_original, sweep
from desktop.store.scan_files import ScanFiles
from desktop.store.schema import PROJECTION_VERSION
from desktop.store.sqlcipher import Database
from desktop.store.unit_of_work import WritingUnit
from desktop.store.verify import Fault, keep_checkpoints, tips, verify, verify_tail

_PROJECTED_BY = "store.projection_version"

log = logging.getLogger(__name__)


class Store:
    """Everything that the profile holds. May be used from any thread: writes wait for each other, reads do not."""

    def __init__(
        self, path: Path, key: bytes, *, clock: Clock, db: Database, installation: Installation, lock: InstanceLock
    ) -> None:
        self._path = path
        self._key = DatabaseKey(key)
        self._clock = clock
        self._writer = db
        self._installation = installation
        self._lock = lock
        self._writing = threading.Lock()
        self._writing_thread: int | None = None
        self._local = threading.local()
        self._readers: list[Database] = []
        self._catalogues: CatalogueCache = {}
        self._scan_files = ScanFiles(path.parent, self._key)
        self._listeners: list[Callable[[], None]] = []

    @classmethod
    def create(cls, profile: Path, key: bytes, *, hall: str, window: str, clock: Clock) -> Self:
        """A new store in the folder `profile`, which is there; hall and window are codes of letters and digits.

        Raises:
            ProfileExists, ProfileInUse, InvalidInput, DiskFull, FileRefused.
        """
        installing.check_names(hall=hall, window=window)
        path = profile / DATABASE
        with _undone_on_failure(InstanceLock(profile)) as lock, _closed_on_failure(create_database(path, key)) as db:
            with database_problems(path):
                migrate(db)
                installation = installing.found(db, path, hall=hall, window=window)
                db.execute(
                    "INSERT INTO settings (name, value) VALUES (:name, :value)",
                    {"name": _PROJECTED_BY, "value": str(PROJECTION_VERSION)},
                )
            return cls(path, key, clock=clock, db=db, installation=installation, lock=lock)

    @classmethod
    def open(cls, profile: Path, key: bytes, *, clock: Clock, progress: Progress | None = None) -> Self:
        """The store in the folder `profile`, migrated to the schema of today.

        Args:
            progress: told how far a rebuild is, if this program computes the tables otherwise than the last one did.

        Raises:
            FileMissing, WrongKey, DatabaseDamaged, SchemaTooNew, ProfileInUse, DatabaseBusy, DiskFull, FileRefused.
        """
        path = profile / DATABASE
        with _undone_on_failure(InstanceLock(profile)) as lock, _closed_on_failure(open_database(path, key)) as db:
            with database_problems(path):
                check_not_newer(db)
                migrate(db)
                installation = installing.recognise(db, path)
            if installation.predecessor:
                log.info("this store is a copy of %s and goes on as %s", installation.predecessor, installation.origin)
            store = cls(path, key, clock=clock, db=db, installation=installation, lock=lock)
            store._rebuild_if_outdated(progress)
            return store

    @property
    def origin(self) -> str:
        """The origin that this store writes as."""
        return self._installation.origin

    @property
    def installation(self) -> Installation:
        """Hall, window, origin, and the predecessor if this opening found the store to be a copy."""
        return self._installation

    @property
    def path(self) -> Path:
        """The database file."""
        return self._path

    @property
    def scan_files(self) -> ScanFiles:
        """The files of scanned pages."""
        return self._scan_files

    @contextlib.contextmanager
    def write(self, session: Session | None) -> Iterator[WritingUnit]:
        """BEGIN IMMEDIATE … COMMIT; any error rolls all of it back. `session` is who acts.

        When it has been left without an error, the action is on the disk.

        Raises:
            DiskFull, DatabaseBusy, DatabaseDamaged, FileRefused: nothing of this action was kept.
        """
        with self._transaction() as db:
            yield WritingUnit(db, self._installation, self._catalogues, session=session, clock=self._clock)
        for committed in self._listeners:
            committed()

    @contextlib.contextmanager
    def read(self) -> Iterator[Reader]:
        """A view of one moment, on a connection of the calling thread. It does not wait for the writer."""
        db = self._reader()
        with database_problems(self._path):
            if db.conn.in_transaction:  # reading inside reading: the same moment
                yield Reader(db, self._installation, self._catalogues)
                return
            db.execute("BEGIN")
            try:
                yield Reader(db, self._installation, self._catalogues)
            finally:
                db.rollback()

    def verify(self, *, progress: Progress | None = None) -> Fault | None:
        """Check every line of the ledger; a sound one is noted as verified up to its end."""
        with self.read():
            fault = verify(self._reader(), progress=progress)
            verified = tips(self._reader())
        if fault is None:
            with self._transaction() as db:
                keep_checkpoints(db, verified)
        return fault

    def verify_tail(self) -> Fault | None:
        """Check what was written since the last full check: quick enough for every start."""
        with self.read():
            return verify_tail(self._reader())

    def rebuild(self, progress: Progress | None = None) -> None:
        """Compute every table again from the ledger. Readers see the old ones until it is done."""
        with self._transaction() as db:
            rebuild(db, progress)
            WritingUnit(db, self._installation, session=None, clock=self._clock).set_setting(
                _PROJECTED_BY, str(PROJECTION_VERSION)
            )

    def move(self, *, hall: str, window: str) -> None:
        """This PC stands at another window or hall from now on; it writes as a new origin."""
        with self._transaction() as db:
            self._installation = installing.move(db, self._path, self._installation, hall=hall, window=window)

    def succeed(self) -> str:
        """Write as a new origin from now on, because another PC writes as this one. Returns the new origin."""
        with self._transaction() as db:
            self._installation = installing.succeed(db, self._path, self._installation)
        return self.origin

    def listen(self, committed: Callable[[], None]) -> None:
        """`committed` is called after each unit of work that has committed, on its thread; it must not wait."""
        self._listeners.append(committed)

    def let_in(self, keys: KeyFile, user: str, *, password: str) -> None:
        """Give a user the key of this store, or a new password.

        Raises:
            InvalidInput: `password_short`, or an empty user.
        """
        keys.set_password(user, password=password, key=self._key)

    def new_recovery_code(self, keys: KeyFile) -> str:
        """A new recovery code, to be shown and printed now; the one before is void."""
        return keys.renew_recovery_code(key=self._key)

    def drop_original(self, sha256: str) -> None:
        """The city has acknowledged the page: the file that it came from goes; see desktop.store.scan_care."""
        drop_original(self._scan_files, self._transaction, sha256)

    def sweep_scans(self) -> int:
        """Delete files of pages that nothing names; how many. Waits for a capture that is under way."""
        return sweep(self._scan_files, self._transaction)

    def back_up(self, target: Path) -> Path:
        """Write a checked copy into a new folder of `target` while work goes on; see desktop.store.backup."""
        return back_up(self._path.parent, self._key, target, now=self._clock.now())

    def close(self) -> None:
        """Close every connection and let another program in. May be called again."""
        with self._writing:
            for db in (*self._readers, self._writer):
                db.close()
            self._readers.clear()
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[Database]:
        if self._writing_thread == threading.get_ident():
            raise RuntimeError("a unit of work inside another one: the outer would commit what the inner may not")
        with self._writing, self._reserve_freed_when_full(), database_problems(self._path):
            self._writing_thread = threading.get_ident()
            try:
                # IMMEDIATE, since a transaction that reads first and writes then fails at once if another wrote
                # between.
                self._writer.execute("BEGIN IMMEDIATE")
                try:
                    yield self._writer
                    self._writer.commit()
                except BaseException:
                    self._writer.rollback()
                    raise
            finally:
                self._writing_thread = None

    @contextlib.contextmanager
    def _reserve_freed_when_full(self) -> Iterator[None]:
        try:
            yield
        except DiskFull as problem:
            # The clerk has a citizen at the window: the next try works, and there is time to make room.
            freed = free_reserve(self._path.parent)
            raise DiskFull(**problem.fields, reserve_freed=freed) from problem

    def _reader(self) -> Database:
        db: Database | None = getattr(self._local, "db", None)
        if db is None:
            db = open_database(self._path, self._key)
            db.execute("PRAGMA query_only = on")
            self._local.db = db
            self._readers.append(db)
        return db

    def _rebuild_if_outdated(self, progress: Progress | None) -> None:
        with self.read() as reader:
            projected_by = reader.setting(_PROJECTED_BY, "0")
        if int(projected_by) != PROJECTION_VERSION:
            self.rebuild(progress)


@contextlib.contextmanager
def _undone_on_failure(lock: InstanceLock) -> Iterator[InstanceLock]:
    try:
        yield lock
    except BaseException:
        lock.release()
        raise


@contextlib.contextmanager
def _closed_on_failure(db: Database) -> Iterator[Database]:
    try:
        yield db
    except BaseException:
        db.close()
        raise
