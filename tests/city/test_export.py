"""The exchange tables: folded from the lines, not-null columns filled or the case named, the same at every export."""

import csv
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import psycopg
import pytest
from click.testing import CliRunner

from desktop.city import answering
from desktop.city.catalogue_issue import issue
from desktop.city.exchange_tables import CODES, COLUMNS, REQUIRED
from desktop.city.export import ExportTargetExists, export, read_exchange
from desktop.city.folder import City
from desktop.cli import cli
from desktop.domain import events as ev
from desktop.domain.checklist import MaterialState
from desktop.domain.people import Applicant, Clerk
from desktop.domain.rating import RatingLevel
from tests.builders import catalogue
from tests.builders import item as catalogue_item
from tests.city.reading import poll
from tests.city.window import Window, manifest
from tests.store import samples
from tests.store.samples import case_number, citizen_number

TASK = "11450000DEM00008194000199031000"  # of the sample catalogue: authority 18, level 1, basic code 12


@pytest.fixture
def address() -> str:
    return ""


def full_item(code: str = TASK) -> ev.ItemSnapshot:
    return samples.item(code=code, name="林木采伐许可证核发")


@pytest.fixture
def decided(city: City, window: Window) -> Window:
    """A case from receipt to delivery, with a page, a special procedure and the city's decision."""
    (case_id,) = window.take_in(1, item=full_item())
    window.record(
        samples.checked(MaterialState.COMPLETE),
        manifest(b"page"),
        ev.ProcedureBegun(procedure="现场勘验", begins_on=date(2026, 11, 24), days=3, reason="核实四至"),
        ev.ProcedureEnded(ended_on=date(2026, 11, 26), result="属实", committed_due_on=date(2026, 12, 17)),
        case_id=case_id,
    )
    window.put()
    poll(city)
    decision = ev.CityDecided(
        office="示例县林业局",
        is_granted=True,
        decided_on=date(2026, 11, 30),
        document_name="林木采伐许可证",
        document_number="示林采〔2026〕1号",
    )
    with city.database.write() as conn:
        answering.give(conn, city, [answering.about_case(conn, case_number(1), decision)], clerk="city")
    return window


def test_a_case_fills_every_table(city: City, decided: Window):
    made = read_exchange(city)

    assert (made.lacking, made.not_accepted) == ([], 0)
    (accept,) = made.rows["up_pro_accept"]
    assert (
        accept
        | {
            "project_no": case_number(1),
            "catalog_code": "000199031000",
            "task_code": TASK,
            "task_name": "林木采伐许可证核发",
            "task_version": "2026.11.01",
            "applyer_name": "王示例",
            "applyer_type": "0",
            "applyer_page_code": citizen_number(1),
            "apply_date": "2026-11-23",
            "accept_date": "2026-11-23",
            "org_name": "示例镇人民政府",
            "org_code": "11450000DEM0000819",
            "promise_date": "2026-12-17",
            "project_type": "2",
            "data_source": "示例市大数据局",
        }
        == accept
    )
    (result,) = made.rows["up_pro_result"]
    assert (result["result_date"], result["result_type"], result["result_cetr_no"], result["is_delivery_results"]) == (
        "2026-11-30",
        "1",
        "示林采〔2026〕1号",
        "0",
    )
    (special,) = made.rows["up_pro_special_procedure"]
    assert (special["special_name"], special["special_time"], special["end_time"]) == (
        "现场勘验",
        "2026-11-24",
        "2026-11-26",
    )
    assert [row["event_name"] for row in made.rows["up_pro_process"]] == [
        "收件",
        "受理",
        "特别程序开始",
        "特别程序结束",
        "决定",
    ]
    (material,) = made.rows["up_pro_material"]
    assert (material["material_name"], material["get_type"]) == ("材料1", "纸质收取")
    assert material["material_attach_name"] == manifest(b"page").sha256


