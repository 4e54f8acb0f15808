"""`yichuang pledges` over a real profile: a draw is handed out, and repeated by somebody who has nothing else."""

from datetime import UTC, date, datetime

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from desktop import bootstrap
from desktop.cli import cli
from desktop.clock import FixedClock
from desktop.domain import draw_record
from desktop.domain.checklist import MaterialState
from desktop.domain.people import Clerk
from desktop.services import hall as hall_service
from desktop.services import pledge_draws
from desktop.store.key_slots import Cost
from tests.builders import COMPLETE, HALL, LEAD, MONDAY, SESSION, catalogue, item
from tests.services.test_intake import form, take

PASSWORD = "demo-2026"
SEED = "7c" * 32
CASES = ("0190aaaa-0000-7000-8000-00000000000a", "0190aaaa-0000-7000-8000-00000000000b")


@pytest.fixture
def profile(tmp_path):
    """A window with two pledges that wait, and one draw of half of them; the folder, and the number of the draw."""
    folder = tmp_path / "window"
    counter, _ = bootstrap.create_profile(
        folder,
        hall=HALL,
        lead=LEAD,
        password=PASSWORD,
        clock=FixedClock(datetime(2026, 11, 2, 1, 0, tzinfo=UTC)),
        catalogue=catalogue(item()),
        cost=Cost(time=1, memory_kib=64, lanes=1),
    )
    pledged = {**COMPLETE, "m3": MaterialState.PLEDGED}
    for case_id in CASES:
        take(counter, form(pledged, case_id=case_id, outcome="accept"))
    with counter.store.write(SESSION) as uow:
        hall_service.set_clerk(uow, Clerk(clerk_id="second", name="示例二"))
    wanted = pledge_draws.Wanted(MONDAY, date(2026, 11, 30), 50)
    with counter.store.write(SESSION) as uow:
        number = pledge_draws.draw_pledges(uow, SESSION, wanted, seed=SEED, today=date(2026, 11, 30)).case_number
    counter.close()
    return folder, number


def run(*words, password=""):
    return CliRunner().invoke(cli, [*map(str, words)], input=password + "\n")


def opened(folder):
    return ["--profile", folder, "--clerk", LEAD.clerk_id, "--password-stdin"]


@pytest.fixture
def record(profile, tmp_path):
    """The record as the window hands it out."""
    file = tmp_path / "draw.json"
    result = run("pledges", "export", file, *opened(profile[0]), password=PASSWORD)
    assert result.exit_code == 0, result.output
    return file


def test_m10_the_record_of_a_draw_is_repeated_without_profile_or_password(profile, record):
    result = run("pledges", "redraw", record)

    assert result.exit_code == 0, result.output
    assert f"抽查 {profile[1]}（2026-11-30）：2项承诺中按50%抽取1项，每项核查人员2名。" in result.output
    assert SEED in result.output
    assert "结果与记录相同" in result.output


def test_m10_every_draw_of_a_profile_is_repeated_from_its_ledger(profile):
    folder, number = profile

    every = run("pledges", "redraw", *opened(folder), password=PASSWORD)
    one = run("--language", "en", "pledges", "redraw", *opened(folder), "--number", number, password=PASSWORD)

    assert (every.exit_code, one.exit_code) == (0, 0), every.output + one.output
    assert "结果与记录相同" in every.output
    assert "Repeated: the same result." in one.output


def test_m10_another_pledge_in_place_of_the_drawn_one_is_named_with_its_place(record):
    event = draw_record.decode(record.read_bytes())
    (drawn,) = event.drawn
    (other,) = set(event.population) - {drawn.key}
    record.write_bytes(draw_record.encode(replace(event, drawn=(replace(drawn, key=other),))))

    result = run("pledges", "redraw", record)

    assert result.exit_code == 1
    assert f"第1项：记录为 {other}（" in result.output
    assert f"重抽为 {drawn.key}（" in result.output


def test_m10_a_pledge_taken_out_of_the_population_is_found_by_its_hash(record):
    event = draw_record.decode(record.read_bytes())
    left = tuple(key for key in event.population if key == event.drawn[0].key)
    record.write_bytes(draw_record.encode(replace(event, population=left)))

    result = run("pledges", "redraw", record)

    assert result.exit_code == 1
    assert "总体的SHA-256：记录为" in result.output


def test_m10_a_key_that_stands_twice_is_told_and_no_crash(record):
    event = draw_record.decode(record.read_bytes())
    record.write_bytes(draw_record.encode(replace(event, population=(*event.population, event.population[0]))))

    result = run("pledges", "redraw", record)

    assert result.exit_code == 1
    assert "记录3项，去重排序后2项" in result.output


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "不是完整的 JSON"),
        (b"\xff\xfe", "不是完整的 JSON"),
        (b"{}", "这不是抽查记录"),
        (b'{"kind": "CaseReceived"}', "这不是抽查记录"),
        (b"[1, 2]", "这不是抽查记录"),
    ],
)
def test_m10_a_file_that_is_no_record_is_one_sentence_and_says_nothing_against_a_draw(tmp_path, content, said):
    file = tmp_path / "bad.json"
    file.write_bytes(content)

    result = run("pledges", "redraw", file)

    assert result.exit_code == 2
    assert said in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"seed": "7C" * 32}, "seed"),
        ({"population": ()}, "population"),
        ({"officers": ("second", "second")}, "officers"),
        ({"officers_each": 3}, "officers_each"),
        ({"size": -1}, "size"),
        ({"share_percent": 0}, "share_percent"),
    ],
)
def test_m10_a_record_with_which_nothing_can_be_drawn_names_the_field(record, change, what):
    record.write_bytes(draw_record.encode(replace(draw_record.decode(record.read_bytes()), **change)))

    result = run("pledges", "redraw", record)

    assert result.exit_code == 2
    assert f"抽查记录的 {what} 有误" in result.output


def test_m10_a_missing_file_an_unknown_number_and_a_wrong_password_are_sentences(profile, tmp_path):
    folder, _ = profile

    missing = run("pledges", "redraw", tmp_path / "none.json")
    unknown = run("pledges", "redraw", *opened(folder), "--number", "抽1号", password=PASSWORD)
    wrong = run("pledges", "redraw", *opened(folder), password="wrong")
    both = run("pledges", "redraw", tmp_path / "none.json", *opened(folder), password=PASSWORD)

    assert [result.exit_code for result in (missing, unknown, wrong, both)] == [2, 2, 2, 2]
    assert "账本里没有编号为 抽1号 的抽查" in unknown.output
    assert "密码不正确" in wrong.output
    assert "one of them" in both.output


def test_m10_a_record_is_never_written_over_a_file_that_is_there(profile, record):
    before = record.read_bytes()

    result = run("pledges", "export", record, *opened(profile[0]), password=PASSWORD)

    assert result.exit_code == 1
    assert record.read_bytes() == before
