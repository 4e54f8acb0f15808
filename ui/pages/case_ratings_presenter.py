"""Ratings of a case in words, and what may be done about them: copy a paper form, print one, follow a bad one up.

Without Qt. Nothing here gives a rating: see desktop.services.ratings.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop.domain import events as ev
from desktop.domain import rating_rules
from desktop.domain.case import Case
from desktop.domain.errors import InvalidInput
from desktop.domain.people import Session
from desktop.domain.rating import OPTIONS, RatingLevel
from desktop.domain.rating_family import Family
from desktop.domain.rating_rules import FollowUp, Given
from desktop.messages import LANGUAGES, word
from desktop.ports import Changes, Taken, UnitOfWork
from desktop.services import forms, ratings
from ui.pages.case_action_presenter import ActionLine, Answers, Question

_TEXTS: dict[str, tuple[str, str]] = {
    "copy": ("转录纸质评价", "Copy a paper rating"),
    "print": ("打印评价表", "Print a rating form"),
    "follow": ("差评回访（{stage}）", "Follow the bad rating up ({stage})"),
    "paper": ("政务服务评价表", "rating form"),
    "stage": ("评价的环节", "What is rated"),
    "level": ("群众勾选的等级", "Level ticked by the citizen"),
    "rater": ("评价人", "Who rated"),
    "options": ("勾选的原因代码（如 207 208，没有不填）", "Codes of the ticked reasons (207 208, or none)"),
    "text": ("意见建议（照表抄录）", "Words on the form, as written"),
    "paper_number": ("评价表编号", "Number of the form"),
    "scan": ("评价表扫描页", "Scanned page of the form"),
    "contact": ("怎样联系的", "How they were reached"),
    "verdict": ("核实结果", "What was found"),
    "found": ("核实的情况", "What happened"),
    "measures": ("整改措施", "What was done about it"),
    "is_settled": ("办结", "Settled"),
    "choose": ("请选择", "choose"),
    "no_number": ("没有编号", "no number"),
    "no_scan": ("没有扫描", "not scanned"),
    "page": ("{name} 第{place}页", "{name} page {place}"),
    "sheet": ("评价表", "rating form"),
    "yes": ("是，已办结", "yes, it is settled"),
    "no": ("否，记入台账再核实", "no, to be looked at again"),
    "none": ("还没有评价。没有评价就是没有，不算好评。", "Not rated. No rating is none, and never praise."),
    "head": ("{stage}：{level} · {channel} · {day}", "{stage}: {level} · {channel} · {day}"),
    "head.named": ("{name} · {stage}：{level} · {channel} · {day}", "{name} · {stage}: {level} · {channel} · {day}"),
    "family": (
        "“{name}”收件整体评价一次；结果一并送达的，办结也整体评价一次，先后送达的按事项评价。",
        "“{name}” is rated once at intake, and once for results that come together; those that come apart by item.",
    ),
    "owed": ("差评，{day}前核实回访", "bad rating: to be followed up by {day}"),
    "owed.now": ("差评，请尽快核实回访", "bad rating: to be followed up at once"),
    "settled": ("{day}已回访办结：{verdict}，{found}", "followed up and settled on {day}: {verdict}, {found}"),
    "going_on": ("{day}已回访：{verdict}，{found}", "followed up on {day}: {verdict}, {found}"),
}
_CONTACTS = (
    ("电话", "by telephone"),
    ("当面", "face to face"),
    ("上门", "at home"),
    ("未能联系", "could not be reached"),
)


class RatingAction(Enum):
    """What may be done on the tab; a follow-up names its stage."""

    COPY = "copy"
    PRINT = "print"
    FOLLOW_ACCEPTANCE = "acceptance"
    FOLLOW_COMPLETION = "completion"


@dataclass(frozen=True, slots=True)
class RatingView:
    """A rating: its line, what was said, what is owed or was found. `tone` is red while a bad one is open."""

    head: str
    said: str
    follow_up: str
    tone: str


def views(case: Case, language: str, family: Family | None = None) -> tuple[RatingView, ...]:
    """The ratings of the case, in their order; behind them those of the 一件事 that it belongs to, with their names."""
    own = [_view(case, rated, language) for rated in case.ratings]
    others = [one for one in (family.whole, *family.items) if one.case_id != case.case_id] if family else []
    if family is not None and case.case_id != family.whole.case_id:
        others = [family.whole]
    return (*own, *(_view(one, rated, language, name=one.item.name) for one in others for rated in one.ratings))


def nothing(language: str) -> str:
    """What stands where there is no rating."""
    return _say("none", language)


def note(case: Case, language: str, family: Family | None) -> str:
    """How the 一件事 that the case belongs to is rated; empty of a case that stands alone."""
    return "" if family is None else _say("family", language, name=family.whole.item.name)


def lines(case: Case, language: str, family: Family | None = None) -> tuple[ActionLine, ...]:
    """What may be done now, with keys."""
    bad = [stage for stage in ev.RatingStage if rating_rules.open_bad_rating(case, stage)]
    found: list[tuple[RatingAction, str, str, tuple[Question, ...]]] = [
        (
            RatingAction(stage.value),
            _say("follow", language, stage=word(stage, language)),
            "",
            _follow_questions(language),
        )
        for stage in bad
    ]
    stages = rating_rules.open_stages(case, family)
    if stages:
        found.append((RatingAction.COPY, _say("copy", language), "", _copy_questions(case, language, stages)))
        found.append((RatingAction.PRINT, _say("print", language), _say("paper", language), ()))
    return tuple(
        ActionLine(action, digit, text, paper, questions)
        for digit, (action, text, paper, questions) in enumerate(found, start=1)
    )


def perform(
    uow: UnitOfWork, session: Session, case: Case, action: RatingAction, answers: Answers, *, today: date
) -> Taken:
    """Does it. Raises what the services raise; `field` of an InvalidInput is the key of the question."""
    if action is RatingAction.PRINT:
        return forms.rating_sheet(uow, session, case.case_id, today=today)
    if action is RatingAction.COPY:
        changes = _copy(uow, case, answers, today)
    else:
        changes = _follow(uow, case, ev.RatingStage(action.value), answers, today)
    return Taken(case_id=case.case_id, case_number=case.case_number, papers=(), changes=changes)


def _copy(uow: UnitOfWork, case: Case, answers: Answers, today: date) -> Changes:
    if not answers.text("level"):
        raise InvalidInput("empty", field="level")
    given = Given(
        stage=ev.RatingStage(answers.text("stage")),
        level=RatingLevel(answers.text("level")),
        rater=ev.Rater(answers.text("rater") or ev.Rater.APPLICANT.value),
        options=tuple(answers.text("options").replace("、", " ").replace("，", " ").replace(",", " ").split()),
        text=answers.text("text"),
    )
    number, scan = answers.text("paper_number"), answers.text("scan")
    return ratings.transcribe(uow, case.case_id, given, paper_number=number, scan_sha256=scan, today=today)


def _follow(uow: UnitOfWork, case: Case, stage: ev.RatingStage, answers: Answers, today: date) -> Changes:
    if not answers.text("verdict"):
        raise InvalidInput("empty", field="verdict")
    how = FollowUp(
        contact=answers.text("contact"),
        found=answers.text("found"),
        verdict=ev.Verdict(answers.text("verdict")),
        measures=answers.text("measures"),
        is_settled=answers.text("is_settled") == "yes",
    )
    return ratings.follow_up(uow, case.case_id, stage, how, today=today)


def _copy_questions(case: Case, language: str, open_stages: Sequence[ev.RatingStage]) -> tuple[Question, ...]:
    """The level has no answer to begin with: whoever copies looks at the form."""
    ask = _asker(language)
    stages = [(stage.value, word(stage, language)) for stage in open_stages]
    levels = [("", _say("choose", language)), *((level.value, word(level, language)) for level in RatingLevel)]
    numbers = [(number, number) for number in ratings.forms_of(case)] + [("", _say("no_number", language))]
    scans = [(scan.sha256, _scan_name(case, scan.material_code, scan.place, language)) for scan in case.scans]
    scans.sort(key=lambda one: not one[1].startswith(_say("sheet", language)))
    raters = [(rater.value, word(rater, language)) for rater in ev.Rater]
    return (
        ask("stage", stages),
        ask("level", levels),
        ask("options"),
        *((ask("rater", raters),) if case.agent else ()),
        ask("paper_number", numbers),
        ask("scan", [("", _say("no_scan", language)), *scans]),
        ask("text", is_long=True),
    )


def _follow_questions(language: str) -> tuple[Question, ...]:
    ask = _asker(language)
    place = LANGUAGES.index(language)
    return (
        ask("contact", [(pair[0], pair[place]) for pair in _CONTACTS]),
        ask("verdict", [("", _say("choose", language)), *((v.value, word(v, language)) for v in ev.Verdict)]),
        ask("found", is_long=True),
        ask("measures", is_long=True),
        ask("is_settled", [("yes", _say("yes", language)), ("no", _say("no", language))]),
    )


def _asker(language: str) -> Callable[..., Question]:
    def ask(key: str, choices: list[tuple[str, str]] | None = None, *, is_long: bool = False) -> Question:
        start = choices[0][0] if choices else ""
        return Question(key, _say(key, language), tuple(choices or ()), start=start, is_long=is_long)

    return ask


def _scan_name(case: Case, code: str, place: int, language: str) -> str:
    names = {row.code: row.name for row in case.rows} | {ratings.SHEET_CODE: _say("sheet", language)}
    return _say("page", language, name=names.get(code, code), place=place)


def _view(case: Case, rated: ev.Rated, language: str, *, name: str = "") -> RatingView:
    head = _say(
        "head.named" if name else "head",
        language,
        stage=word(rated.stage, language),
        level=word(rated.level, language),
        channel=word(rated.channel, language),
        day=rated.rated_on.isoformat(),
        name=name,
    )
    said = [OPTIONS[rated.level].get(code, code) for code in rated.options]
    said += [part for part in (rated.text, rated.paper_number) if part]
    is_open = rating_rules.open_bad_rating(case, rated.stage) is not None
    return RatingView(
        head=head,
        said=("；" if language == LANGUAGES[0] else "; ").join(said),
        follow_up=_follow_up_text(case, rated, language, is_open=is_open),
        tone="red" if is_open else "",
    )


def _follow_up_text(case: Case, rated: ev.Rated, language: str, *, is_open: bool) -> str:
    if not rating_rules.is_bad(rated.level):
        return ""
    ups = [up for up in case.follow_ups if up.stage is rated.stage]
    done = ""
    if ups:
        key = "going_on" if is_open else "settled"
        last = ups[-1]
        day, verdict = last.followed_on.isoformat(), word(last.verdict, language)
        done = _say(key, language, day=day, verdict=verdict, found=last.found)
    due = ups[-1].again_by if ups else rated.follow_up_by
    owed = ""
    if is_open:
        owed = _say("owed", language, day=due.isoformat()) if due else _say("owed.now", language)
    return "；".join(part for part in (done, owed) if part)


def _say(key: str, language: str, **fields: object) -> str:
    return _TEXTS[key][LANGUAGES.index(language)].format_map(fields)
