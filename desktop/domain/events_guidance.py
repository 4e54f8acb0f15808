"""What the counter told and offered beside the case itself: policies that fit, and intermediaries to choose from."""

from desktop.domain.event_base import EventBase, Value
from desktop.domain.intermediary import Candidate, HowChosen


class ShownPolicy(Value, frozen=True, kw_only=True):
    """A policy that somebody was told of. `because`: why it fits, in words; not certain: it depends on a fact."""

    code: str
    name: str
    is_certain: bool = True
    because: tuple[str, ...] = ()


class PolicyShown(EventBase, frozen=True, kw_only=True, tag="PolicyShown"):
    """The citizen was told which policies fit (政策找人), on the screen or with the leaflet of this number.

    A line of no case: somebody who only asked, or who had not handed anything in yet.
    """

    policies: tuple[ShownPolicy, ...]
    catalogue_version: str
    item_code: str = ""
    paper_number: str = ""


class IntermediaryChosen(EventBase, frozen=True, kw_only=True, tag="IntermediaryChosen"):
    """The applicant chose an intermediary for a service, let a lot choose, or took nobody (优化营商环境条例 43).

    `candidates` is the whole register of the service that day, the population of the lot; `seed` is empty but for a
    lot, which desktop.domain.lot repeats. `chosen` is None where nobody was taken.
    """

    service: str
    how: HowChosen
    candidates: tuple[Candidate, ...]
    catalogue_version: str
    chosen: Candidate | None = None
    seed: str = ""
    item_code: str = ""
    item_name: str = ""
