"""One case: its chain, papers and ledger in words, checked again and concluded by real keys."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.domain import events as ev
from desktop.domain.case import CaseState
from desktop.domain.catalogue import Handling, ItemKind, Role
from desktop.domain.checklist import MaterialState
from desktop.domain.deadline import Lamp
from desktop.domain.events_amend import Standing
from desktop.domain.intermediary import Candidate, HowChosen
from desktop.domain.outcome import Outcome
from desktop.domain.papers import Head, InformOnceSheet
from desktop.domain.rating import RatingLevel
from desktop.domain.regime import Incomplete, Regime
from desktop.services import course
from printing.devices import Printer, PrinterState
from tests.builders import APPLICANT, COMPLETE, HALL, LEAD, MONDAY, catalogue, item
from tests.ui.case_fixtures import behind, clock, hall, press, until, visit
from tests.ui.elsewhere_events import ELSEWHERE_EVENTS
from tests.ui.pledge_events import PLEDGE_EVENTS
from ui.dialogs.print_presenter import Stage
from ui.pages.case_entry_presenter import SENTENCES, Words, entry
from ui.pages.case_page import CasePage
from ui.pages.case_presenter import entries
from ui.pages.page import BACK

__all__ = ["behind", "clock", "hall", "visit"]

Alt, Control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ZH, EN = Words("zh", {"lead": "示例负责人"}), Words("en", {"lead": "示例负责人"})
MISSING = {**COMPLETE, "m1": MaterialState.MISSING}

ROW = ev.MaterialRow(code="m1", name="申请表", state=MaterialState.FAULTY, reason="缺页")
SUPPLIED = ev.SuppliedMaterial(code="m1", name="申请表", state=MaterialState.COMPLETE)
SNAPSHOT = ev.ItemSnapshot(
    code="L1",
    name="林木采伐许可",
    group="农林",
    kind=ItemKind.LICENCE,
    regime=Regime.LICENCE,
    role=Role.OWN,
    authority=HALL.authority,
    handling=Handling.COMMITTED,
)
PAPER = InformOnceSheet(head=Head(number="1号", authority="甲", hall="乙", window="02", clerk="丙", issued_on=MONDAY))
EVENTS: list[tuple[Any, str]] = [
    *PLEDGE_EVENTS,
    *ELSEWHERE_EVENTS,
    (
        ev.PolicyShown(
            policies=(
                ev.ShownPolicy(code="p1", name="高龄津贴", because=("年满80周岁",)),
                ev.ShownPolicy(code="p2", name="残疾人补贴", is_certain=False),
            ),
            catalogue_version="2026.10.01",
            paper_number="政1号",
        ),
        "告知政策：高龄津贴、残疾人补贴（可能适合），政策告知单政1号",
    ),
    (
        ev.IntermediaryChosen(
            service="测绘",
            how=HowChosen.LOT,
            candidates=(Candidate(code="A", name="甲"), Candidate(code="B", name="乙")),
            chosen=Candidate(code="B", name="乙"),
            seed="0" * 64,
            catalogue_version="2026.10.01",
        ),
        f"中介服务“测绘”：申请人自愿抽取，从2家中抽中乙，种子{'0' * 64}",
    ),
    (
        ev.CaseReceived(
            case_number="N",
            catalogue_version="1",
            item=SNAPSHOT,
            applicant=APPLICANT,
            received_on=MONDAY,
            window="02",
        ),
        "收件：王示例申请“林木采伐许可”，办件编号N，02号窗口",
    ),
    (
        ev.BundleReceived(
            case_number="N",
            catalogue_version="1",
            item=SNAPSHOT,
            applicant=APPLICANT,
            received_on=MONDAY,
            window="02",
            parts=("A1", "A2"),
        ),
        "收件：王示例申请“林木采伐许可”，含2个事项，办件编号N，02号窗口",
    ),
    (
        ev.BundleReceived(
            case_number="N",
            catalogue_version="1",
            item=SNAPSHOT,
            applicant=APPLICANT,
            received_on=MONDAY,
            window="02",
            parts=("A1",),
            sent_away=(
                ev.SentAway(item_code="A2", item_name="乙", reason="林地", authority="林业局", case_id="d"),
                ev.SentAway(item_code="A3", item_name="丙", reason="单位参保", authority="医保局"),
                ev.SentAway(item_code="A4", item_name="丁", reason="自用"),
            ),
        ),
        "收件：王示例申请“林木采伐许可”，含1个事项，办件编号N，02号窗口"
        "；“乙”不予受理，应向林业局申请；“丙”应向医保局申请，未收件；“丁”不需要办理",
    ),
    (
        ev.BundleOpened(
            opened_on=MONDAY,
            children=(
                ev.OpenedCase(
                    case_id="c", case_number="N1", item_code="A1", item_name="甲", authority="镇", is_accepted=True
                ),
            ),
            materials_saved=2,
            visits_saved=1,
        ),
        "材料齐全，分为1个办件：甲 N1；比逐项办理少交材料2份、少跑1次",
    ),
    (ev.MaterialsChecked(rows=(ROW, ROW)), "核验材料2份：有误 2"),
    (ev.CorrectedOnSpot(rows=(ROW,)), "当场更正：申请表（缺页）"),
    (ev.CaseAccepted(accepted_on=MONDAY, committed_due_on=date(2026, 11, 9)), "受理，2026-11-09前办结"),
    (
        ev.CorrectionRequested(requested_on=MONDAY, rows=(ROW,), notice_no=1, consequence=Incomplete.CORRECT),
        "第1次告知补正（补正）：申请表（缺页）",
    ),
    (
        ev.CaseRefused(refused_on=MONDAY, reason="城镇林木", competent_authority="住建局"),
        "不予受理：城镇林木，应向住建局申请",
    ),
    (ev.CaseNotRequired(told_on=MONDAY, reason="零星林木", basis="森林法"), "不受理：零星林木（森林法）"),
    (ev.PaperIssued(number="1号", paper=PAPER, sha256="", code="", template=1), "出具《一次性告知单》1号"),
    (ev.PrintQueued(number="1号", sheet_no=0, device="Counter"), "文书1号排队打印到Counter"),
    (
        ev.PrintQueued(number="1号", sheet_no=2, device="file:/x", reason="卡纸"),
        "文书1号补打第2次，原因：卡纸，排队打印到文件夹",
    ),
    (ev.PrintSent(number="1号", sheet_no=1, pdf_sha256=""), "文书1号（补打第1次）已送打印机"),
    (ev.PrintFailed(number="1号", sheet_no=0, problem="conflict"), "文书1号未打出：内容已被更新，请重新打开后再办。"),
    (ev.PrintConfirmed(number="1号", sheet_no=0), "文书1号已确认出纸"),
    (ev.HallSetUp(hall=HALL), "设置本厅：示例镇便民服务中心（示例），02号窗口"),
    (ev.ClerkSet(clerk=LEAD), "设置经办人：示例负责人（窗口负责人）"),
    (ev.LoggedIn(clerk_id="lead"), "示例负责人登录"),
    (ev.Locked(), "锁屏"),
    (
        ev.CatalogueAdopted(version="2026.10.01", sha256="", in_force_on=MONDAY, items=54),
        "启用目录2026.10.01，54项，自2026-11-02起生效",
    ),
    (
        ev.CalendarYearEntered(year=2027, days_off=(MONDAY,), make_up_workdays=()),
        "录入2027年工作日历：放假1天，调休上班0天",
    ),
    (ev.RegionalDaySet(day=MONDAY, is_off=True, why="三月三"), "2026-11-02设为放假：三月三"),
    (ev.SealSet(image_sha256="00"), "设置电子印章图样"),
    (
        ev.SealSet(holder="示例镇人民政府", serial="1F", valid_to=MONDAY),
        "设置电子印章证书：示例镇人民政府，有效期至2026-11-02",
    ),
    (ev.SealRemoved(), "移除电子印章"),
    (ev.InformedOnce(item_code="L1", item_name="临时救助", catalogue_version="1"), "一次性告知“临时救助”，未收件"),
    (
        ev.CorrectionSupplied(supplied_on=MONDAY, supplied=(SUPPLIED,), outstanding=("m3",)),
        "收到补正材料：申请表，还缺1份",
    ),
    (ev.CaseDeemedAccepted(accepted_on=MONDAY, noted_on=MONDAY), "逾期未告知，自收件之日2026-11-02起视为受理"),
    (ev.CaseReturned(returned_on=MONDAY, reason="逾期未补正"), "退件：逾期未补正"),
    (ev.CaseWithdrawn(withdrawn_on=MONDAY, reason="不办了"), "申请人撤回：不办了"),
    (
        ev.ProcedureBegun(procedure="专家评审", begins_on=MONDAY, days=10, done_by="技术推广站"),
        "启动特别程序“专家评审”，需10个工作日，由技术推广站实施",
    ),
    (
        ev.ProcedureEnded(ended_on=MONDAY, result="通过", committed_due_on=date(2026, 11, 16)),
        "特别程序结束：通过，期限顺延至2026-11-16",
    ),
    (
        ev.LimitExtended(
            extended_on=MONDAY, workdays=10, reason="道路中断", approved_by="镇长", committed_due_on=date(2026, 11, 23)
        ),
        "经镇长批准延期10个工作日至2026-11-23：道路中断",
    ),
    (ev.DeferredSupplied(supplied_on=MONDAY, supplied=(SUPPLIED,)), "收到容缺材料：申请表"),
    (
        ev.Rated(
            stage=ev.RatingStage.ACCEPTANCE,
            level=RatingLevel.DISSATISFIED,
            channel=ev.RatingChannel.PAPER,
            rater=ev.Rater.AGENT,
            rated_on=MONDAY,
            options=("208",),
            text="等了很久",
        ),
        "代理人对受理评价：不满意（纸质转录），没有提供材料清单，等了很久",
    ),
    (
        ev.RatingFollowedUp(
            stage=ev.RatingStage.ACCEPTANCE,
            followed_on=MONDAY,
            contact="电话",
            found="确实没有给清单",
            verdict=ev.Verdict.TRUE,
            measures="补印清单",
            settled_on=MONDAY,
        ),
        "受理差评回访（电话）：属实，确实没有给清单；整改：补印清单，已办结",
    ),
    (
        ev.DifficultyReported(
            number="示例难字1号", reported_on=MONDAY, stuck="户口迁不进来", item_name="户口迁移", window="02"
        ),
        "登记办不成事示例难字1号：“户口迁移”户口迁不进来",
    ),
    (
        ev.DifficultyEscalated(number="示例难字1号", escalated_on=MONDAY, to=ev.Hand.CITY, tried="问过派出所"),
        "办不成事示例难字1号上报市里，已试过：问过派出所",
    ),
    (
        ev.DifficultyAnswered(number="示例难字1号", answered_on=MONDAY, by="市公安局", answer="可以凭房产证办理"),
        "办不成事示例难字1号由市公安局答复：可以凭房产证办理",
    ),
    (
        ev.DifficultyClosed(number="示例难字1号", closed_on=MONDAY, told="电话", is_solved=True),
        "办不成事示例难字1号已告知（电话），事已办成",
    ),
    (
        ev.CaseForwarded(forwarded_on=MONDAY, to_unit="县民政局", opinion="符合", route="专人送达"),
        "转报县民政局（专人送达），初审意见：符合",
    ),
    (ev.HandReceived(received_on=MONDAY, unit="县民政局"), "县民政局已签收"),
    (
        ev.CaseDecided(decided_on=MONDAY, is_granted=True, examiners=("甲", "乙"), certificate="采伐证 1号"),
        "准予，审查人甲、乙，采伐证 1号",
    ),
    (ev.ResultArrived(arrived_on=MONDAY, name="低保证"), "结果已到窗口：低保证"),
    (ev.CaseDelivered(delivered_on=MONDAY, method="窗口自取", recipient="王示例"), "窗口自取，王示例签收"),
    (
        ev.CaseAmended(
            field="applicant.phone",
            old="13900000000",
            new="13900000001",
            reason="写错一位",
            amended_on=MONDAY,
            entry_origin="450000101-02-aaaaaaaa",
            entry_seq=7,
        ),
        "更正申请人电话：“13900000000”改为“13900000001”，原因：写错一位（更正第7条记录）",
    ),
    (
        ev.PaperReplaced(number="示例受字1号", by="示例受字2号", reason="写错"),
        "文书示例受字1号由示例受字2号替换，原文书作废：写错",
    ),
    (
        ev.ConclusionUndone(
            undone_on=MONDAY,
            concluded="CaseAccepted",
            entry_origin="450000101-02-aaaaaaaa",
            entry_seq=9,
            before=Standing(state=CaseState.RECEIVED),
            papers=("示例受字1号",),
        ),
        "撤销结论，回到已收件；文书示例受字1号作废",
    ),
    (ev.GreenChannelGranted(granted_on=MONDAY, reason="急病待办"), "进入绿色通道：急病待办"),
    (
        ev.ScanAdded(sha256="00", material_code="m1", place=2, media="image/webp", size_bytes=71_400),
        "添加扫描件第2页（71 KB）",
    ),
    (ev.ScanRemoved(sha256="00", material_code="m1", reason="放错材料"), "移出扫描件：放错材料"),
    (
        ev.CaseTakenOver(clerk="wang", window="03", before="lead", reason="病假"),
        "wang（03号窗口）接办，原经办人示例负责人：病假",
    ),
    (
        ev.DraftTakenOver(draft_id="d", clerk="wang", before="lead", reason="换班", has_consent=True),
        "wang接办示例负责人的草稿（本人同意）：换班",
    ),
    (
        ev.ConflictSettled(
            keep="450000101-03-aaaaaaaa",
            aside=(ev.AsideLine(origin="450000101-02-aaaaaaaa", seq=9),),
            reason="本人在场",
        ),
        "两窗冲突以03号窗口为准，另一方1条记录不作数：本人在场",
    ),
    (
        ev.DataReused(
            fields=("phone",),
            materials=(ev.ReusedEvidence(code="m2", name="居民身份证", from_case="示例1号"),),
            consent="当面同意",
        ),
        "经申请人当面同意，使用本厅已有的申请人信息、居民身份证（来自示例1号）",
    ),
    (ev.CaseTakenUp(seen={"450000101-03-aaaaaaaa": 4}), "本窗口接着办理，已看过03号窗口的记录"),
    (ev.CityAnswerSettled(answer_origin="x", answer_seq=1, note="已电话告知"), "市里的答复已处理：已电话告知"),
    (
        ev.OriginSucceeded(predecessor="450000101-02-aaaaaaaa", known_seq=9, public_key="00"),
        "本机以新编号继续，接在02号窗口原编号之后",
    ),
    (ev.WindowEnrolled(city="示例市", store_kind="folder", city_key="00"), "本窗口登记到示例市"),
    (ev.CityReceived(office="县林业局", project_no="LY1"), "县林业局已收到，编号LY1"),
    (
        ev.CityRefusedEntry(entry_origin="x", entry_seq=1, reason="与人口库不一致", field="applicant.id_number"),
        "市里没有收下证件号码：与人口库不一致",
    ),
    (
        ev.CityDecided(office="县林业局", is_granted=False, decided_on=MONDAY, explanation="超出限额"),
        "县林业局不予许可（2026-11-02）：超出限额",
    ),
    (
        ev.CityDecided(
            office="县林业局", is_granted=True, decided_on=MONDAY, document_name="采伐证", document_number="1号"
        ),
        "县林业局准予，《采伐证》1号（2026-11-02）",
    ),
    (
        ev.CityAskedCorrection(office="县林业局", text="图不清楚", materials=("位置图",), supply_by=date(2026, 11, 9)),
        "县林业局要求补正：图不清楚（位置图），2026-11-09前",
    ),
    (ev.CityMessage(office="县林业局", text="已派员勘查"), "县林业局：已派员勘查"),
]


@pytest.mark.parametrize(("event", "words"), EVENTS, ids=lambda value: getattr(type(value), "__name__", ""))
def test_each_event_is_one_sentence(event, words):
    assert entry(event, ZH) == words


def test_every_kind_of_event_has_a_sentence_in_both_languages():
    kinds = {ev.kind_of(event) for event, _ in EVENTS}

    assert kinds == {kind.__struct_config__.tag for kind in get_args(ev.Event)}
    assert kinds <= {key.partition(".")[0] for key in SENTENCES}
    assert all(entry(event, EN) and "{" not in entry(event, EN) for event, _ in EVENTS)


def test_a_further_notice_says_why():
    event = ev.CorrectionRequested(
        requested_on=MONDAY, rows=(ROW,), notice_no=2, consequence=Incomplete.CORRECT, repeat_reason="新发现"
    )

    assert entry(event, ZH) == "第2次告知补正（补正）：申请表（缺页）；再次告知的原因：新发现"


@pytest.fixture
def published():
    return catalogue(item(), item(code="C1", name="养老保险参保登记（示例）", role=Role.COLLECTS, questions=()))


@pytest.fixture
def shown(qtbot, visit):
    """Opens a case and waits until it is shown."""

    def open_case(taken) -> Any:
        page = visit(CasePage, taken.case_id)
        until(qtbot, lambda: page.loaded is not None)
        return page

    return open_case


def test_the_head_says_how_it_stands_and_who_holds_it(hall, shown):
    page = shown(hall.take_in())

    head = page.loaded.view.head
    assert head.state is CaseState.ACCEPTED
    assert head.holder == HALL.authority
    assert (head.due.lamp, head.due.due_on, head.due.workdays_left) == (Lamp.GREEN, date(2026, 11, 9), 5)
    assert head.id_masked == "4500…0028"


def test_the_case_waits_with_the_applicant_while_materials_are_owed(hall, shown):
    page = shown(hall.take_in(Outcome.REQUEST_CORRECTION, states=MISSING))

    assert page.loaded.view.head.holder == "申请人（待补正材料）"
    assert page.case_head.due.text() == "补齐之日起重新计算"


def test_a_stopped_clock_says_what_stops_it_and_until_when(hall, shown):
    taken = hall.take_in()
    with hall.counter.store.write(hall.session) as uow:
        course.begin_procedure(
            uow, hall.session, taken.case_id, procedure="听证", days=5, reason="示例", done_by="", today=MONDAY
        )

    page = shown(taken)

    assert page.case_head.due.text() == "暂停计时，听证预计2026-11-09结束"
    assert page.case_head.lamp.isHidden()


def test_what_is_only_collected_is_with_the_authority(hall, shown):
    page = shown(hall.take_in(Outcome.RECEIVE, item_code="C1", answers={}))

    assert page.loaded.view.head.holder.startswith(HALL.authority)


def test_m18_the_chain_says_person_day_and_working_days_held(qtbot, hall, shown, clock):
    taken = hall.take_in()
    clock.moment += timedelta(days=7)  # Monday to Monday

    page = shown(taken)

    steps = page.timeline.steps
    assert [step.title for step in steps] == ["收件", "核验材料", "受理"]
    assert steps[-1].is_now
    assert (steps[-1].person, steps[-1].window, steps[-1].days_held) == ("示例负责人", "02", 5)
    assert (steps[0].on, steps[0].at) == (MONDAY, "09:00")


def test_m18_a_long_chain_opens_where_the_case_stands(qtbot, hall, shown):
    page = shown(hall.take_in())
    page.timeline.setFixedHeight(150)
    step = page.timeline.steps[-1]

    page.timeline.show_steps((*(replace(step, is_now=False) for _ in range(9)), step))

    bar = page.timeline.area.verticalScrollBar()
    until(qtbot, lambda: 0 < bar.maximum() == bar.value())


def test_the_tabs_open_by_key_and_show_papers_and_entries(qtbot, hall, shown):
    page = shown(hall.take_in())

    press(qtbot, page, Qt.Key.Key_2, Alt)
    assert page.tabs.currentWidget() is page.sheet_view
    assert page.sheets.rows()[0].title == "受理通知书"
    press(qtbot, page, Qt.Key.Key_3, Alt)

    assert page.tabs.currentWidget() is page.entry_view
    assert page.entries.rows()[0].text.startswith("出具《受理通知书》")  # the newest on top
    assert page.entries.rows()[-1].text.startswith("收件：王示例")


def test_ctrl_c_copies_the_number_and_esc_goes_back(qtbot, hall, shown):
    taken = hall.take_in()
    page = shown(taken)
    asked: list[Any] = []
    page.navigate.connect(asked.append)

    press(qtbot, page, Qt.Key.Key_C, Control)
    press(qtbot, page, Qt.Key.Key_Escape)

    assert QGuiApplication.clipboard().text() == taken.case_number
    assert [target.page for target in asked] == [BACK]


def test_m28_f9_prints_from_the_case_and_the_sheet_is_listed(qtbot, hall, shown):
    hall.tray.known = [Printer("Counter", PrinterState.READY, is_default=True)]
    page = shown(hall.take_in())

    press(qtbot, page, Qt.Key.Key_F9)
    until(qtbot, lambda: hall.context.printer.dialog is not None)
    dialog = hall.context.printer.dialog
    until(qtbot, lambda: dialog.view.page_count > 0)
    qtbot.keyClick(dialog, Qt.Key.Key_F9)
    until(qtbot, lambda: dialog.flow.view.stage is Stage.ASKING)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)

    until(qtbot, lambda: page.sheets.rows()[0].state_word == "已确认出纸")
    row = page.sheets.rows()[0]
    assert (row.sheet, row.note, row.who) == ("首次打印", "Counter", "示例负责人")


def test_a_received_case_is_checked_again_and_concluded(qtbot, hall, shown):
    taken = hall.take_in(Outcome.RECEIVE, states=MISSING)
    page = shown(taken)
    assert page.tabs.isTabVisible(3)

    page.materials.table.setFocus()
    page.materials.table.selectRow(0)
    press(qtbot, page, Qt.Key.Key_1)  # the missing form is here now
    press(qtbot, page, Qt.Key.Key_4, Alt)
    assert page.conclude.chosen.outcome is Outcome.ACCEPT
    press(qtbot, page, Qt.Key.Key_Return)

    until(qtbot, lambda: page.loaded.view.case.state is CaseState.ACCEPTED)
    until(qtbot, lambda: hall.context.printer.dialog is not None)
    assert hall.context.printer.dialog.flow.view.number == page.loaded.view.case.papers[-1].number
    assert not page.tabs.isTabVisible(3)


def test_a_faulty_material_asks_what_is_wrong(qtbot, hall, shown):
    page = shown(hall.take_in(Outcome.RECEIVE, states=MISSING))
    page.materials.table.setFocus()
    page.materials.table.selectRow(1)

    press(qtbot, page, Qt.Key.Key_3)
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.materials.field.error
    qtbot.keyClicks(page.materials.entry, "que ye")
    press(qtbot, page, Qt.Key.Key_Return)

    assert page.recheck.checklist.check_of("m2").reason == "que ye"
    assert page.materials.model.rows()[1].state is MaterialState.FAULTY


def test_a_state_that_the_catalogue_forbids_is_refused_in_words(qtbot, hall, shown):
    page = shown(hall.take_in(Outcome.RECEIVE, states=MISSING))
    page.materials.table.setFocus()
    page.materials.table.selectRow(0)

    press(qtbot, page, Qt.Key.Key_4)  # the form may not be deferred

    assert page.saying.text() == "目录没有把这份材料列为可容缺。"
    assert page.recheck.checklist.check_of("m1").state is MaterialState.MISSING


def test_an_ended_case_offers_no_conclusion(qtbot, hall, shown):
    page = shown(hall.take_in(Outcome.NOT_REQUIRED, answers={"place": "2"}))

    assert page.loaded.view.head.state is CaseState.NOT_REQUIRED
    assert not page.tabs.isTabVisible(3)
    assert page.loaded.view.head.holder == "已结束"
    press(qtbot, page, Qt.Key.Key_4, Alt)
    assert page.tabs.currentIndex() == 0


def test_a_case_that_is_gone_is_said(qtbot, visit):
    page = visit(CasePage)
    said: list[Any] = []
    page.notice.connect(said.append)

    page.opened("no-such-case")

    until(qtbot, lambda: bool(said))
    assert said[0].tone == "bad"
    assert page.loaded is None


def test_entries_of_an_unknown_clerk_show_the_login_name(hall):
    taken = hall.take_in()
    with hall.counter.store.read() as reader:
        lines = reader.lines_of(taken.case_id)

    assert {view.who for view in entries(lines, Words("zh", {}))} == {"lead"}
