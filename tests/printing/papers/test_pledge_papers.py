"""What the papers of pledge, rating and guidance say, article by article, and how they lie on the sheet."""

from datetime import date

import pytest
from msgspec.structs import replace

from desktop.domain import liability, papers
from desktop.domain.paper_parts import MaterialLine
from desktop.domain.papers import CopyMark, Paper
from desktop.domain.papers_pledge import GuideMaterial, OwedLine, PledgedMaterial, SampleField
from desktop.domain.rating import BAD_LEVELS, LEVEL_NAMES, OPTIONS
from desktop.domain.regime import Regime
from printing.formats import PaperFormat
from printing.marks import BoxMark, RuleMark, TextMark, WatermarkMark
from printing.render import lay_out, render
from printing.surface import Surface
from tests.printing.paper_reading import codes_in, faults, fonts_of, page_count, picture, text_of
from tests.printing.papers.pledge_content import (
    ATTORNEY,
    BLANK_ATTORNEY,
    DEFERRAL,
    GUIDE,
    PLEDGE,
    PLEDGES,
    RATING,
    SAMPLE,
    TRUTH,
)
from tests.printing.sample_content import CODE, HEAD, NUMBER

each_paper = pytest.mark.parametrize("paper", [*PLEDGES, BLANK_ATTORNEY], ids=lambda paper: type(paper).__name__)
LONG = "示范乡镇农村集体经济组织成员资格和承包经营权历史沿革情况说明"


def words_on(surface: Surface) -> list[str]:
    return [mark.text for page in surface.pages for mark in page if isinstance(mark, TextMark)]


def watermarks_on(surface: Surface) -> set[str]:
    return {mark.text for page in surface.pages for mark in page if isinstance(mark, WatermarkMark)}


@each_paper
def test_a_paper_has_its_number_window_and_telephones(paper: Paper) -> None:
    text = text_of(render(paper, code=CODE))

    for expected in (NUMBER, papers.title(paper), "02号窗口", HEAD.service_phone, HEAD.complaint_phone):
        assert expected in text


@each_paper
@pytest.mark.parametrize("copy", [CopyMark(), CopyMark(reprint_no=2)], ids=["first", "reprint"])
def test_nothing_on_a_paper_overlaps_or_overflows(paper: Paper, copy: CopyMark) -> None:
    assert faults(lay_out(paper, code=CODE, copy=copy)) == []


@each_paper
def test_the_same_content_gives_the_same_bytes(paper: Paper) -> None:
    assert render(papers.decode(papers.encode(paper)), code=CODE) == render(paper, code=CODE)


@each_paper
def test_every_font_of_a_paper_is_in_it(paper: Paper, tmp_path_factory: pytest.TempPathFactory) -> None:
    listing = fonts_of(render(paper, code=CODE), tmp_path_factory.mktemp("fonts"))

    assert " no " not in listing
    assert "Helvetica" not in listing


@pytest.mark.parametrize(
    ("paper", "pages"), [(ATTORNEY, 1), (BLANK_ATTORNEY, 1), (TRUTH, 1), (DEFERRAL, 2), (PLEDGE, 4), (RATING, 1)]
)
def test_a_form_is_one_page_and_a_pledge_exists_twice(paper: Paper, pages: int) -> None:
    assert page_count(render(paper, code=CODE)) == pages


@pytest.mark.parametrize("paper", [PLEDGE, DEFERRAL], ids=["notice", "deferral"])
def test_both_sides_of_a_pledge_get_their_copy_with_room_for_seal_and_signature(paper: Paper) -> None:
    words = words_on(lay_out(paper, code=CODE))

    assert {"申请人联 · 请妥善保存", "存根联 · 窗口留存"} <= set(words)
    assert words.count("（专用印章）") == 2
    assert sum(word.startswith("承诺人（签名") or word == "承诺人：" for word in words) == 2


@pytest.mark.parametrize("paper", [ATTORNEY, TRUTH, RATING, GUIDE, SAMPLE], ids=lambda p: type(p).__name__)
def test_what_a_citizen_declares_or_takes_home_has_no_seal_and_no_stub(paper: Paper) -> None:
    words = words_on(lay_out(paper, code=CODE))

    assert not any("专用印章" in word or "存根联" in word for word in words)


@pytest.mark.parametrize("paper", [ATTORNEY, PLEDGE, DEFERRAL], ids=lambda p: type(p).__name__)
def test_rare_names_come_back_from_the_text_layer(paper: Paper) -> None:
    assert "王㼆𬭳" in text_of(render(paper))


@each_paper
@pytest.mark.parametrize("paper_format", list(PaperFormat), ids=lambda form: form.name)
def test_nothing_overlaps_on_any_format(paper: Paper, paper_format: PaperFormat) -> None:
    assert faults(lay_out(paper, code=CODE, paper_format=paper_format)) == []