def test_m15_a_case_with_every_event_of_its_later_life_lacks_nothing(city: City, window: Window):
    (case_id,) = window.take_in(1, item=full_item())
    card = ev.SuppliedMaterial(code="m1", name="材料1", state=MaterialState.COMPLETE)
    day = date(2026, 11, 30)
    window.record(
        samples.checked(MaterialState.SHARED),
        ev.DataReused(fields=("phone",), materials=(ev.ReusedEvidence(code="m1", name="材料1", from_case="示例0号"),)),
        ev.CaseTakenOver(clerk="wang", window="02", before="zhang", reason="病假"),
        ev.LimitExtended(extended_on=day, workdays=10, reason="道路中断", approved_by="镇长", committed_due_on=day),
        ev.DeferredSupplied(supplied_on=day, supplied=(card,)),
        ev.CaseForwarded(forwarded_on=day, to_unit="示例县林业局", package="示例1号"),
        ev.HandReceived(received_on=day, unit="示例县林业局"),
        ev.CaseDecided(decided_on=day, is_granted=True, examiners=("甲",), certificate="采伐证"),
        ev.ResultArrived(arrived_on=day, name="采伐证"),
        ev.CaseDelivered(delivered_on=day, method="窗口自取", recipient="王示例"),
        case_id=case_id,
    )
    window.put()
    poll(city)

    made = read_exchange(city)

    assert made.lacking == []
    for table, rows in made.rows.items():
        assert [row for row in rows if any(not row[column] for column in REQUIRED[table])] == []
    steps = [row["event_name"] for row in made.rows["up_pro_process"]]
    assert steps[2:] == ["接办", "延期", "容缺补交", "转报", "接收", "决定", "结果到达", "送达"]
    (result,) = made.rows["up_pro_result"]
    assert (result["result_date"], result["is_delivery_results"]) == ("2026-11-30", "1")
    assert made.rows["up_pro_material"][0]["get_type"] == "电子证照验证"


def test_what_a_person_has_set_aside_is_not_exported(city: City, window: Window):
    (case_id,) = window.take_in(1, item=full_item())
    wrong = ev.CaseNotRequired(reason="零星林木", told_on=date(2026, 11, 30))
    window.record(wrong, case_id=case_id)
    with window.store.read() as reader:
        line = reader.lines_of(case_id)[-1]
    aside = ev.AsideLine(origin=line.origin, seq=line.seq)
    window.record(ev.ConflictSettled(keep="450000101-03-aaaaaaaa", aside=(aside,), reason="以03为准"), case_id=case_id)
    window.put()
    poll(city)

    made = read_exchange(city)

    assert "不受理" not in [row["event_name"] for row in made.rows["up_pro_process"]]
    assert made.rows["up_pro_result"] == []


def test_m22_the_satisfaction_is_the_citizen_s_and_empty_where_nobody_rated(city: City, decided: Window):
    (before,) = read_exchange(city).rows["up_pro_result"]
    said = ev.Rated(
        stage=ev.RatingStage.COMPLETION,
        level=RatingLevel.MOSTLY_SATISFIED,
        channel=ev.RatingChannel.QR,
        rater=ev.Rater.APPLICANT,
        rated_on=date(2026, 12, 1),
    )
    with city.database.write() as conn:
        answering.give(conn, city, [answering.about_case(conn, case_number(1), said)], clerk="city")

    (after,) = read_exchange(city).rows["up_pro_result"]

    assert (before["satisfaction"], after["satisfaction"]) == ("", "3")


def test_columns_that_may_not_be_empty_are_columns(city: City):
    for table, required in REQUIRED.items():
        assert required <= set(COLUMNS[table])


def test_a_case_without_a_code_is_named_with_the_columns_and_left_out(city: City, window: Window):
    window.take_in(1)  # its item has the short code XZ0012, and the city has no catalogue with it
    window.put()
    poll(city)

    made = read_exchange(city)

    assert [(lacking.case_number, lacking.column) for lacking in made.lacking] == [
        (case_number(1), "catalog_code"),
        (case_number(1), "org_code"),
    ]
    assert all(rows == [] for rows in made.rows.values())


def test_codes_come_from_the_catalogue_that_the_case_was_taken_in_under(city: City, window: Window):
    with_codes = catalogue_item(code="XZ0012", basic_code="000512345000", authority_code="11450000DEM0000819")
    issue(city, catalogue(with_codes, version="2026.11.01"))
    window.take_in(1)
    window.put()
    poll(city)

    (accept,) = read_exchange(city).rows["up_pro_accept"]

    assert (accept["catalog_code"], accept["org_code"]) == ("000512345000", "11450000DEM0000819")


