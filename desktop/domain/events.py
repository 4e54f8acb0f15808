"""Every kind of ledger line. An event says what happened, is never changed, and carries what it needs to be read
alone, years later and by another program. New fields get defaults; a changed meaning gets a new kind.
"""

from datetime import date
from typing import Any

import msgspec

from desktop.domain.event_base import EventBase
from desktop.domain.events_amend import AmendEvent
from desktop.domain.events_amend import CaseAmended as CaseAmended
from desktop.domain.events_amend import ConclusionUndone as ConclusionUndone
from desktop.domain.events_amend import GreenChannelGranted as GreenChannelGranted
from desktop.domain.events_amend import PaperReplaced as PaperReplaced
from desktop.domain.events_bundle import BundleOpened as BundleOpened
from desktop.domain.events_bundle import BundleRef as BundleRef
from desktop.domain.events_bundle import OpenedCase as OpenedCase
from desktop.domain.events_bundle import SentAway as SentAway
from desktop.domain.events_city import CityAskedCorrection as CityAskedCorrection
from desktop.domain.events_city import CityDecided as CityDecided
from desktop.domain.events_city import CityMessage as CityMessage
from desktop.domain.events_city import CityReceived as CityReceived
from desktop.domain.events_city import CityRefusedEntry as CityRefusedEntry
from desktop.domain.events_course import CaseDecided as CaseDecided
from desktop.domain.events_course import CaseDeemedAccepted as CaseDeemedAccepted
from desktop.domain.events_course import CaseDelivered as CaseDelivered
from desktop.domain.events_course import CaseForwarded as CaseForwarded
from desktop.domain.events_course import CaseReturned as CaseReturned
from desktop.domain.events_course import CaseWithdrawn as CaseWithdrawn
from desktop.domain.events_course import CorrectionSupplied as CorrectionSupplied
from desktop.domain.events_course import DeferredSupplied as DeferredSupplied
from desktop.domain.events_course import HandReceived as HandReceived
from desktop.domain.events_course import LimitExtended as LimitExtended
from desktop.domain.events_course import ProcedureBegun as ProcedureBegun
from desktop.domain.events_course import ProcedureEnded as ProcedureEnded
from desktop.domain.events_course import ResultArrived as ResultArrived
from desktop.domain.events_course import SuppliedMaterial as SuppliedMaterial
from desktop.domain.events_difficulty import DifficultyAnswered as DifficultyAnswered
from desktop.domain.events_difficulty import DifficultyClosed as DifficultyClosed
from desktop.domain.events_difficulty import DifficultyEscalated as DifficultyEscalated
from desktop.domain.events_difficulty import DifficultyReported as DifficultyReported
from desktop.domain.events_difficulty import Hand as Hand
from desktop.domain.events_elsewhere import ElsewhereEvent as ElsewhereEvent
from desktop.domain.events_elsewhere import HandledElsewhere as HandledElsewhere
from desktop.domain.events_elsewhere import TakenElsewhere as TakenElsewhere
from desktop.domain.events_guidance import IntermediaryChosen as IntermediaryChosen
from desktop.domain.events_guidance import PolicyShown as PolicyShown
from desktop.domain.events_guidance import ShownPolicy as ShownPolicy
from desktop.domain.events_hall import CalendarYearEntered as CalendarYearEntered
from desktop.domain.events_hall import CatalogueAdopted as CatalogueAdopted
from desktop.domain.events_hall import ClerkSet as ClerkSet
from desktop.domain.events_hall import HallSetUp as HallSetUp
from desktop.domain.events_hall import Locked as Locked
from desktop.domain.events_hall import LoggedIn as LoggedIn
from desktop.domain.events_hall import RegionalDaySet as RegionalDaySet
from desktop.domain.events_hall import SealRemoved as SealRemoved
from desktop.domain.events_hall import SealSet as SealSet
from desktop.domain.events_hands import AsideLine as AsideLine
from desktop.domain.events_hands import CaseTakenOver as CaseTakenOver
from desktop.domain.events_hands import ConflictSettled as ConflictSettled
from desktop.domain.events_hands import DataReused as DataReused
from desktop.domain.events_hands import DraftTakenOver as DraftTakenOver
from desktop.domain.events_hands import HandEvent as HandEvent
from desktop.domain.events_hands import ReusedEvidence as ReusedEvidence
from desktop.domain.events_material import ItemSnapshot as ItemSnapshot
from desktop.domain.events_material import MaterialRow as MaterialRow
from desktop.domain.events_material import OwedMaterial as OwedMaterial
from desktop.domain.events_pledge import PledgeEvent as PledgeEvent
from desktop.domain.events_rating import Rated as Rated
from desktop.domain.events_rating import Rater as Rater
from desktop.domain.events_rating import RatingChannel as RatingChannel
from desktop.domain.events_rating import RatingFollowedUp as RatingFollowedUp
from desktop.domain.events_rating import RatingStage as RatingStage
from desktop.domain.events_rating import Verdict as Verdict
from desktop.domain.events_sync import CaseTakenUp as CaseTakenUp
from desktop.domain.events_sync import CityAnswerSettled as CityAnswerSettled
from desktop.domain.events_sync import OriginSucceeded as OriginSucceeded
from desktop.domain.events_sync import ScanAdded as ScanAdded
from desktop.domain.events_sync import ScanRemoved as ScanRemoved
from desktop.domain.events_sync import WindowEnrolled as WindowEnrolled
from desktop.domain.papers import Paper
from desktop.domain.people import Agent, Applicant
from desktop.domain.regime import Incomplete

