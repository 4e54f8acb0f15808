"""The store as the services see it: one action, one transaction; readers beside it; one program per profile."""

import shutil
import threading
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.domain import events as ev
from desktop.domain.case import CaseState, SheetState
from desktop.domain.catalogue import Catalogue
from desktop.domain.checklist import MaterialState
from desktop.domain.errors import InvalidInput
from desktop.domain.people import Agent, Clerk
from desktop.ports import Draft
from desktop.problems import ProfileExists, ProfileInUse, WrongKey
from desktop.store.backup import DATABASE
from desktop.store.installation import signing_key
from desktop.store.store import Store
from tests.store import samples
from tests.store.samples import CLERK, HALL, KEY, NOON, SetClock, case_number, citizen_number


def take_in(store: Store, serial: int = 1, *more: ev.Event, **fields) -> str:
    with store.write(CLERK) as unit:
        case_id = unit.new_id()
        unit.record([samples.received(serial, **fields), *more], case_id=case_id)
    return case_id


def test_action_is_on_record_and_folded(store: Store):
    case_id = take_in(store, 1, samples.checked(MaterialState.COMPLETE), samples.accepted())

    with store.read() as reader:
        case = reader.case(case_id)
        lines = reader.lines_of(case_id)

    assert case is not None
    assert case.state is CaseState.ACCEPTED
    assert case.due_on == date(2026, 12, 14)
    assert [(line.seq, line.clerk, line.at) for line in lines] == [(n, "zhangsan", NOON) for n in (1, 2, 3)]
    assert lines[2].event == samples.accepted()


def test_error_rolls_all_of_it_back(store: Store):
    def break_off() -> None:
        with store.write(CLERK) as unit:
            unit.next_serial("case")
            unit.record([samples.received()], case_id=unit.new_id())
            unit.set_setting("a", "b")
            raise LookupError

    with pytest.raises(LookupError):
        break_off()

    with store.read() as reader:
        assert reader.search("") == []
        assert reader.ledger.count() == 0
        assert reader.setting("a", "none") == "none"
    with store.write(CLERK) as unit:
        assert unit.next_serial("case") == 1


def test_unit_of_work_reads_its_own_writes_and_readers_do_not_yet(store: Store):
    with store.write(CLERK) as unit:
        unit.record([samples.received()], case_id=unit.new_id())
        with store.read() as reader:
            assert (len(unit.search("王示例")), len(reader.search("王示例"))) == (1, 0)

    with store.read() as reader:
        assert len(reader.search("王示例")) == 1


def test_reader_sees_one_moment(store: Store):
    with store.read() as reader:
        assert reader.ledger.count() == 0
        take_in(store)
        assert reader.ledger.count() == 0
        with store.read() as inner:
            assert inner.ledger.count() == 0


def test_unit_of_work_inside_another_is_our_mistake(store: Store):
    with store.write(CLERK), pytest.raises(RuntimeError), store.write(CLERK):
        pass


def test_writers_of_many_threads_wait_for_each_other(store: Store):
    def work() -> None:
        for _ in range(10):
            with store.write(CLERK) as unit:
                serial = unit.next_serial("case")
                unit.record([samples.received(serial)], case_id=unit.new_id())

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with store.read() as reader:
        assert sorted(row.case_number for row in reader.search("", limit=99)) == [case_number(n) for n in range(1, 41)]
    assert store.verify() is None


def test_serials_only_count_up_each_series_alone(store: Store):
    with store.write(CLERK) as unit:
        taken = [unit.next_serial(series) for series in ("case", "case", "paper", "case")]

    assert taken == [1, 2, 1, 3]


def test_case_number_is_never_given_twice(store: Store):
    take_in(store, 1)

    with pytest.raises(Exception, match="UNIQUE"):
        take_in(store, 1)


def test_profile_is_open_once(store: Store, profile: Path, clock: SetClock):
    with pytest.raises(ProfileInUse):
        Store.open(profile, KEY, clock=clock)