def test_on_a_roll_no_level_no_power_and_no_signature_is_lost() -> None:
    rating = "".join(words_on(lay_out(RATING, code=CODE, paper_format=PaperFormat.ROLL)))
    attorney = "".join(words_on(lay_out(ATTORNEY, code=CODE, paper_format=PaperFormat.ROLL)))

    assert all(code in rating for options in OPTIONS.values() for code in options)
    assert HEAD.case_number in rating
    assert "√提交" in attorney
    assert "□签收" in attorney
    assert "受托人（签名或者按指印）：" in attorney


# 授权委托书


def test_an_authority_names_agent_matter_powers_and_term() -> None:
    """民法典 165: 代理人的姓名或者名称、代理事项、权限和期限, signed by the principal."""
    text = text_of(render(ATTORNEY))

    for expected in ("欧阳示例", "城乡居民基本养老保险参保登记", "自2026年11月23日起至2027年5月22日止", "委托人（签名"):
        assert expected in text
    for expected in ("450000195001010018", "13800000001", "450000198001010026", "13900000002", "女儿"):
        assert expected in text


def test_an_authority_ticks_what_is_granted_and_nothing_else() -> None:
    """Each power has a box; a tick is two strokes inside it."""
    (page,) = lay_out(ATTORNEY).pages
    texts = {mark.text: mark.box for mark in page if isinstance(mark, TextMark)}
    strokes = [mark for mark in page if isinstance(mark, RuleMark)]
    squares = [mark.box for mark in page if isinstance(mark, BoxMark) and mark.box.width == mark.box.height]

    def is_ticked(power: str) -> bool:
        square = max((s for s in squares if s.right <= texts[power].left), key=lambda s: s.right)
        return any(square.left < stroke.left < square.right for stroke in strokes)

    assert {power: is_ticked(power) for power in ATTORNEY.powers} == {
        "提交": True,
        "补正": True,
        "领取": True,
        "签收": False,
    }


def test_an_authority_tells_spouse_and_agent_what_to_bring_and_no_more_than_the_catalogue_asks() -> None:
    text = text_of(render(ATTORNEY))

    assert "配偶、亲属代办代领" in text
    assert "目录没有列明的，不另行要求" in text
    assert "第一百六十九条" in text


def test_a_blank_authority_leaves_room_for_a_pen() -> None:
    text = text_of(render(BLANK_ATTORNEY))

    assert "自＿＿＿＿年＿＿月＿＿日起至＿＿＿＿年＿＿月＿＿日止" in text
    assert "None" not in text


# 真实性承诺书


def test_a_truth_pledge_says_the_four_things() -> None:
    """行政许可法 31, 78, 79."""
    text = text_of(render(TRUTH))

    for expected in (
        "《中华人民共和国行政许可法》第三十一条",
        "对申请材料实质内容的真实性负责",
        "纸质材料与电子材料内容一致",
        "接受行政机关对所提交材料和承诺内容的核查和监督",
        "记入信用记录",
        "第七十八条",
        "第七十九条",
    ):
        assert expected in text


@pytest.mark.parametrize(
    ("regime", "article"),
    [
        (Regime.LICENCE, "《中华人民共和国行政许可法》第七十八条"),
        (Regime.REAL_ESTATE, "《不动产登记暂行条例》第二十九条"),
        (Regime.MARKET_ENTITY, "第四十条、第四十四条"),
        (Regime.RESIDENCE_PERMIT, "《居住证暂行条例》第十八条"),
        (Regime.SOCIAL_RELIEF, "《社会救助暂行办法》第六十八条"),
        (Regime.SERVICE, "依法终止办理"),
    ],
)
def test_the_liability_is_that_of_the_item_s_own_law(regime: Regime, article: str) -> None:
    told = "".join(liability.of_false_materials(regime))

    assert article in told
    assert "依法追究刑事责任" in told
    assert "信用记录" in told


# 告知承诺书


def test_a_notice_tells_everything_that_42_demands() -> None:
    """国办发〔2020〕42号: 事项名称, 设定依据, 证明内容, 承诺方式, 法律责任, 核查权力, 是否公开."""
    text = text_of(render(PLEDGE))

    for expected in (
        HEAD.item_name,
        "设定依据",
        "《社会救助暂行办法》第九条",
        "家庭人均收入低于当地标准",
        "承诺方式",
        "不实承诺的法律责任",
        "民事责任",
        "行政处罚",
        "刑事责任",
        "核查权力",
        "是否公开",
        "不向社会公开",
    ):
        assert expected in text


def test_a_pledge_says_that_it_is_known_met_answered_for_and_meant() -> None:
    """国办发〔2020〕42号: 已知晓, 已符合, 愿意承担, 真实意思表示."""
    text = text_of(render(PLEDGE))

    for expected in ("已经知晓并理解", "已经符合告知的条件、要求", "愿意承担不实承诺的法律责任", "真实意思表示"):
        assert expected in text


