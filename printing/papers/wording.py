"""Words that several papers share: dates, forms of address, remedies."""

from datetime import date

from desktop.domain.papers import Party


def day(value: date) -> str:
    """A date as official papers write it: Arabic digits, no leading zeros (GB/T 9704-2012, 7.3.5.4)."""
    return f"{value.year}年{value.month}月{value.day}日"


def you(applicant: Party) -> str:
    """How the paper speaks to the applicant: a person or a unit."""
    return "你单位" if "信用代码" in applicant.id_kind or "注册" in applicant.id_kind else "你"


def application(item_name: str) -> str:
    """What was applied for, in quotation marks; the bare word if there is no name."""
    return f"“{item_name}”申请" if item_name else "申请"


def person(party: Party) -> str:
    """Name, kind and masked number of the document, masked telephone; what is not given is left out."""
    document = " ".join(part for part in (party.id_kind, party.id_masked) if part)
    name = f"{party.name}（{document}）" if document else party.name
    return f"{name} 电话{party.phone_masked}" if party.phone_masked else name


def remedies(review_authority: str, court: str, *, paper: str) -> str:
    """The right to review and to sue, with the limits of the law.

    行政复议法 (2023) 20: sixty days from knowing of the act; 行政诉讼法 46: six months. A name left empty becomes the
    general term. `paper` is what was received, such as 通知书.
    """
    review = review_authority or "有管辖权的行政复议机关"
    tribunal = court or "有管辖权的人民法院"
    return (
        f"如不服本决定，可以自收到本{paper}之日起六十日内向{review}申请行政复议，"
        f"或者自收到本{paper}之日起六个月内向{tribunal}提起行政诉讼。"
    )


def full_stop(sentence: str) -> str:
    """The sentence with a stop at its end, whether it came with one or not; empty stays empty."""
    text = sentence.strip()
    return text if not text or text[-1] in "。！？；" else f"{text}。"
