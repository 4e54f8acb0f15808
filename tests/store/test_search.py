"""Search: every way in which a clerk looks for a case, and nothing typed is ever part of the query language."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain import events as ev
from desktop.domain.people import Agent, Applicant
from desktop.ports import Filters
from desktop.store.search import parse_query
from desktop.store.store import Store
from desktop.store.tokens import characters, facet, initials, spaced, tails
from tests.store import samples
from tests.store.samples import CLERK, case_number, citizen_number

PRIVATE_USE = "\ue863"  # 䶮 as an old system wrote it (GB 18030-2000)


def take_in(store: Store, serial: int, *more: ev.Event, **fields) -> None:
    with store.write(CLERK) as unit:
        unit.record([samples.received(serial, **fields), *more], case_id=unit.new_id())


def found(store: Store, text: str, filters: Filters | None = None, **page: int) -> list[str]:
    with store.read() as reader:
        return [row.case_number[-5:] for row in reader.search(text, filters or Filters(), **page)]


@pytest.fixture
def hall(store: Store) -> Store:
    company = Applicant(
        kind="organisation",
        name="示例ABC农资（集团）有限公司",
        id_kind="credit_code",
        id_number="91450000MA5EXAMP1X",
        phone="0776-2800111",
        legal_representative="仇示例",
    )
    agent = Agent(name="单雄信", id_kind="citizen", id_number=citizen_number(77), phone="13800007788")
    take_in(store, 1, applicant=samples.applicant(1, "王𬭳"))
    take_in(store, 2, samples.accepted(), applicant=samples.applicant(2, "张伟民"), agent=agent)
    take_in(store, 3, applicant=samples.applicant(3, f"李{PRIVATE_USE}"), item=samples.item("LM-07", "林木采伐许可"))
    take_in(store, 4, applicant=company, window="03", received_on=date(2025, 12, 31))
    take_in(store, 5, applicant=samples.applicant(5, "阿依古丽·买买提"))
    return store


@pytest.mark.parametrize(
    ("typed", "serials"),
    [
        ("王", ["00001"]),
        ("王𬭳", ["00001"]),
        ("𬭳", ["00001"]),
        ("伟民", ["00002"]),
        ("张 民", ["00002"]),
        ("单雄信", ["00002"]),
        ("仇示例", ["00004"]),
        ("李䶮", ["00003"]),
        (f"李{PRIVATE_USE}", ["00003"]),
        ("买买提", ["00005"]),
        ("古丽买买", ["00005"]),
        ("古丽·买", ["00005"]),
        ("采伐", ["00003"]),
        ("农资集团", ["00004"]),
        ("农资（集团）", ["00004"]),
        ("abc", ["00004"]),
        ("ＡＢＣ", ["00004"]),
        ("sxx", ["00002"]),
        ("zwm", ["00002"]),
        ("qsl", ["00004"]),
        ("zw", ["00002"]),
        ("q", ["00004"]),
        ("9", ["00005", "00004", "00003", "00002", "00001"]),
        ("9 王", ["00001"]),
        (citizen_number(1), ["00001"]),
        (citizen_number(1).lower(), ["00001"]),
        (citizen_number(77), ["00002"]),
        (citizen_number(3)[-4:], ["00003"]),
        (citizen_number(3)[-6:], ["00003"]),
        (citizen_number(5)[:11], ["00005"]),
        ("91450000MA5EXAMP1X", ["00004"]),
        ("7788", ["00002"]),
        ("00007788", ["00002"]),
        ("13800007788", ["00002"]),
        ("138 0000 7788", ["00002"]),
        (f"{citizen_number(1)[:6]} {citizen_number(1)[6:14]} {citizen_number(1)[14:]}", ["00001"]),
        ("7788 王", []),
        ("0776-2800111", ["00004"]),
        (case_number(4), ["00004"]),
        (case_number(4).replace("-", ""), ["00004"]),
        ("450000100-02-2026", ["00005", "00004", "00003", "00002", "00001"]),
        ("2300004", []),
        ("300004", ["00004"]),
        ("林木 李", ["00003"]),
        ("林木 王", []),
        ("无此人", []),
        ("", ["00005", "00004", "00003", "00002", "00001"]),
        ("   ", ["00005", "00004", "00003", "00002", "00001"]),
    ],
)
def test_case_is_found_as_clerks_look_for_it(hall: Store, typed: str, serials: list[str]):
    assert found(hall, typed) == serials


@pytest.mark.parametrize(
    ("filters", "serials"),
    [
        (Filters(states=frozenset({"accepted"})), ["00002"]),
        (Filters(states=frozenset({"accepted", "received"})), ["00005", "00004", "00003", "00002", "00001"]),
        (Filters(windows=frozenset({"03"})), ["00004"]),
        (Filters(item_codes=frozenset({"LM-07"})), ["00003"]),
        (Filters(years=frozenset({2025})), ["00004"]),
        (Filters(is_open=True, windows=frozenset({"02"})), ["00005", "00003", "00002", "00001"]),
        (Filters(is_open=False), []),
    ],
)
def test_each_filter_narrows_the_list(hall: Store, filters: Filters, serials: list[str]):
    assert found(hall, "", filters) == serials
    assert [s for s in found(hall, case_number(4), filters) if s != "00004"] == []
    assert ("00004" in found(hall, case_number(4), filters)) == ("00004" in serials)


def test_filter_follows_the_state(hall: Store):
    refusal = ev.CaseRefused(refused_on=date(2026, 11, 23), reason="示例", competent_authority="示例局")
    with hall.write(CLERK) as unit:
        unit.record([refusal], case_id=unit.search("王𬭳")[0].case_id)

    assert found(hall, "王", Filters(is_open=True)) == []
    assert found(hall, "王", Filters(states=frozenset({"refused"}))) == ["00001"]


def test_pages_follow_each_other_without_gap_or_repeat(store: Store):
    for serial in range(1, 8):
        take_in(store, serial)
    pages, before = [], None
    with store.read() as reader:
        while page := reader.search("王示例", limit=3, before_no=before):
            pages.append([row.case_number[-1] for row in page])
            before = page[-1].no
        assert reader.count("王示例") == 7

    assert pages == [["7", "6", "5"], ["4", "3", "2"], ["1"]]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=12))
def test_whatever_is_typed_becomes_phrases_of_tokens_alone(text: str):
    query = parse_query(text)

    outside = query.match.split('"')[0::2]
    allowed = {
        "",
        "*",
        "(",
        ")",
        "OR",
        "AND",
        ":",
        "tails",
        "name",
        "item_name",
        "initials",
        "case_no",
        "id_no",
        "phone",
    }
    words = {w for part in outside for w in part.replace("(", " ").replace(")", " ").strip("* {}").split()}
    assert {w.strip("{}*") for w in words} <= allowed
    inside = "".join(query.match.split('"')[1::2])
    assert all(c.isalnum() or c == " " for c in inside)


@settings(max_examples=60)
@given(
    st.one_of(
        st.text(alphabet="\"*():^-+{}'%_;\\ANDORNEAR王0a", max_size=10),
        st.text(st.characters(codec="utf-8"), max_size=8),
    )
)
def test_search_answers_whatever_is_typed(one_case_store: Store, text: str):
    with one_case_store.read() as reader:
        assert len(reader.search(text)) <= 1


@pytest.fixture(scope="module")
def one_case_store(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("search")
    with Store.create(folder, samples.KEY, hall="yangxu", window="02", clock=samples.SetClock()) as store:
        take_in(store, 1)
        yield store


def test_names_are_held_one_token_per_character():
    assert characters("欧阳·示例") == ["欧", "阳", "示", "例"]
    assert characters("王𬭳") == ["王", "u2cb73"]
    assert spaced("王一", "", "李二") == "王 一 u0 李 二"


def test_initials_know_every_reading_of_a_surname():
    assert {"dxx", "cxx", "sxx"} <= set(initials("单雄信").split())
    assert "xsl" in initials("解示例").split()
    assert "zsl" in initials("查示例").split()
    assert initials("Ann Li").split() == ["annli", "a"]
    assert initials("") == ""


def test_name_with_many_readings_does_not_grow_without_end():
    readings = initials("乐单解查曾朴仇" * 3).split()

    assert len([reading for reading in readings if len(reading) > 1]) <= 16
    assert {"l", "y"} <= set(readings)


def test_tails_are_those_people_say():
    ends = tails(numbers=["450000198503070028"], phones=["0776-2800111"], case_number="A-00012")

    assert set(ends.split()) == {"0028", "070028", "0111", "62800111", "0012", "A00012"}


def test_facet_is_one_token_whatever_the_value_holds():
    assert facet("i", "LM-07/甲") == "iLMu2d07u2fu7532"