def test_a_pledge_is_free_and_may_be_withdrawn_before_the_decision() -> None:
    text = text_of(render(PLEDGE))

    assert "不愿承诺或者无法承诺的，提交有关证明" in text
    assert "作出决定前，申请人可以撤回承诺" in text


def test_forty_pledged_proofs_run_on() -> None:
    many = tuple(PledgedMaterial(name=f"{LONG}{n}", proves=(LONG, LONG), basis=LONG) for n in range(40))
    surface = lay_out(replace(PLEDGE, materials=many), code=CODE)

    assert faults(surface) == []
    assert len(surface.pages) > 4


# 容缺受理承诺书


def test_a_deferral_says_what_form_when_and_what_follows() -> None:
    """材料名称, 补正形式, 时限, 超期处理 (handbook 2.2)."""
    text = text_of(render(DEFERRAL))

    for expected in (
        "土地勘测位置图",
        "原件1份",
        "2026年12月7日（含当日）",
        "2026年11月30日（含当日）",
        "逾期的后果：未按期补齐的，终止容缺受理",
        "补齐前不领取办理结果",
        "真实意思表示",
        "以窗口收到之日为准",
    ):
        assert expected in text


def test_forty_owed_materials_run_on() -> None:
    many = tuple(OwedLine(name=f"{LONG}{n}", asked="原件1份、复印件2份", due_on=date(2026, 12, 7)) for n in range(40))

    assert faults(lay_out(replace(DEFERRAL, owed=many), code=CODE)) == []


# 评价表


def test_a_rating_has_the_five_levels_with_the_national_codes() -> None:
    text = text_of(render(RATING))

    for level, options in OPTIONS.items():
        assert f"□{LEVEL_NAMES[level]}" in text
        for code in options:
            assert code in text
    assert [LEVEL_NAMES[level] for level in OPTIONS] == ["非常满意", "满意", "基本满意", "不满意", "非常不满意"]
    assert {LEVEL_NAMES[level] for level in BAD_LEVELS} == {"不满意", "非常不满意"}


def test_a_rating_is_voluntary_and_no_clerk_fills_it_in() -> None:
    """GB/T 39734-2020, 4.1."""
    text = text_of(render(RATING))

    assert "完全自愿" in text
    assert "窗口人员不得代填" in text
    assert "√" in text  # in the call only: no level comes ticked
    assert "☑" not in text


@pytest.mark.parametrize("dpi", [203, 300])
def test_the_case_number_is_read_from_the_rating_and_the_proof_beside_it(dpi: int) -> None:
    found = codes_in(picture(render(RATING, code=CODE), dpi=dpi))

    assert set(found) == {HEAD.case_number, CODE}


# 办事指南, 示范文本


def test_a_guide_publishes_all_that_article_30_names() -> None:
    """行政许可法 30: 事项、依据、条件、数量、程序、期限以及全部材料的目录."""
    text = text_of(render(GUIDE))

    for expected in (
        HEAD.item_name,
        "一、设定依据",
        "《中华人民共和国社会保险法》第二十条",
        "二、受理条件",
        "三、数量限制",
        "四、申请材料（2项）",
        "五、办理程序",
        "六、办理期限",
        "法定办结时限：20个工作日",
        "承诺办结时限：15个工作日",
        "公示（约7个工作日",
        "七、收费",
        "窗口应当说明、解释",
        "六十日内向示例区人民政府申请行政复议",
        "六个月内向示例区人民法院提起行政诉讼",
    ):
        assert expected in text


def test_a_guide_of_forty_materials_lists_each_with_page_numbers() -> None:
    many = tuple(
        GuideMaterial(line=MaterialLine(name=f"材料{n}", asked="原件1份", points=(LONG,)), source="申请人自备")
        for n in range(1, 41)
    )
    surface = lay_out(replace(GUIDE, materials=many), code=CODE)

    assert faults(surface) == []
    words = words_on(surface)
    assert all(f"材料{n}" in words for n in range(1, 41))
    assert f"第1页 共{len(surface.pages)}页" in words


def test_a_sample_is_filled_in_and_every_page_says_so() -> None:
    """行政许可法 30: 申请书示范文本."""
    many = tuple(SampleField(label=f"栏目{n}", value="示例", hint=LONG) for n in range(40))
    surface = lay_out(replace(SAMPLE, fields=many, head=replace(SAMPLE.head, is_sample=True)), code=CODE)

    assert len(surface.pages) > 1
    assert faults(surface) == []
    assert watermarks_on(surface) == {"示范"}
    text = text_of(render(SAMPLE))
    for expected in ("参保登记表（示范文本）", "450000198503070028", "均为虚构", "用黑色签字笔填写", "漏填缴费档次"):
        assert expected in text
