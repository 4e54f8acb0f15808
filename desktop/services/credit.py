"""Whether somebody may pledge and defer: the city's list that came with the catalogue, and what this hall has found."""

from datetime import date

from desktop.domain.credit import Bar, CreditMarkKind, listed, longest
from desktop.ports import CaseReader


def bar_of(reader: CaseReader, *, id_kind: str, id_number: str, today: date) -> Bar | None:
    """What bars this number today, or None. The list is that of the catalogue in force, whatever a case is pinned to.

    Args:
        id_kind: value of IdKind, or `credit_code` of an organisation; the number as checked.
    """
    if not id_number:
        return None
    catalogue = reader.catalogue_in_force(today)
    bars = [
        Bar(CreditMarkKind.FALSE_PLEDGE, record.basis, record.until, is_local=True)
        for record in reader.credit_records(id_kind=id_kind, id_number=id_number)
        if record.until is None or today <= record.until
    ]
    if catalogue is not None:
        of_city = listed(catalogue.credit, catalogue.credit_salt, id_kind=id_kind, id_number=id_number, today=today)
        bars += [of_city] if of_city is not None else []
    return longest(bars)