# About a case


class CaseReceived(EventBase, frozen=True, kw_only=True, tag="CaseReceived"):
    """收件: the application is in, which is not acceptance."""

    case_number: str
    catalogue_version: str
    item: ItemSnapshot
    applicant: Applicant
    received_on: date
    window: str
    facts: dict[str, str] = msgspec.field(default_factory=dict)
    agent: Agent | None = None
    notice_due_on: date | None = None  # last day for the notice; None: the regime knows no such window
    delivery: str = ""
    is_practice: bool = False
    bundle: BundleRef | None = None  # the 一件事 that this is one item of
    elsewhere: HandledElsewhere | None = None  # another place decides
    on_behalf: TakenElsewhere | None = None  # another place took it in for us


class BundleReceived(CaseReceived, frozen=True, kw_only=True, tag="BundleReceived"):
    """收件 of several items as one matter. A kind of its own, so that whoever counts cases does not count it too."""

    parts: tuple[str, ...]  # item codes
    sent_away: tuple[SentAway, ...] = ()  # items that do not go on with the others


class MaterialsChecked(EventBase, frozen=True, kw_only=True, tag="MaterialsChecked"):
    """The rows that were checked, in the order of the catalogue; rows of the same code replace earlier ones."""

    rows: tuple[MaterialRow, ...]


class CorrectedOnSpot(EventBase, frozen=True, kw_only=True, tag="CorrectedOnSpot"):
    """当场更正 (行政许可法 32 (3)): each row with what had been wrong."""

    rows: tuple[MaterialRow, ...]


class CaseAccepted(EventBase, frozen=True, kw_only=True, tag="CaseAccepted"):
    """受理, in full or with owed materials (容缺)."""

    accepted_on: date
    statutory_due_on: date | None = None
    committed_due_on: date | None = None
    owed: tuple[OwedMaterial, ...] = ()


class CorrectionRequested(EventBase, frozen=True, kw_only=True, tag="CorrectionRequested"):
    """一次性告知 of everything to be corrected."""

    requested_on: date
    rows: tuple[MaterialRow, ...]
    notice_no: int
    consequence: Incomplete
    repeat_reason: str = ""
    supply_by: date | None = None


