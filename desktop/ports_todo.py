"""What the list of things to do is made of, as the store gives it. No words: they are the screen's."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class OwedTask:
    """Something that is owed on an open case, by a day.

    `kind` is notice, correction, decision or deferral; `subject` names the material of a deferral, empty otherwise.
    """

    kind: str
    subject: str
    due_on: date
    clerk: str
    window: str
    case_id: str
    case_number: str
    item_name: str
    applicant_name: str
    yellow_days: int
    goes_first: bool = False  # 绿色通道、先行先试: before others of the same day


@dataclass(frozen=True, slots=True)
class CityReceipt:
    """Whether the city has all lines of a case, by its signed answer.

    `waiting` lines of this hall are not acknowledged yet; `at` is when the city acknowledged the last of the others,
    None before the first.
    """

    waiting: int
    at: datetime | None

    @property
    def is_complete(self) -> bool:
        """The whole case is at the city."""
        return self.waiting == 0 and self.at is not None


@dataclass(frozen=True, slots=True)
class CaseConflict:
    """A case on which two windows have written without knowing of each other; a person settles it.

    `windows` in the order in which they wrote; `first_at` is the first line that the others had not seen.
    """

    case_id: str
    case_number: str
    item_name: str
    applicant_name: str
    clerk: str
    windows: tuple[str, ...]
    first_at: datetime