def test_profile_is_not_made_over_an_existing_one(store: Store, profile: Path, clock: SetClock):
    store.close()

    with pytest.raises(ProfileExists):
        Store.create(profile, KEY, hall="yangxu", window="02", clock=clock)


def test_failed_opening_lets_the_next_one_in(store: Store, profile: Path, clock: SetClock):
    store.close()

    with pytest.raises(WrongKey):
        Store.open(profile, bytes(32), clock=clock)
    with Store.open(profile, KEY, clock=clock) as again:
        assert again.origin == store.origin


def test_origin_names_hall_and_window_and_stays(store: Store, profile: Path, clock: SetClock):
    origins = {store.origin}
    store.close()
    for _ in range(3):
        with Store.open(profile, KEY, clock=clock) as again:
            origins.add(again.origin)
            assert again.installation.predecessor is None

    assert len(origins) == 1
    hall, window, tag = origins.pop().split("-")
    assert (hall, window, len(tag), int(tag, 16) >= 0) == ("yangxu", "02", 8, True)


@pytest.mark.parametrize(("hall", "window"), [("阳圩", "02"), ("yangxu", ""), ("a-b", "02"), ("yangxu", "0/2")])
def test_odd_names_do_not_get_into_an_origin(tmp_path: Path, clock: SetClock, hall: str, window: str):
    with pytest.raises(InvalidInput):
        Store.create(tmp_path, KEY, hall=hall, window=window, clock=clock)


def test_copied_profile_goes_on_as_a_new_origin_with_the_old_lines_whole(
    store: Store, profile: Path, tmp_path: Path, clock: SetClock
):
    case_id = take_in(store)
    store.close()
    shutil.copytree(profile, tmp_path / "elsewhere")

    with Store.open(tmp_path / "elsewhere", KEY, clock=clock) as copy:
        with copy.write(CLERK) as unit:
            assert unit.next_serial("case") == 1
            unit.record([samples.accepted()], case_id=case_id)
        with copy.read() as reader:
            assert [(line.origin, line.seq) for line in reader.lines_of(case_id)] == [
                (store.origin, 1),
                (copy.origin, 2),  # the case is taken up; before it the copy has introduced itself
                (copy.origin, 3),
            ]
        assert copy.installation.predecessor == store.origin
        assert copy.verify() is None
    with Store.open(profile, KEY, clock=clock) as original:
        assert original.origin == store.origin


def test_older_database_file_put_back_goes_on_as_a_new_origin(
    store: Store, profile: Path, tmp_path: Path, clock: SetClock
):
    store.close()
    older = tmp_path / "older.db"
    shutil.copy(profile / DATABASE, older)
    Store.open(profile, KEY, clock=clock).close()

    with (profile / DATABASE).open("rb+") as stream:  # over the file itself: path and inode stay
        stream.write(older.read_bytes())

    with Store.open(profile, KEY, clock=clock) as again:
        assert again.installation.predecessor == store.origin


def test_lost_seal_gives_a_new_origin_rather_than_a_doubtful_one(store: Store, profile: Path, clock: SetClock):
    store.close()
    (profile / "installation.json").write_text("{")

    with Store.open(profile, KEY, clock=clock) as again:
        assert again.installation.predecessor == store.origin


def test_other_window_is_another_origin(store: Store):
    before = store.origin

    store.move(hall="yangxu", window="02")
    assert store.origin == before
    store.move(hall="yangxu", window="03")

    assert store.origin.startswith("yangxu-03-")


def test_papers_are_signed_with_the_key_of_the_window(store: Store):
    with store.write(CLERK) as unit:
        signature, public = unit.sign(b"content"), unit.public_key

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    Ed25519PublicKey.from_public_bytes(public).verify(signature, b"content")
    with store.write(None) as unit:
        assert signing_key(unit._db, store.origin).public_key().public_bytes_raw() == public


