"""Builds what is published of an item: 办事指南 and 示范文本 (行政许可法 30), from the catalogue alone."""

from collections.abc import Iterable

from desktop.domain.catalogue import Audience, MaterialKind, MaterialRequirement, ServiceItem, Step
from desktop.domain.checklist import possible_materials, requirements_of
from desktop.domain.papers import Head
from desktop.domain.papers_pledge import (
    FilledSample,
    GuideAnswer,
    GuideMaterial,
    SampleField,
    SampleMaterial,
    ServiceGuide,
)
from desktop.domain.people import Hall
from desktop.domain.regime import rules_for
from desktop.messages import word
from desktop.services.paper_contents import asked_line, limit_text, remedies, when_text

# Nobody has these names and numbers: the check digits are right, the area 450000 and the registry are not assigned.
_PERSON = (
    SampleField(label="申请人姓名", value="王示例", hint="与居民身份证一致，不写同音字、简写"),
    SampleField(label="公民身份号码", value="450000198503070028", hint="18位，末位是X的写大写"),
    SampleField(label="联系电话", value="13900000000", hint="能打通的手机号码，用于补正、领取通知"),
    SampleField(label="住址", value="示例镇示例村1组", hint="写到村组、门牌"),
)
_ORGANISATION = (
    SampleField(label="申请单位名称", value="示例种养专业合作社", hint="与营业执照、登记证书一致，并加盖公章"),
    SampleField(label="统一社会信用代码", value="93450000MADEM0001A", hint="18位，照证书抄写"),
    SampleField(label="法定代表人", value="王示例", hint="与证书一致，由本人签名"),
    SampleField(label="联系电话", value="13900000000", hint="能打通的电话，用于补正、领取通知"),
)
_AGENT = (
    SampleField(label="代理人姓名", value="李示例", hint="本人办理的，代理人各栏划一道斜线"),
    SampleField(label="代理人身份号码", value="450000197001010012", hint="代理人另交授权委托书"),
)


def service_guide(item: ServiceItem, hall: Hall, head: Head, *, version: str) -> ServiceGuide:
    """办事指南 with every material of the item, each with the situation in which it is asked for."""
    review, court = remedies(item, hall)
    return ServiceGuide(
        head=head,
        authority=item.authority,
        kind=word(item.kind),
        capacity=word(item.role),
        handling=word(item.handling),
        audience=word(item.audience),
        legal_basis=item.legal_basis,
        conditions=item.conditions,
        quantity="目录未设数量限制。",
        steps=tuple(_step(step) for step in item.steps),
        special_procedures=tuple(f"{p.name}（约{p.days}个工作日）" for p in item.special_procedures),
        statutory_limit=limit_text(item.statutory_limit or rules_for(item.regime).fallback_limit),
        committed_limit=limit_text(item.promised_limit),
        limit_note=item.limit_note,
        materials=tuple(_material(item, requirement) for requirement in item.materials),
        fee="　".join(part for part in (item.fee or "不收费", item.fee_basis) if part),
        visits=item.visits,
        result=item.result_name,
        delivery="、".join(item.result_delivery),
        where=item.address or hall.address or hall.name,
        hours=item.hours or hall.hours,
        online=_online(item),
        review_authority=review,
        court=court,
        answers=tuple(GuideAnswer(question=entry.question, answer=entry.answer) for entry in item.faq),
        note=item.note,
        catalogue_version=version,
    )


def _step(step: Step) -> str:
    told = "，".join(part for part in (step.department, step.post, limit_text(step.limit)) if part)
    return f"{step.name}（{told}）" if told else step.name


def _online(item: ServiceItem) -> str:
    if not item.online_url:
        return ""
    return f"{item.online_url}（{'可以全程网办' if item.is_fully_online else '可以网上申请'}）"


def _material(item: ServiceItem, requirement: MaterialRequirement) -> GuideMaterial:
    source = word(requirement.source)
    return GuideMaterial(
        line=asked_line(requirement, when=when_text(item, requirement, {}) if requirement.when else ""),
        source=f"{source}（{requirement.source_note}）" if requirement.source_note else source,
        basis=requirement.basis,
    )


def filled_sample(item: ServiceItem, facts: dict[str, str], head: Head) -> FilledSample:
    """示范文本: an application in this situation, filled in with made-up data.

    Args:
        facts: answers so far; an open question is answered with its first plain option, for the sample only.
    """
    sample = sample_facts(item, facts)
    shown = (*requirements_of(item, sample), *possible_materials(item, facts))
    forms = [requirement.name for requirement in shown if requirement.kind is MaterialKind.FORM]
    return FilledSample(
        head=head,
        form_name=forms[0] if forms else "",
        fields=(*_who(item, facts), *_situation(item, sample), *_ending(item)),
        materials=tuple(_how_to(requirement) for requirement in _once(shown)),
    )


def sample_facts(item: ServiceItem, facts: dict[str, str]) -> dict[str, str]:
    """The facts with each open question answered by its first option that leads to no refusal."""
    answered = dict(facts)
    for question in item.questions:
        plain = [o.key for o in question.options if not (o.not_required or o.other_authority)]
        if plain and question.key not in answered and question.is_asked(answered):
            answered[question.key] = plain[0]
    return answered


def _who(item: ServiceItem, facts: dict[str, str]) -> tuple[SampleField, ...]:
    applicant = facts.get("applicant", "organisation" if item.audience is Audience.ORGANISATION else "person")
    who = _ORGANISATION if applicant == "organisation" else _PERSON
    matter = SampleField(label="申请事项", value=item.name, hint="照办事指南的事项名称填写")
    return (matter, *who, *_AGENT)


def _situation(item: ServiceItem, facts: dict[str, str]) -> tuple[SampleField, ...]:
    fields = []
    for question in item.questions:
        chosen = next((o.text for o in question.options if o.key == facts.get(question.key)), "")
        if chosen and question.is_asked(facts):
            fields.append(SampleField(label=question.text.rstrip("？?"), value=chosen, hint="按实际情形选一项"))
    return tuple(fields)


def _ending(item: ServiceItem) -> tuple[SampleField, ...]:
    ways = item.result_delivery
    delivery = (SampleField(label="领取方式", value=ways[0], hint="可选：" + "、".join(ways)),) if ways else ()
    return (
        *delivery,
        SampleField(
            label="申请人签名", value="王示例（手写）", hint="本人签名；不会书写的，由窗口代填、念给本人听，按指印"
        ),
        SampleField(label="日期", value="2026年1月5日", hint="写签名当天"),
    )


def _how_to(requirement: MaterialRequirement) -> SampleMaterial:
    asked = asked_line(requirement).asked
    demands = (requirement.copy_requirement, requirement.seal_requirement)
    return SampleMaterial(
        name=requirement.name,
        notes=tuple(note for note in (asked, *requirement.fill_notes, *demands) if note),
        defects=requirement.common_defects,
    )


def _once(requirements: Iterable[MaterialRequirement]) -> tuple[MaterialRequirement, ...]:
    return tuple({requirement.code: requirement for requirement in requirements}.values())
