"""Ratings over a real encrypted store: the citizen's own word, copied forms, follow-ups, and no path for a clerk."""

import ast
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.bootstrap import Counter
from desktop.domain import events as ev
from desktop.domain.errors import InvalidInput, NotAllowed
from desktop.domain.papers_pledge import RatingSheet
from desktop.domain.people import Clerk, Session
from desktop.domain.rating import RatingLevel
from desktop.domain.rating_rules import FollowUp, Given
from desktop.ports_todo import OwedTask
from desktop.services import forms, ratings
from desktop.services.service_settings import ServiceSettings, service_settings, set_service_settings
from tests.builders import COMPLETE, MONDAY, SESSION
from tests.fakes.outside import CITY, Outside
from tests.services.conftest import MORNING
from tests.services.test_intake import FORM, case, form, paper, take

CASE = FORM.case_id
STAGE = ev.RatingStage.ACCEPTANCE
BAD = RatingLevel.DISSATISFIED
ROOT = Path(__file__).parents[2]


@pytest.fixture
def taken(counter: Counter) -> Counter:
    """A case was accepted on Monday the 2nd."""
    take(counter, form(COMPLETE, outcome="accept"))
    return counter


def turn(counter: Counter) -> ratings.CitizenTurn:
    with counter.store.read() as reader:
        return ratings.begin_turn(reader, SESSION, CASE)


def rate(counter: Counter, mine: ratings.CitizenTurn, level: RatingLevel = BAD, *options: str) -> None:
    with counter.store.write(None) as uow:
        ratings.rate_on_screen(uow, mine, level, options=options, today=MONDAY)


def print_form(counter: Counter) -> str:
    with counter.store.write(SESSION) as uow:
        (number,) = forms.rating_sheet(uow, SESSION, CASE, today=MONDAY).papers
    return number


def copy(counter: Counter, level: RatingLevel = BAD, **proof: str) -> None:
    with counter.store.write(SESSION) as uow:
        ratings.transcribe(uow, CASE, Given(stage=STAGE, level=level), today=date(2026, 11, 3), **proof)


def owed(counter: Counter) -> list[OwedTask]:
    with counter.store.read() as reader:
        return [task for task in reader.owed_tasks() if task.kind == "rating"]


def test_m22_the_line_of_a_rating_on_the_screen_is_of_nobody_at_the_counter(taken: Counter):
    rate(taken, turn(taken), RatingLevel.VERY_SATISFIED, "510")

    with taken.store.read() as reader:
        line = reader.lines_of(CASE)[-1]
    assert isinstance(line.event, ev.Rated)
    assert line.clerk == ""
    assert (line.event.channel, line.event.served_by, line.event.window) == (ev.RatingChannel.SCREEN, "lead", "02")


def test_m22_with_the_turn_the_power_to_rate_ends(taken: Counter):
    mine = turn(taken)
    mine.end()

    with pytest.raises(NotAllowed) as refused:
        rate(taken, mine)

    assert refused.value.fields == {"reason": "why.turn_over"}
    assert case(taken).ratings == ()


def test_m22_a_turn_gives_one_rating_and_no_second(taken: Counter):
    mine = turn(taken)
    rate(taken, mine)

    with pytest.raises(NotAllowed):
        rate(taken, mine, RatingLevel.VERY_SATISFIED)

    assert turn(taken).stage is None
    assert [rated.level for rated in case(taken).ratings] == [BAD]


def test_m22_a_copied_form_is_marked_so_and_names_who_copied_it(taken: Counter):
    number = print_form(taken)

    copy(taken, paper_number=number)

    with taken.store.read() as reader:
        line = reader.lines_of(CASE)[-1]
    assert isinstance(line.event, ev.Rated)
    assert (line.clerk, line.event.channel, line.event.paper_number) == ("lead", ev.RatingChannel.PAPER, number)


def test_m22_a_form_of_this_case_is_copied_once_and_no_other_number_will_do(taken: Counter):
    number = print_form(taken)

    for wrong in ("", "示例评字〔2026〕02-K7QXM4-0099号"):
        with pytest.raises(InvalidInput):
            copy(taken, paper_number=wrong)
    with pytest.raises(InvalidInput):
        copy(taken, scan_sha256="ab" * 32)
    copy(taken, paper_number=number)

    assert ratings.forms_of(case(taken)) == ()


def test_m22_a_scanned_form_is_proof_enough(taken: Counter):
    page = ev.ScanAdded(sha256="ab" * 32, material_code=ratings.SHEET_CODE, place=1, media="image/webp", size_bytes=9)
    with taken.store.write(SESSION) as uow:
        uow.record([page], case_id=CASE)

    copy(taken, scan_sha256="ab" * 32)

    assert case(taken).ratings[0].scan_sha256 == "ab" * 32


