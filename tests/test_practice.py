"""Practice: the whole client on made-up cases, marked on every paper, with no way into a real ledger."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop import bootstrap, practice
from desktop.clock import FixedClock
from desktop.domain import events as ev
from desktop.domain.checklist import MaterialState
from desktop.domain.course_way import Delivery
from desktop.domain.exercise import FIND_TAIL, Done, Exercise, current, solved
from desktop.domain.numbers import CaseNumber, is_practice_origin
from desktop.domain.people import Clerk
from desktop.ports import Filters
from desktop.services import amendments, course, intake
from desktop.services import practice as exercises
from desktop.services.amendments import Amendment
from desktop.store.admission import LinesUnsound
from desktop.store.key_slots import Cost
from printing.render import render
from printing.verdict_words import told
from printing.verify import Verdict, check_pdf, check_text
from tests.builders import HALL, LEAD, catalogue, item
from tests.services.test_intake import form

CLERK = Clerk(clerk_id="zhang", name="张示例")
MORNING = datetime(2026, 11, 9, 1, 0, tzinfo=UTC)


@pytest.fixture
def clock():
    return FixedClock(MORNING)


@pytest.fixture
def opened(tmp_path: Path, clock):
    counter, session = practice.open_practice(tmp_path / "practice", CLERK, clock=clock)
    yield counter, session
    counter.close()


@pytest.fixture
def real(tmp_path: Path, clock):
    made, _code = bootstrap.create_profile(
        tmp_path / "hall",
        hall=HALL,
        lead=LEAD,
        password="demo-2026",
        clock=clock,
        catalogue=catalogue(item()),
        cost=Cost(time=1, memory_kib=64, lanes=1),
    )
    yield made
    made.close()


def cases(counter):
    with counter.store.read() as reader:
        return [reader.case(row.case_id) for row in reader.search("", Filters())]


def ask(counter, session):
    with counter.store.write(session) as uow:
        found = uow.catalogue_in_force(counter.clock.today())
        code = next(one.code for one in found.items if one.name.startswith("最低生活保障"))
        return intake.inform_once(uow, session, item_code=code, answers={}, today=counter.clock.today())


def done(counter, session):
    with counter.store.read() as reader:
        return exercises.done(reader, session.clerk.clerk_id)


def test_m25_practice_opens_without_a_password_and_is_never_sent(opened):
    counter, session = opened

    assert session.clerk.clerk_id == "zhang"
    assert (counter.is_practice, counter.sync) == (True, None)


def test_m25_case_and_paper_numbers_are_of_a_series_of_their_own(opened):
    counter, _session = opened

    for case in cases(counter):
        assert case.is_practice
        assert CaseNumber.parse(case.case_number).practice
        assert all(paper.number.startswith("练") for paper in case.papers)


def test_m25_every_paper_of_practice_bears_its_mark_even_one_without_a_case(opened):
    counter, session = opened
    sheet = ask(counter, session).papers[0]

    with counter.store.read() as reader:
        numbers = [sheet, *(paper.number for case in cases(counter) for paper in case.papers)]
        assert all(reader.paper(number).head.is_practice for number in numbers)


def test_m25_checking_a_paper_of_practice_says_that_it_is_one(opened):
    counter, _session = opened
    number = cases(counter)[0].papers[0].number
    with counter.store.read() as reader:
        paper, code = reader.paper(number), reader.paper_code(number)
    keys = bootstrap.key_sheet(counter)

    by_code, by_pdf = check_text(code, keys), check_pdf(render(paper, code=code), keys)

    assert by_code.verdict is by_pdf.verdict is Verdict.PRACTICE
    assert by_pdf.verdict.is_refutation
    assert told(by_pdf)[0] == "这是练习文书，没有法律效力。"


def test_m25_no_line_of_practice_is_taken_into_a_real_ledger_nor_the_other_way(opened, real):
    counter, _session = opened
    with counter.store.read() as reader:
        made_up = reader.ledger.numbered(counter.store.origin, first=1, limit=3)
    with real.store.read() as reader:
        true = reader.ledger.numbered(real.store.origin, first=1, limit=2)

    with real.store.write(None) as uow, pytest.raises(LinesUnsound):
        uow.admit(made_up)
    with counter.store.write(None) as uow, pytest.raises(LinesUnsound):
        uow.admit(true)


def test_m25_practice_knows_neither_path_nor_key_of_the_real_store(opened, real):
    counter, _session = opened
    seen = [getattr(counter, name) for name in counter.__slots__]
    seen += [*vars(counter.store).values(), *vars(counter.keys).values()]

    assert not any(str(real.profile) in str(value) for value in seen)
    assert real.store._key not in seen
    assert not set(counter.keys.users) & set(real.keys.users)


def test_m25_a_practice_profile_stays_one_however_it_is_opened_and_wherever_it_moves(opened, tmp_path, clock):
    counter, session = opened
    bootstrap.change_hall(counter, session, HALL)
    assert is_practice_origin(counter.store.origin)
    counter.close()

    again, _session = bootstrap.open_profile(tmp_path / "practice", "zhang", practice.PASSWORD, clock=clock)

    assert (again.is_practice, again.sync) == (True, None)
    again.close()


def test_m25_a_backup_of_practice_comes_back_as_practice_and_nothing_else(opened, tmp_path, clock):
    counter, _session = opened
    made = bootstrap.back_up(counter, tmp_path / "stick")
    counter.close()
    bootstrap.restore(made, tmp_path / "restored")

    again, session = bootstrap.open_profile(tmp_path / "restored", "zhang", practice.PASSWORD, clock=clock)

    assert again.store.origin != counter.store.origin  # a copy writes under its own name, which is one of practice
    assert (again.is_practice, again.sync, is_practice_origin(again.store.origin)) == (True, None, True)
    with again.store.write(session) as uow:
        published = uow.catalogue_in_force(clock.today())
        assert published is not None
        item_code = published.items[0].code
        number = intake.inform_once(uow, session, item_code=item_code, answers={}, today=clock.today()).papers[0]
    with again.store.read() as reader:
        sheet = reader.paper(number)
    assert sheet is not None
    assert sheet.head.is_practice
    again.close()


def test_m25_a_day_of_practice_leaves_the_real_ledger_and_its_folder_as_they_were(real, tmp_path, clock):
    """Practised beside it as the program does, in the folder next to the real one, with the real counter closed."""
    real.close()
    before = {path.name: path.read_bytes() for path in sorted(real.profile.rglob("*")) if path.is_file()}

    counter, session = practice.open_practice(real.profile.with_name("practice"), CLERK, clock=clock)
    ask(counter, session)
    practice_origin = counter.store.origin
    counter.close()

    assert {path.name: path.read_bytes() for path in sorted(real.profile.rglob("*")) if path.is_file()} == before
    again, _session = bootstrap.open_profile(real.profile, LEAD.clerk_id, "demo-2026", clock=clock)
    with again.store.read() as reader:
        assert reader.ledger.numbered(practice_origin, first=1, limit=1) == []
    assert cases(again) == []
    again.close()


def test_m25_starting_over_deletes_practice_alone(opened, real, tmp_path, clock):
    counter, _session = opened
    counter.close()

    practice.delete_practice(tmp_path / "practice")
    with pytest.raises(ValueError, match="not a profile of practice"):
        practice.delete_practice(real.profile)

    assert not (tmp_path / "practice").exists()
    assert bootstrap.profile_exists(real.profile)


def test_m25_a_practice_that_broke_off_while_it_was_made_is_made_anew(tmp_path, clock):
    folder = tmp_path / "practice"
    folder.mkdir()
    (folder / "practice-unfinished").touch()
    (folder / "keys.json").write_text("{half")

    counter, _session = practice.open_practice(folder, CLERK, clock=clock)

    assert len(cases(counter)) == 2
    counter.close()


EVENTS = {
    Exercise.ACCEPT: Done(ev.CaseAccepted(accepted_on=MORNING.date())),
    Exercise.ON_SPOT: Done(ev.CorrectedOnSpot(rows=())),
    Exercise.REFUSE: Done(ev.CaseRefused(refused_on=MORNING.date(), reason="", competent_authority="")),
    Exercise.INFORM: Done(ev.InformedOnce(item_code="1", item_name="x", catalogue_version="1")),
    Exercise.DEFER: Done(
        ev.CaseAccepted(accepted_on=MORNING.date(), owed=(ev.OwedMaterial(code="m1", name="x", due_on=MORNING.date()),))
    ),
    Exercise.PLEDGE: Done(
        ev.MaterialsChecked(rows=(ev.MaterialRow(code="m1", name="x", state=MaterialState.PLEDGED),))
    ),
    Exercise.REPRINT: Done(ev.PrintQueued(number="1", sheet_no=1, device="x", reason="卡纸")),
    Exercise.HAND_OUT: Done(ev.CaseDelivered(delivered_on=MORNING.date(), method="窗口自取", recipient="x")),
}


@pytest.mark.parametrize("exercise", list(EVENTS))
def test_m25_an_exercise_is_ticked_off_by_its_own_entry_alone(exercise):
    assert solved([EVENTS[exercise]]) == {exercise}


def test_m25_a_first_print_is_no_reprint_and_one_fault_no_notice_of_two():
    first = Done(ev.PrintQueued(number="1", sheet_no=0, device="x"))

    assert solved([first]) == frozenset()
    assert current(frozenset()) is Exercise.ACCEPT
    assert current(frozenset(Exercise)) is None


def test_m25_exercises_are_kept_for_each_clerk_and_can_be_done_again(opened):
    counter, session = opened
    ask(counter, session)
    with counter.store.read() as reader:
        (row,) = reader.search(FIND_TAIL)
    what = Amendment("applicant.address", "示例村9组", "门牌写错")
    with counter.store.write(session) as uow:
        amendments.amend(uow, session, row.case_id, what, today=counter.clock.today())
    with counter.store.read() as reader:
        (nong,) = reader.search("农秀英")
    with counter.store.write(session) as uow:
        course.deliver(
            uow, session, nong.case_id, Delivery(method="窗口自取", recipient="农秀英"), today=counter.clock.today()
        )

    assert done(counter, session) == {Exercise.INFORM, Exercise.FIND, Exercise.HAND_OUT}
    with counter.store.read() as reader:
        assert exercises.done(reader, "somebody else") == frozenset()

    with counter.store.write(session) as uow:
        exercises.begin_again(uow, session)
    assert done(counter, session) == frozenset()


def test_m25_a_real_counter_gives_real_numbers(real):
    session = bootstrap.begin_session(real, LEAD.clerk_id)
    with real.store.write(session) as uow:
        taken = intake.take_in(uow, session, form(), today=real.clock.today())

    assert not real.is_practice
    assert not CaseNumber.parse(taken.case_number).practice
