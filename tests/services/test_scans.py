"""Pages of a material: kept before they are named, in the draft and then in the case, in order, each once."""

import hashlib
from io import BytesIO

import pytest
from PIL import Image

from desktop import capture
from desktop.bootstrap import Counter
from desktop.capture import Target
from desktop.domain.case import CaseScan
from desktop.domain.checklist import Check, MaterialState
from desktop.domain.errors import Conflict, InvalidInput
from desktop.domain.events import ScanAdded, ScanRemoved
from desktop.domain.outcome import Outcome
from desktop.ports_scans import DraftScan, NewPage, ScanWhere
from desktop.services import drafts, intake, scans
from desktop.services.intake_form import IntakeForm
from tests.builders import COMPLETE, MONDAY, PERSON_ID, SESSION
from tests.services.conftest import clock, counter, open_counter

__all__ = ["clock", "counter", "open_counter"]

CASE = "01234567-89ab-7def-8123-000000000001"
CODE = "m1"


def page(text: str, number: int = 1) -> NewPage:
    content = text.encode()
    digest = hashlib.sha256(content).hexdigest()
    return NewPage(digest, "image/webp", 100, 141, 200, number, content)


def form(**typed: object) -> IntakeForm:
    checks = {code: Check(code=code, state=MaterialState.COMPLETE) for code in COMPLETE}
    fields = {
        "case_id": CASE,
        "item_code": "L1",
        "name": "王示例",
        "id_number": PERSON_ID,
        "phone": "13900000000",
        "answers": {"place": "1"},
        "checks": checks,
        "outcome": Outcome.ACCEPT.value,
    }
    return IntakeForm(**{**fields, **typed})  # type: ignore[arg-type]


def add(counter: Counter, *pages: NewPage, code: str = CODE, original: str = "") -> int:
    for each in pages:
        counter.store.scan_files.keep(each.sha256, each.content)
    with counter.store.write(SESSION) as uow:
        return scans.add(uow, CASE, code, pages, name="扫描.pdf", original=original)


def drafted(counter: Counter) -> tuple[DraftScan, ...]:
    with counter.store.read() as reader:
        return reader.draft_scans(CASE)


def filed(counter: Counter) -> tuple[CaseScan, ...]:
    with counter.store.read() as reader:
        case = reader.case(CASE)
    assert case is not None
    return case.scans


def take_in(counter: Counter) -> None:
    with counter.store.write(SESSION) as uow:
        intake.take_in(uow, SESSION, form(), today=MONDAY)


def picture(grey: int) -> bytes:
    out = BytesIO()
    image = Image.new("L", (60, 40), grey)
    image.paste(0, (0, 0, 20, 10))
    image.save(out, "PNG")
    return out.getvalue()


def test_pages_of_a_draft_stand_in_the_order_in_which_they_came(counter):
    assert add(counter, page("a"), page("b")) == 2
    assert add(counter, page("c")) == 1

    assert [(s.place, s.sha256) for s in drafted(counter)] == [
        (1, page("a").sha256),
        (2, page("b").sha256),
        (3, page("c").sha256),
    ]


def test_the_same_page_is_not_added_twice_to_a_material(counter):
    add(counter, page("a"), page("b"))

    assert add(counter, page("b"), page("c"), page("c")) == 1
    assert len(drafted(counter)) == 3


def test_at_intake_the_pages_go_on_record_in_the_same_transaction(counter):
    add(counter, page("a"), page("b"))

    take_in(counter)

    assert [(s.sha256, s.place, s.name) for s in filed(counter)] == [
        (page("a").sha256, 1, "扫描.pdf"),
        (page("b").sha256, 2, "扫描.pdf"),
    ]
    assert drafted(counter) == ()
    with counter.store.read() as reader:
        kinds = [type(line.event).__name__ for line in reader.lines_of(CASE)]
    assert kinds[:4] == ["CaseReceived", "MaterialsChecked", "ScanAdded", "ScanAdded"]


def test_m2_pages_of_a_material_that_the_case_does_not_ask_for_are_not_taken(counter):
    add(counter, page("a"))
    add(counter, page("b"), code="m6")  # asked for only where there is an agent

    take_in(counter)

    assert [s.material_code for s in filed(counter)] == [CODE]


def test_a_refused_intake_leaves_the_pages_in_the_draft(counter):
    add(counter, page("a"))

    with pytest.raises(InvalidInput), counter.store.write(SESSION) as uow:
        intake.take_in(uow, SESSION, form(name=""), today=MONDAY)

    assert len(drafted(counter)) == 1


def test_a_page_that_is_ready_only_after_intake_goes_to_the_case(counter):
    take_in(counter)

    assert add(counter, page("late")) == 1
    assert [s.sha256 for s in filed(counter)] == [page("late").sha256]


def test_pages_come_and_go_in_a_case_by_entries_that_say_why(counter):
    add(counter, page("a"), page("b"))
    take_in(counter)

    with counter.store.write(SESSION) as uow:
        scans.remove_from_case(uow, CASE, CODE, page("a").sha256, reason="放错材料")

    assert [s.sha256 for s in filed(counter)] == [page("b").sha256]
    with counter.store.read() as reader:
        last = reader.lines_of(CASE)[-1].event
    assert last == ScanRemoved(sha256=page("a").sha256, material_code=CODE, reason="放错材料")