def test_m22_a_rating_is_made_in_one_place_and_asked_for_on_the_screen_by_the_citizen_s_view_alone():
    called = {
        (_name(node.func), str(path.relative_to(ROOT)))
        for layer in ("desktop", "ui", "printing")
        for path in (ROOT / layer).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and _name(node.func) in ("Rated", "rate_on_screen")
    }

    assert called == {
        ("Rated", "desktop/domain/rating_rules.py"),
        ("Rated", "desktop/commands/city_answer.py"),  # the city's own page
        ("rate_on_screen", "ui/citizen/citizen_turn.py"),
    }


def _name(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def test_m22_a_bad_rating_is_owed_to_the_end_of_its_days_by_who_served(taken: Counter):
    rate(taken, turn(taken))

    (task,) = owed(taken)
    assert (task.due_on, task.subject, task.clerk) == (date(2026, 11, 9), "acceptance", "lead")


def test_m22_the_days_are_the_hall_s(taken: Counter):
    with taken.store.write(SESSION) as uow:
        set_service_settings(uow, SESSION, ServiceSettings(follow_up_days=15))
    rate(taken, turn(taken))

    assert owed(taken)[0].due_on == date(2026, 11, 23)


def test_m22_a_rating_on_the_city_s_page_comes_as_the_city_s_word_and_a_bad_one_is_owed(taken: Counter):
    said = ev.Rated(
        stage=STAGE, level=BAD, channel=ev.RatingChannel.QR, rater=ev.Rater.APPLICANT, rated_on=date(2026, 11, 4)
    )

    Outside(CITY).arrive(taken, said, case_id=CASE, at=MORNING + timedelta(days=2))

    assert case(taken).ratings == (said,)
    (task,) = owed(taken)
    assert (task.due_on, task.clerk) == (date(2026, 11, 4), "lead")  # without a day it is due at once
    with taken.store.read() as reader:
        assert [row.served_by for row in reader.ratings(MONDAY, date(2026, 11, 30))] == ["lead"]


def test_m22_a_good_rating_owes_nothing(taken: Counter):
    rate(taken, turn(taken), RatingLevel.MOSTLY_SATISFIED)

    assert owed(taken) == []


def follow_up(counter: Counter, *, is_settled: bool) -> None:
    how = FollowUp(
        contact="电话", found="没有给清单", verdict=ev.Verdict.TRUE, measures="补印清单", is_settled=is_settled
    )
    with counter.store.write(SESSION) as uow:
        ratings.follow_up(uow, CASE, STAGE, how, today=date(2026, 11, 4))


def test_m22_what_is_not_settled_comes_again_and_what_is_settled_does_not(taken: Counter):
    rate(taken, turn(taken))

    follow_up(taken, is_settled=False)
    assert owed(taken)[0].due_on == date(2026, 11, 11)
    follow_up(taken, is_settled=True)

    assert owed(taken) == []
    with taken.store.read() as reader:
        (row,) = reader.ratings(MONDAY, MONDAY)
        assert reader.ratings(date(2026, 11, 3), date(2026, 12, 31)) == []
    assert (row.level, row.settled_on, row.served_by) == (BAD, date(2026, 11, 4), "lead")


def test_m22_the_code_on_the_form_is_the_city_s_link_and_without_one_there_is_none(taken: Counter):
    bare = paper(taken, print_form(taken))
    with taken.store.write(SESSION) as uow:
        set_service_settings(uow, SESSION, ServiceSettings(link="https://example.invalid/pj"))
    linked = paper(taken, print_form(taken))

    assert isinstance(bare, RatingSheet)
    assert isinstance(linked, RatingSheet)
    assert bare.link == ""
    number = case(taken).case_number
    assert linked.link.startswith(f"https://example.invalid/pj?c={number}&s=acceptance&k=")


@pytest.mark.parametrize(
    "wrong",
    [
        ServiceSettings(follow_up_days=0),
        ServiceSettings(answer_days=61),
        ServiceSettings(turn_seconds=5),
        ServiceSettings(link="example.invalid"),
    ],
)
def test_settings_that_cannot_be_meant_are_refused(taken: Counter, wrong: ServiceSettings):
    with taken.store.write(SESSION) as uow, pytest.raises(InvalidInput):
        set_service_settings(uow, SESSION, wrong)

    with taken.store.read() as reader:
        assert service_settings(reader) == ServiceSettings()


def test_only_the_lead_sets_days_and_link(taken: Counter):
    clerk = Session(clerk=Clerk(clerk_id="wang", name="示例经办人"), window="02")

    with taken.store.write(clerk) as uow, pytest.raises(NotAllowed):
        set_service_settings(uow, clerk, ServiceSettings(answer_days=7))
