"""送达回证 holds what was delivered, to whom, where and how, and room for those who sign (handbook 1.6)."""

from msgspec.structs import replace

from printing.marks import BoxMark, TextMark
from printing.render import lay_out, render
from tests.printing.paper_reading import text_of
from tests.printing.papers.course_content import DELIVERY
from tests.printing.sample_content import HEAD


def test_it_names_case_matter_recipient_and_agent() -> None:
    text = text_of(render(DELIVERY))

    assert f"办件编号{HEAD.case_number}" in text
    assert f"事项名称{HEAD.item_name}" in text
    assert "受送达人王㼆𬭳" in text
    assert "代理人欧阳示例" in text


def test_it_lists_what_was_delivered_with_its_number() -> None:
    text = text_of(render(DELIVERY))

    assert "送达内容（1项）" in text
    assert "准予行政许可决定书阳圩准字〔2026〕02-K7QX-0001号1份" in text


def test_it_says_when_where_and_how() -> None:
    text = text_of(render(DELIVERY))

    assert "送达时间2026年11月23日" in text
    assert "送达地点阳圩镇便民服务中心02号窗口" in text
    assert "送达方式窗口自取" in text


def test_it_has_room_for_every_signature_and_the_time() -> None:
    (page,) = lay_out(DELIVERY).pages

    texts = {mark.text: mark.box for mark in page if isinstance(mark, TextMark)}
    cells = [mark.box for mark in page if isinstance(mark, BoxMark)]
    for label in ("受送达人签名", "收到时间", "代收人签名", "代收原因", "送达人签名", "备注"):
        (cell,) = [box for box in cells if box.holds(texts[label]) and box.width < 40]
        assert cell.height >= 12


def test_a_substitute_is_named_with_the_reason() -> None:
    """代收应注明代收原因及代收人签名."""
    text = text_of(render(replace(DELIVERY, method="代收", substitute="李示例", substitute_reason="受送达人外出务工")))

    assert "李示例" in text
    assert "受送达人外出务工" in text
    assert "由他人代收的，应当注明代收原因，并由代收人签名" in text


def test_a_posted_result_gives_the_number_of_the_post() -> None:
    assert "邮寄单号XA00000000000" in text_of(render(replace(DELIVERY, method="邮寄", tracking_number="XA00000000000")))


def test_it_stays_in_the_file_and_has_no_stub() -> None:
    assert "存根联" not in text_of(render(DELIVERY))
