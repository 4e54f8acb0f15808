"""Who has been served: what they gave once is offered again (行政许可法 35; 国务院令716 第7条)."""

from desktop.domain import events as ev
from desktop.domain.names import match_key
from desktop.domain.people import Applicant
from desktop.store.line import Line
from desktop.store.sqlcipher import Database

# The newest data win, but an empty field does not wipe out what is known. Each field keeps by which line it came, so
# that lines of several windows give the same row in whatever order they arrive.
_PERSON = """
INSERT INTO people (id_kind, id_number, name, name_key, kind, phone, address, legal_representative, last_at,
    name_by, phone_by, address_by, legal_representative_by)
VALUES (:id_kind, :id_number, :name, :name_key, :kind, :phone, :address, :legal_representative, :at,
    :by, iif(:phone = '', '', :by), iif(:address = '', '', :by), iif(:legal_representative = '', '', :by))
ON CONFLICT (id_kind, id_number) DO UPDATE SET
    name = iif(excluded.name_by >= name_by, excluded.name, name),
    name_key = iif(excluded.name_by >= name_by, excluded.name_key, name_key),
    kind = iif(excluded.name_by >= name_by, excluded.kind, kind),
    name_by = max(excluded.name_by, name_by),
    phone = iif(excluded.phone_by >= phone_by, excluded.phone, phone),
    phone_by = max(excluded.phone_by, phone_by),
    address = iif(excluded.address_by >= address_by, excluded.address, address),
    address_by = max(excluded.address_by, address_by),
    legal_representative = iif(excluded.legal_representative_by >= legal_representative_by,
        excluded.legal_representative, legal_representative),
    legal_representative_by = max(excluded.legal_representative_by, legal_representative_by),
    last_at = max(excluded.last_at, last_at)
"""

_USE = """
INSERT INTO item_use (window, item_code, uses, last_at) VALUES (:window, :item_code, 1, :at)
ON CONFLICT (window, item_code) DO UPDATE SET uses = uses + 1, last_at = max(last_at, excluded.last_at)
"""


def remember_people(db: Database, line: Line, event: ev.CaseReceived) -> None:
    """Keep the applicant and the agent of a case that was taken in, and count the item for its window."""
    applicant = event.applicant
    _remember(
        db,
        line,
        id_kind=applicant.id_kind,
        id_number=applicant.id_number,
        name=applicant.name,
        kind=applicant.kind,
        phone=applicant.phone,
        address=applicant.address,
        legal_representative=applicant.legal_representative,
    )
    if event.agent is not None:
        agent = event.agent
        _remember(
            db,
            line,
            id_kind=agent.id_kind,
            id_number=agent.id_number,
            name=agent.name,
            kind="person",
            phone=agent.phone,
        )
    db.execute(_USE, {"window": event.window, "item_code": event.item.code, "at": line.at})


_AMENDED = {
    f"applicant.{column}": f"""
UPDATE people SET {column} = iif(:by >= {column}_by, :value, {column}){more}, {column}_by = max({column}_by, :by)
WHERE id_kind = :id_kind AND id_number = :id_number
"""  # noqa: S608 (our own text)
    for column, more in (
        ("name", ", name_key = iif(:by >= name_by, :key, name_key)"),
        ("phone", ""),
        ("address", ""),
        ("legal_representative", ""),
    )
}


def remember_amended(db: Database, line: Line, event: ev.CaseAmended, applicant: Applicant) -> None:
    """What was put right in a case is offered right the next time; an emptied field does not wipe out what is known."""
    sql = _AMENDED.get(event.field)
    if sql is None or not event.new:
        return
    values = {"id_kind": applicant.id_kind, "id_number": applicant.id_number, "value": event.new, "by": _by(line)}
    db.execute(sql, {**values, "key": match_key(event.new)})


def _by(line: Line) -> str:
    return f"{line.at:020} {line.origin} {line.seq:012}"


def _remember(
    db: Database,
    line: Line,
    *,
    id_kind: str,
    id_number: str,
    name: str,
    kind: str,
    phone: str,
    address: str = "",
    legal_representative: str = "",
) -> None:
    if not id_number:
        return
    db.execute(
        _PERSON,
        {
            "id_kind": id_kind,
            "id_number": id_number,
            "name": name,
            "name_key": match_key(name),
            "kind": kind,
            "phone": phone,
            "address": address,
            "legal_representative": legal_representative,
            "at": line.at,
            "by": _by(line),
        },
    )