def test_a_page_of_a_case_does_not_go_without_a_reason(counter):
    add(counter, page("a"))
    take_in(counter)

    with pytest.raises(InvalidInput) as refused, counter.store.write(SESSION) as uow:
        scans.remove_from_case(uow, CASE, CODE, page("a").sha256, reason=" ")
    assert refused.value.reason == "scan_missing_reason"


def test_a_page_that_is_gone_cannot_be_removed_again(counter):
    take_in(counter)

    with pytest.raises(Conflict), counter.store.write(SESSION) as uow:
        scans.remove_from_case(uow, CASE, CODE, page("a").sha256, reason="放错材料")


def test_a_page_that_was_taken_out_of_a_draft_comes_back_to_its_place(counter):
    add(counter, page("a"), page("b"), page("c"))
    gone = drafted(counter)[1]
    with counter.store.write(SESSION) as uow:
        scans.remove_from_draft(uow, CASE, gone)
    assert [s.place for s in drafted(counter)] == [1, 3]

    with counter.store.write(SESSION) as uow:
        assert scans.put_back(uow, CASE, gone)

    assert drafted(counter)[1] == gone


def test_a_draft_that_is_thrown_away_has_no_pages_and_the_sweep_takes_their_files(counter):
    add(counter, page("a"))
    with counter.store.write(SESSION) as uow:
        drafts.drop(uow, CASE)

    assert drafted(counter) == ()
    assert counter.store.sweep_scans() == 1
    assert not counter.store.scan_files.has(page("a").sha256)


def test_a_page_of_this_window_waits_until_the_city_has_it(counter):
    add(counter, page("a"))
    take_in(counter)

    with counter.store.read() as reader:
        (found,) = reader.filed_scans(CASE)

    assert (found.where, found.sent_bytes, found.is_here) == (ScanWhere.WAITING, 0, True)


def test_a_rebuild_gives_the_same_pages(counter):
    add(counter, page("a"), page("b"))
    take_in(counter)
    before = filed(counter)

    counter.store.rebuild()

    assert filed(counter) == before


@pytest.fixture
def target() -> Target:
    return Target(CASE, CODE)


def test_a_file_is_shrunk_kept_and_named_and_its_original_kept(counter, target):
    told: list[tuple[int, int]] = []
    content = picture(90)

    captured = capture.capture(
        counter.store, SESSION, target, content, name="卡.png", told=lambda *counts: told.append(counts)
    )

    (scan,) = drafted(counter)
    assert (captured.added, captured.changes.drafts, told) == (1, True, [(1, 1)])
    assert hashlib.sha256(counter.store.scan_files.read(scan.sha256)).hexdigest() == scan.sha256
    assert counter.store.scan_files.read_original(hashlib.sha256(content).hexdigest()) == content


def test_sound_pages_of_a_file_are_kept_when_a_later_one_is_broken(counter, target):
    out = BytesIO()
    several = [Image.effect_noise((300, 300), 60 + n) for n in range(2)]
    several[0].save(out, "TIFF", save_all=True, append_images=several[1:], compression="tiff_deflate")
    broken = bytearray(out.getvalue())
    broken[-40_000:-10_000] = bytes(30_000)

    captured = capture.capture(counter.store, SESSION, target, bytes(broken))

    assert captured.added == 1
    assert captured.refused is not None
    assert captured.refused.reason == "scan_broken"


def test_nothing_is_added_when_the_clerk_leaves_in_the_middle(counter, target):
    class Leaving(Exception):
        pass

    def told(_done: int, _total: int) -> None:
        raise Leaving

    with pytest.raises(Leaving):
        capture.capture(counter.store, SESSION, target, picture(90), told=told)

    assert drafted(counter) == ()
    assert counter.store.scan_files.names() == frozenset()


def test_a_page_is_turned_from_its_original_and_four_turns_bring_it_back(counter, target):
    capture.capture(counter.store, SESSION, target, picture(90))
    first = now = drafted(counter)[0].sha256

    for quarters in (1, 1):
        now = capture.turn(counter.store, SESSION, target, now, quarters)
    (turned,) = drafted(counter)
    assert (turned.scan.width_px, turned.scan.height_px, turned.scan.turned) == (60, 40, 2)
    now = capture.turn(counter.store, SESSION, target, now, 2)

    assert now == first


def test_a_page_of_a_case_is_turned_by_entries(counter, target):
    capture.capture(counter.store, SESSION, target, picture(90))
    before = drafted(counter)[0].sha256
    take_in(counter)

    now = capture.turn(counter.store, SESSION, target, before, 1)

    with counter.store.read() as reader:
        removed, added = (line.event for line in reader.lines_of(CASE)[-2:])
    assert removed == ScanRemoved(sha256=before, material_code=CODE, reason="转正")
    assert isinstance(added, ScanAdded)
    assert (added.sha256, added.place, added.height_px) == (now, 1, 60)


@pytest.mark.parametrize(("size_bytes", "reason"), [(0, "scan_empty"), (40_000_001, "scan_size")])
def test_the_size_of_a_file_is_asked_before_it_is_read(tmp_path, size_bytes, reason):
    path = tmp_path / "a.pdf"
    with path.open("wb") as stream:
        stream.truncate(size_bytes)

    with pytest.raises(InvalidInput) as refused:
        capture.read_file(path)
    assert refused.value.reason == reason


def test_a_folder_is_no_page(tmp_path):
    with pytest.raises(InvalidInput) as refused:
        capture.read_file(tmp_path)
    assert refused.value.reason == "scan_folder"