def test_a_clerk_goes_out_by_name_as_the_hall_has_told_it(city: City, window: Window):
    window.take_in(1, item=full_item())
    window.put()
    poll(city)
    (before,) = read_exchange(city).rows["up_pro_accept"]
    sent = len(window.lines())
    window.record(ev.ClerkSet(clerk=Clerk(clerk_id=samples.CLERK.clerk.clerk_id, name="张示例")))
    window.put(sent + 1)
    poll(city)

    made = read_exchange(city)

    assert before["handle_user_name"] == samples.CLERK.clerk.clerk_id
    assert made.rows["up_pro_accept"][0]["handle_user_name"] == "张示例"
    assert {row["handle_user_name"] for row in made.rows["up_pro_process"]} == {"张示例"}


def test_every_state_of_a_material_has_its_way_of_taking_in():
    assert set(CODES["get_type"]) == {state.value for state in MaterialState}


def test_practice_never_leaves(city: City, window: Window):
    window.take_in(1, item=full_item(), is_practice=True)
    window.put()
    poll(city)

    made = read_exchange(city)

    assert (made.rows["up_pro_accept"], made.lacking) == ([], [])


def test_a_sqlite_file_holds_the_rows_and_is_not_written_over(city: City, decided: Window, tmp_path: Path):
    target = str(tmp_path / "out.db")

    export(read_exchange(city), target)

    connection = sqlite3.connect(target)
    rows = connection.execute("SELECT project_no, result_type FROM up_pro_result").fetchall()
    connection.close()
    assert rows == [(case_number(1), "1")]
    with pytest.raises(ExportTargetExists):
        export(read_exchange(city), target)


def test_a_second_export_to_postgresql_replaces_the_first(city: City, decided: Window, new_postgres: Callable[[], str]):
    target = new_postgres()

    export(read_exchange(city), target)
    export(read_exchange(city), target)

    with psycopg.connect(target) as conn:
        counts = [conn.execute(f"SELECT count(*) FROM {table}").fetchone() for table in COLUMNS]
    assert counts == [(1,), (5,), (1,), (1,), (1,)]


def test_what_was_set_aside_since_leaves_the_postgresql_with_the_next_export(
    city: City, window: Window, new_postgres: Callable[[], str]
):
    target = new_postgres()
    (case_id,) = window.take_in(1, item=full_item())
    window.record(ev.CaseNotRequired(reason="零星林木", told_on=date(2026, 11, 30)), case_id=case_id)
    with window.store.read() as reader:
        wrong = reader.lines_of(case_id)[-1]
    window.put()
    poll(city)
    export(read_exchange(city), target)
    sent = len(window.lines())
    aside = ev.AsideLine(origin=wrong.origin, seq=wrong.seq)
    window.record(ev.ConflictSettled(keep="450000101-03-aaaaaaaa", aside=(aside,), reason="以03为准"), case_id=case_id)
    window.put(sent + 1)
    poll(city)

    export(read_exchange(city), target)

    with psycopg.connect(target) as conn:
        steps = conn.execute("SELECT event_name FROM up_pro_process ORDER BY event_start_time").fetchall()
        results = conn.execute("SELECT result_type FROM up_pro_result").fetchall()
    assert ("不受理",) not in steps
    assert results == []


def test_a_value_without_a_code_goes_out_as_it_is_and_is_named_until_the_city_gives_one(
    city: City, window: Window, tmp_path: Path
):
    traveller = Applicant(
        kind="person", name="示例旅客", id_kind="passport", id_number="E00000000", phone="13900000001"
    )
    window.take_in(1, item=full_item(), applicant=traveller)
    window.put()
    poll(city)

    told = CliRunner().invoke(cli, ["city", "--folder", str(city.folder), "export", str(tmp_path / "out")])
    city.config.codes["applyer_page_type"] = {"passport": "414"}
    coded = read_exchange(city)

    assert told.exit_code == 0, told.output
    assert "没有代码：applyer_page_type 的 passport（1 处）" in told.output
    assert coded.uncoded == ()
    assert [(row["applyer_page_type"], row["contact_type"]) for row in coded.rows["up_pro_accept"]] == [("414", "414")]


def test_the_command_writes_csv_that_excel_reads_and_tells_what_lacks(city: City, decided: Window, tmp_path: Path):
    decided.take_in(1)
    decided.put(len(decided.lines()) - 1)
    poll(city)

    done = CliRunner().invoke(cli, ["city", "--folder", str(city.folder), "export", str(tmp_path / "out")])

    assert done.exit_code == 3, done.output
    assert f"未导出 {case_number(2)}：up_pro_accept 缺 catalog_code" in done.output
    with (tmp_path / "out" / "up_pro_accept.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["project_no"] for row in csv.DictReader(file)] == [case_number(1)]
