"""`yichuang support-code`: what a clerk has read over the telephone, in words for the technician."""

import click

from desktop import messages
from desktop.sync import support_code
from desktop.sync.support_code import NO_RECEIPT, SupportFacts

_LABELS = {
    "zh": ("状态", "问题", "待确认条目", "待确认扫描页", "市里退回", "最后回执", "版本", "新身份"),
    "en": ("state", "problem", "entries waiting", "pages waiting", "refused", "last receipt", "version", "new origin"),
}
_NEVER = {"zh": "没有，或30天以前", "en": "none, or more than 30 days ago"}
_DAYS = {"zh": "{}天前", "en": "{} days ago"}


@click.command("support-code")
@click.argument("code", nargs=-1, required=True)
@click.pass_context
def support_code_command(ctx: click.Context, code: tuple[str, ...]) -> None:
    """Say what the support CODE of a window tells. Counts are lower bounds."""
    language = ctx.find_root().params.get("language", "zh")
    facts = support_code.read("".join(code))
    for label, value in zip(_LABELS[language], _values(facts, language), strict=True):
        click.echo(f"{label}: {value}")


def _values(facts: SupportFacts, language: str) -> tuple[str, ...]:
    state = " ".join(part for part in (facts.state, facts.pause) if part)
    problem = f"{facts.problem} {messages.sentence(facts.problem, language=language)}" if facts.problem else "-"
    receipt = _NEVER[language] if facts.receipt_days >= NO_RECEIPT else _DAYS[language].format(facts.receipt_days)
    counts = tuple(f"{count}+" if count else "0" for count in (facts.entries, facts.scans, facts.refused))
    version = ".".join(map(str, facts.version))
    return state, problem, *counts, receipt, version, "+" if facts.is_new_origin else "-"
