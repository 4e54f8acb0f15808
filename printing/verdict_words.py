"""What is told about a checked paper, line by line; the sentences stand in desktop.sentences under `check.`."""

from datetime import timedelta, timezone

from desktop.domain.papers import Paper, title
from desktop.messages import sentence
from printing.papers.wording import day
from printing.seal_reading import FoundSeal
from printing.verify import Alteration, Finding, Verdict

MOST_DIFFERENCES = 12
"""More would only say that it is another paper."""

_HALL_ZONE = timezone(timedelta(hours=8))
"""China has one time; printing knows no clock."""


def told(finding: Finding, *, language: str = "zh") -> list[str]:
    """The verdict first, then what it rests on, then what to do."""

    def line(name: str, **fields: object) -> str:
        return sentence(f"check.{name}", fields, language)

    lines = [line(finding.verdict.value)]
    if finding.alteration:
        lines.append(line(f"altered_{finding.alteration.value}"))
    lines += _differences(finding, language)
    if finding.code:
        lines.append(line("number", number=finding.code.number))
        lines.append(line("key", key=finding.code.key_id.hex()))
    if finding.key:
        lines.append(line("office", hall=finding.key.hall, window=finding.key.window, origin=finding.key.origin))
        lines += [line("revoked_on", day=day(finding.key.revoked_on))] if finding.key.revoked_on else []
    if finding.code and finding.verdict is not Verdict.FORGED:
        lines.append(line("check_code", code=finding.check_code))
    lines += [_seal(seal, language) for seal in finding.seals]
    lines += [line("seal_issuer")] if any(seal.is_intact for seal in finding.seals) else []
    return lines + [line(name, **fields) for name, fields in _remarks(finding)]


def _differences(finding: Finding, language: str) -> list[str]:
    lines = []
    for difference in finding.differences[:MOST_DIFFERENCES]:
        lines.append(sentence("check.difference_page", {"page": difference.page}, language))
        lines += [sentence("check.difference_shown", {"text": text}, language) for text in difference.shown]
        lines += [sentence("check.difference_expected", {"text": text}, language) for text in difference.expected]
    if len(finding.differences) > MOST_DIFFERENCES:
        more = len(finding.differences) - MOST_DIFFERENCES
        lines.append(sentence("check.difference_more", {"count": more}, language))
    return lines


def _seal(seal: FoundSeal, language: str) -> str:
    """Whose signature, and whether it fits."""
    if not seal.is_intact:
        return sentence("check.seal_broken", {"holder": seal.holder}, language)
    signed_on = day(seal.signed_at.astimezone(_HALL_ZONE).date()) if seal.signed_at else ""
    fields = {"holder": seal.holder, "day": signed_on, "issuer": seal.issuer, "serial": seal.serial}
    return sentence("check.seal", fields, language)


def _remarks(finding: Finding) -> list[tuple[str, dict[str, object]]]:
    content = finding.content
    remarks: list[tuple[str, dict[str, object]]] = []
    if content and finding.alteration is not Alteration.NUMBER:
        remarks.append(("paper", {"title": title(content), "authority": content.head.authority, "day": _day(content)}))
    if finding.reprint_no:
        remarks.append(("reprint", {"number": finding.reprint_no}))
    if finding.is_rewritten:
        remarks.append(("rewritten", {}))
    if content and content.head.is_practice:
        remarks.append(("practice", {}))
    elif content and content.head.is_sample:
        remarks.append(("sample", {}))
    if finding.verdict is Verdict.GENUINE and content is None:
        remarks.append(("code_only", {"code": finding.check_code}))
    return remarks


def _day(content: Paper) -> str:
    return day(content.head.issued_on)