class CaseRefused(EventBase, frozen=True, kw_only=True, tag="CaseRefused"):
    """不予受理: another authority is competent."""

    refused_on: date
    reason: str
    competent_authority: str


class CaseNotRequired(EventBase, frozen=True, kw_only=True, tag="CaseNotRequired"):
    """不受理: the matter needs no licence."""

    told_on: date
    reason: str
    basis: str = ""


# About a paper, of a case or alone


class PaperIssued(EventBase, frozen=True, kw_only=True, tag="PaperIssued"):
    """A paper has its number and content. `code` is the text of its QR."""

    number: str
    paper: Paper
    sha256: str
    code: str
    template: int


class PrintQueued(EventBase, frozen=True, kw_only=True, tag="PrintQueued"):
    """A sheet waits for the printer. `sheet_no` 0 is the first print, n the n-th reprint with its reason."""

    number: str
    sheet_no: int
    device: str
    reason: str = ""


class PrintSent(EventBase, frozen=True, kw_only=True, tag="PrintSent"):
    """The sheet was handed to the device; not yet known to have come out."""

    number: str
    sheet_no: int
    pdf_sha256: str
    job: str = ""


class PrintFailed(EventBase, frozen=True, kw_only=True, tag="PrintFailed"):
    """The sheet was not printed; `problem` is a key of desktop.messages."""

    number: str
    sheet_no: int
    problem: str


class PrintConfirmed(EventBase, frozen=True, kw_only=True, tag="PrintConfirmed"):
    """The clerk holds the sheet in the hand."""

    number: str
    sheet_no: int


class InformedOnce(EventBase, frozen=True, kw_only=True, tag="InformedOnce"):
    """Somebody asked and got the sheet; no case was opened."""

    item_code: str
    item_name: str
    catalogue_version: str
    facts: dict[str, str] = msgspec.field(default_factory=dict)


Event = (
    CaseReceived
    | BundleReceived
    | BundleOpened
    | MaterialsChecked
    | CorrectedOnSpot
    | CaseAccepted
    | CorrectionRequested
    | CaseRefused
    | CaseNotRequired
    | AmendEvent
    | PaperIssued
    | PrintQueued
    | PrintSent
    | PrintFailed
    | PrintConfirmed
    | HallSetUp
    | ClerkSet
    | LoggedIn
    | Locked
    | CatalogueAdopted
    | CalendarYearEntered
    | RegionalDaySet
    | SealSet
    | SealRemoved
    | InformedOnce
    | ScanAdded
    | ScanRemoved
    | CaseTakenUp
    | CityAnswerSettled
    | OriginSucceeded
    | WindowEnrolled
    | CityReceived
    | CityRefusedEntry
    | CityDecided
    | CityAskedCorrection
    | CityMessage
    | CorrectionSupplied
    | CaseDeemedAccepted
    | CaseReturned
    | CaseWithdrawn
    | ProcedureBegun
    | ProcedureEnded
    | LimitExtended
    | DeferredSupplied
    | CaseForwarded
    | HandReceived
    | CaseDecided
    | ResultArrived
    | CaseDelivered
    | PledgeEvent
    | ElsewhereEvent
    | HandEvent
    | PolicyShown
    | IntermediaryChosen
    | Rated
    | RatingFollowedUp
    | DifficultyReported
    | DifficultyEscalated
    | DifficultyAnswered
    | DifficultyClosed
)

_decoder: msgspec.json.Decoder[Event] = msgspec.json.Decoder(Event)


def kind_of(event: Event) -> str:
    """The kind column of the ledger: the event's tag."""
    tag: Any = type(event).__struct_config__.tag
    return str(tag)


def encode(event: Event) -> bytes:
    """Deterministic JSON, the kind among its fields."""
    return msgspec.json.encode(event, order="deterministic")


def decode(body: bytes) -> Event:
    """The inverse of `encode`. Raises msgspec.ValidationError for a kind or form this program does not know."""
    return _decoder.decode(body)
