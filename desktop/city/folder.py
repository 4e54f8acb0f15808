"""A city as it lies in its folder: what it is called, which store, which database, and its keys.

city.json   this and the keys are all that has to be kept safe: the database can be filled again from the store
city.keys, halls/    see desktop.city.keys
city.db     the database, unless another address is given
scans/      the pages that arrived, by hall and SHA-256
set_aside/  files with a fault, as they came
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import msgspec

from desktop.city import keys
from desktop.city.database import Database
from desktop.city.keys import CityKeys, HallKeys
from desktop.city.problems import CityExists, CityKeysDamaged, NoCityHere
from desktop.clock import SystemClock
from desktop.ports import Clock
from desktop.store.files import file_problems, write_whole
from desktop.sync.carrier import Carrier
from desktop.sync.carriers import open_carrier
from desktop.sync.store_config import StoreConfig

CONFIG = "city.json"
DATABASE = "city.db"
SCANS = "scans"
SET_ASIDE_FOLDER = "set_aside"


class CityConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the administrator may edit by hand. `database` empty: city.db in the folder.

    For exports: `authority_codes` gives the credit code of an authority by its name, where the catalogue has none;
    `codes` the city's own code for a value, by column (`{"applyer_page_type": {"citizen_id": "111"}}`).
    """

    name: str
    store: StoreConfig
    database: str = ""
    authority_codes: dict[str, str] = {}
    codes: dict[str, dict[str, str]] = {}


@dataclass(frozen=True)
class City:
    """An opened city. Close it."""

    folder: Path
    config: CityConfig
    keys: CityKeys = field(repr=False)
    database: Database = field(repr=False)
    clock: Clock
    _halls: dict[str, HallKeys] = field(default_factory=dict, repr=False)

    @classmethod
    def create(cls, folder: Path, config: CityConfig, *, clock: Clock | None = None) -> Self:
        """A new city in the folder, which is made; keys that lie there from a broken-off try are kept.

        Raises:
            CityExists, FileRefused, DiskFull, CityDatabaseRefuses, StoreConfigFaulty.
        """
        if (folder / CONFIG).exists():
            raise CityExists(path=str(folder))
        open_carrier(config.store)  # an option that is missing is said before anything is made
        with file_problems(folder):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if config.store.kind == "folder":
                Path(config.store.options["root"]).mkdir(parents=True, exist_ok=True)
        keys.make_city_keys(folder)
        write_whole(folder / CONFIG, msgspec.json.format(msgspec.json.encode(config), indent=2) + b"\n")
        return cls.open(folder, clock=clock)

    @classmethod
    def open(cls, folder: Path, *, into: str = "", clock: Clock | None = None) -> Self:
        """The city in the folder. `into` is the address of another database than the configured one.

        Raises:
            NoCityHere, CityKeysDamaged, CityDatabaseRefuses, CityDatabaseUnknown, SchemaTooNew, FileRefused.
        """
        path = folder / CONFIG
        if not path.exists():
            raise NoCityHere(path=str(folder))
        with file_problems(path):
            raw = path.read_bytes()
        try:
            config = msgspec.json.decode(raw, type=CityConfig)
        except msgspec.DecodeError:
            raise CityKeysDamaged(path=str(path)) from None
        database = Database(into or config.database or f"sqlite:///{(folder / DATABASE).absolute()}")
        database.prepare()
        return cls(folder, config, keys.city_keys(folder), database, clock or SystemClock())

    def now_ms(self) -> int:
        """This moment, UTC milliseconds."""
        return int(self.clock.now().timestamp() * 1000)

    def hall_keys(self, hall: str) -> HallKeys:
        """The secrets of a hall."""
        if hall not in self._halls:
            self._halls[hall] = keys.hall_keys(self.folder, hall)
        return self._halls[hall]

    def carrier(self) -> Carrier:
        """A new way to the store; for the loop that uses it first."""
        return open_carrier(self.config.store)

    def close(self) -> None:
        """Let the database go."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()
