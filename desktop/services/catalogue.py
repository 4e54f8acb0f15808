"""Adopting a catalogue version. Versions only go up, and every adopted one is kept: cases are pinned to them."""

import hashlib

from desktop.domain.catalogue import Catalogue
from desktop.domain.errors import InvalidInput
from desktop.domain.events import CatalogueAdopted
from desktop.ports import Changes, UnitOfWork


def adopt(uow: UnitOfWork, catalogue: Catalogue, body: bytes) -> Changes:
    """Makes the catalogue the one in force from its day on.

    Args:
        body: the JSON as it is kept; its SHA-256 goes into the ledger.

    Raises:
        InvalidInput: the version is not newer than the newest (`catalogue_older`), or the catalogue is for another
            region (`catalogue_division`). Adopting the same content twice changes nothing.
    """
    digest = hashlib.sha256(body).hexdigest()
    newest = uow.newest_catalogue()
    if newest is not None and (newest.version, newest.sha256) == (catalogue.version, digest):
        return Changes()
    if newest is not None and catalogue.version <= newest.version:
        raise InvalidInput("catalogue_older", field="version", version=catalogue.version)
    hall = uow.hall()
    if hall is not None and not hall.division.startswith(catalogue.division[:4]):
        raise InvalidInput("catalogue_division", field="division", division=catalogue.division)
    uow.keep_catalogue(catalogue, digest, body)
    uow.record(
        [
            CatalogueAdopted(
                version=catalogue.version,
                sha256=digest,
                in_force_on=catalogue.in_force_on,
                items=len(catalogue.items),
            )
        ]
    )
    return Changes(catalogue=True)
