"""Writes the database file of today's schema, for test_migrations to open ever after.

    python -m tests.store.released_database

To be run once for each step, when it is released; until then again after every change of the step.
"""

import shutil
import tempfile
from pathlib import Path

from desktop.domain.checklist import MaterialState
from desktop.store.backup import DATABASE
from desktop.store.schema import SCHEMA_VERSION
from desktop.store.store import Store
from tests.store import samples
from tests.store.samples import CLERK, KEY, SetClock


def main() -> None:
    """A window with one case, closed."""
    target = Path(__file__).parent / "databases" / f"schema_{SCHEMA_VERSION:04}.db"
    with tempfile.TemporaryDirectory() as folder:
        with Store.create(Path(folder), KEY, hall="yangxu", window="02", clock=SetClock()) as store:
            with store.write(CLERK) as unit:
                case_id = unit.new_id()
                unit.record(
                    [samples.received(1, name="王𬭳"), samples.checked(MaterialState.COMPLETE)], case_id=case_id
                )
                unit.record([samples.accepted(), samples.paper(1)], case_id=case_id)
            store._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copy(Path(folder) / DATABASE, target)


if __name__ == "__main__":
    main()
