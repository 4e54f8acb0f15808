"""The catalogue goes out to every hall: checked as the client checks it, numbered, signed."""

import hashlib
from dataclasses import dataclass

import msgspec
import sqlalchemy as sa

from desktop.city import schema
from desktop.city.folder import City
from desktop.city.publishing import put_out_catalogue
from desktop.domain.catalogue import Catalogue
from desktop.domain.errors import InvalidInput
from desktop.sync.snapshot import pack_catalogue


@dataclass(frozen=True, slots=True)
class Issued:
    """A catalogue under its number; `is_new` False: this very catalogue is the one that is out."""

    number: int
    version: str
    is_new: bool


def issue(city: City, catalogue: Catalogue) -> Issued:
    """Number the catalogue and put it out; it is in the store after the next publication.

    Raises:
        InvalidInput: `city_catalogue_version`: another catalogue of this version is out already, and the windows
            would not look at a second one.
    """
    content = msgspec.json.encode(catalogue, order="deterministic")
    table = schema.catalogues
    with city.database.write() as conn:
        last = conn.execute(sa.select(table).order_by(table.c.number.desc()).limit(1)).first()
        if last is not None and last.content == content:
            return Issued(last.number, last.version, is_new=False)
        if conn.execute(sa.select(table.c.number).filter_by(version=catalogue.version)).first():
            raise InvalidInput("city_catalogue_version", field="version", version=catalogue.version)
        number = last.number + 1 if last else 1
        body = pack_catalogue(catalogue, number=number, sign=city.keys.sign)
        conn.execute(
            table.insert().values(
                number=number,
                version=catalogue.version,
                sha256=hashlib.sha256(body).hexdigest(),
                in_force_on=catalogue.in_force_on.isoformat(),
                content=content,
            )
        )
        put_out_catalogue(conn, body, number=number)
    return Issued(number, catalogue.version, is_new=True)