def test_drafts_are_kept_per_clerk_with_their_field_newest_first(store: Store, profile: Path, clock: SetClock):
    old = Draft("d1", "zhangsan", "02", "{王}".encode(), "applicant.name", NOON)
    new = Draft("d2", "lisi", "02", b"{}", "item", NOON + timedelta(milliseconds=500))
    with store.write(CLERK) as unit:
        unit.save_draft(replace(old, field="item", body=b"{}"))
        unit.save_draft(new)
        unit.save_draft(old)
    store.close()

    with Store.open(profile, KEY, clock=clock) as again:
        with again.read() as reader:
            assert reader.drafts() == [new, old]
            assert reader.drafts("zhangsan") == [old]
            assert reader.ledger.count() == 0
        with again.write(CLERK) as unit:
            unit.delete_draft("d1")
            unit.delete_draft("d1")
            assert unit.drafts() == [new]


def test_settings_are_kept(store: Store):
    with store.write(None) as unit:
        unit.set_setting("theme", "dark")
        unit.set_setting("theme", "light")

    with store.read() as reader:
        assert (reader.setting("theme"), reader.setting("printer", "none")) == ("light", "none")


def test_newest_catalogue_in_force_is_given(store: Store):
    def version(text: str, day: date) -> Catalogue:
        return Catalogue(version=text, publisher="示例", division="450000", issued_on=day, in_force_on=day)

    first, second = version("2026.01.01", date(2026, 1, 1)), version("2026.12.01", date(2026, 12, 1))
    with store.write(CLERK) as unit:
        for catalogue in (first, second):
            unit.keep_catalogue(catalogue, "ab" * 32, b"file")

    with store.read() as reader:
        assert reader.catalogue("2026.12.01") == second
        assert reader.catalogue("none") is None
        assert reader.catalogue_in_force(date(2025, 12, 31)) is None
        assert reader.catalogue_in_force(date(2026, 11, 30)) == first
        assert reader.catalogue_in_force(date(2026, 12, 1)) == second


def test_hall_clerks_and_calendar_are_as_last_set(store: Store):
    away = Clerk(clerk_id="lisi", name="李四", is_active=False)
    days = [ev.RegionalDaySet(day=date(2026, 4, 20), is_off=off, why="三月三") for off in (True, False)]
    year = ev.CalendarYearEntered(year=2027, days_off=(date(2027, 1, 1),), make_up_workdays=())
    with store.read() as reader:
        assert (reader.hall(), reader.clerks(), reader.calendar_entries()) == (None, [], [])
    with store.write(None) as unit:
        unit.record([ev.HallSetUp(hall=HALL), ev.ClerkSet(clerk=CLERK.clerk), ev.ClerkSet(clerk=replace_active(away))])
    with store.write(CLERK) as unit:
        unit.record([ev.ClerkSet(clerk=away), days[0], year, days[1]])

    with store.read() as reader:
        assert reader.hall() == HALL
        assert reader.clerks() == [away, CLERK.clerk]
        assert reader.calendar_entries() == [days[0], year, days[1]]


def replace_active(clerk: Clerk) -> Clerk:
    return Clerk(clerk_id=clerk.clerk_id, name=clerk.name)


def test_hall_stays_known_after_the_profile_was_copied(store: Store, profile: Path, tmp_path: Path, clock: SetClock):
    with store.write(None) as unit:
        unit.record([ev.HallSetUp(hall=HALL)])
    store.close()
    shutil.copytree(profile, tmp_path / "elsewhere")

    with Store.open(tmp_path / "elsewhere", KEY, clock=clock) as copy, copy.read() as reader:
        assert reader.hall() == HALL


def test_paper_and_its_sheets_are_followed_to_the_clerks_hand(store: Store):
    issued = samples.paper()
    number = issued.number
    case_id = take_in(store, 1, samples.accepted(), issued)

    def tell(event: ev.Event) -> list[str]:
        with store.write(CLERK) as unit:
            unit.record([event], case_id=case_id)
            return [paper.number for paper in unit.papers_waiting()]

    assert tell(ev.PrintQueued(number=number, sheet_no=0, device="示例打印机")) == [number]
    assert tell(ev.PrintFailed(number=number, sheet_no=0, problem="no_paper")) == [number]
    assert tell(ev.PrintSent(number=number, sheet_no=0, pdf_sha256="cd" * 32)) == [number]
    assert tell(ev.PrintConfirmed(number=number, sheet_no=0)) == []
    assert tell(ev.PrintQueued(number=number, sheet_no=1, device="示例打印机", reason="卡纸")) == [number]

    with store.read() as reader:
        paper = reader.issued_paper(number)
        assert reader.paper(number) == issued.paper
        assert reader.paper_code(number) == "QR"
        assert (reader.paper("none"), reader.issued_paper("none"), reader.paper_code("none")) == (None, None, "")
        counts = reader.day_counts(date(2026, 11, 23))
        case = reader.case(case_id)
    assert paper is not None
    assert case is not None
    assert [sheet.state for sheet in paper.sheets] == [SheetState.CONFIRMED, SheetState.QUEUED]
    assert case.papers == (paper,)
    assert (counts.papers_issued, counts.sheets_confirmed, counts.sheets_waiting, counts.reprints) == (1, 1, 1, 1)


def test_day_is_counted_by_the_clock_of_the_hall_and_by_window(store: Store, clock: SetClock):
    clock.moment = NOON.replace(hour=15, minute=59)  # 23:59 in the hall
    take_in(store, 1)
    clock.moment = NOON.replace(hour=16)  # midnight: the next day
    take_in(store, 2, samples.accepted())

    with store.read() as reader:
        days = [reader.day_counts(date(2026, 11, day)) for day in (22, 23, 24)]
        assert [(day.received, day.accepted) for day in days] == [(0, 0), (1, 0), (1, 1)]
        assert reader.day_counts(date(2026, 11, 23), window="02").received == 1
        assert reader.day_counts(date(2026, 11, 23), window="03").received == 0


def test_person_is_offered_with_the_newest_data_and_open_cases(store: Store):
    first = samples.applicant(7, "王示例", address="示例村1组")
    take_in(store, 1, applicant=first)
    take_in(store, 2, samples.accepted(), applicant=samples.applicant(7, "王𬭳"))
    closed = ev.CaseNotRequired(told_on=date(2026, 11, 23), reason="示例")
    take_in(
        store, 3, closed, applicant=first, agent=Agent(name="李示例", id_kind="citizen", id_number=citizen_number(9))
    )

    with store.read() as reader:
        person = reader.person(citizen_number(7))
        agent = reader.person(citizen_number(9))
        assert reader.person(citizen_number(8)) is None
    assert person is not None
    assert agent is not None
    assert (person.name, person.address) == ("王示例", "示例村1组")
    assert [row.case_number for row in person.open_cases] == [case_number(2), case_number(1)]
    assert (agent.name, agent.open_cases) == ("李示例", ())


def test_open_cases_come_by_due_date_those_without_last(store: Store):
    for serial, due_on in ((1, None), (2, date(2026, 12, 9)), (3, date(2026, 12, 1))):
        take_in(store, serial, notice_due_on=due_on)
    take_in(store, 4, ev.CaseNotRequired(told_on=date(2026, 11, 23), reason="示例"))

    with store.read() as reader:
        assert [row.case_number for row in reader.open_cases()] == [case_number(n) for n in (3, 2, 1)]
        assert len(reader.open_cases(limit=2)) == 2


def test_most_used_items_of_this_window_come_first(store: Store):
    rare, common = samples.item("RARE", "示例甲"), samples.item("COMMON", "示例乙")
    for serial, (item, window) in enumerate(((common, "02"), (rare, "02"), (common, "02"), (rare, "03")), start=1):
        take_in(store, serial, item=item, window=window)

    with store.read() as reader:
        assert reader.item_use() == ["COMMON", "RARE"]
        assert reader.item_use(limit=1) == ["COMMON"]


def test_case_is_found_by_its_number_with_or_without_hyphens(store: Store):
    case_id = take_in(store, 5)

    with store.read() as reader:
        found = [reader.case_by_number(n) for n in (case_number(5), case_number(5).replace("-", ""), "none")]
    assert [case.case_id if case else None for case in found] == [case_id, case_id, None]
