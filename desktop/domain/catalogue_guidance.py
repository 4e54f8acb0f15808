"""What must hold for the policies and the register of intermediaries in a catalogue; part of catalogue_rules."""

import re
from collections.abc import Iterator

import msgspec

from desktop.domain.catalogue import Catalogue
from desktop.domain.condition import Wrong, wrongs
from desktop.domain.errors import InvalidInput
from desktop.domain.identity import CreditCode
from desktop.domain.intermediary import Intermediary
from desktop.domain.policy import Policy

Placed = tuple[str, Wrong]
"""A path in the catalogue and what is wrong there."""

URL_AT_MOST = 200
"""Characters of an address that still make a code which a telephone reads from paper."""

CONDITION_AT_MOST = 30_000
"""Characters of a condition as it is written in a cell, which holds 32,767."""

_URL = re.compile(r"https?://[!-~]+")


def guidance_wrongs(catalogue: Catalogue) -> Iterator[Placed]:
    """Everything wrong with policies, intermediaries, and the services that items may need."""
    questions = frozenset(question.key for item in catalogue.items for question in item.questions)
    codes = [policy.code for policy in catalogue.policies]
    for n, policy in enumerate(catalogue.policies):
        path = f"policies[{n}]"
        if policy.code in codes[:n]:
            yield f"{path}.code", Wrong("policy_twice", {"value": policy.code})
        yield from _policy(policy, path, questions)
    known = [(one.service, one.code) for one in catalogue.intermediaries]
    for n, one in enumerate(catalogue.intermediaries):
        path = f"intermediaries[{n}]"
        if (one.service, one.code) in known[:n]:
            yield f"{path}.code", Wrong("intermediary_twice", {"value": one.code, "service": one.service})
        yield from _intermediary(one, path)
    yield from _services(catalogue)


def _policy(policy: Policy, path: str, questions: frozenset[str]) -> Iterator[Placed]:
    for name in ("code", "name", "publisher", "kind", "summary", "benefit"):
        if not getattr(policy, name).strip():
            yield f"{path}.{name}", Wrong("empty", {})
    if policy.valid_from and policy.valid_to and policy.valid_to < policy.valid_from:
        yield f"{path}.valid_to", Wrong("dates_order", {})
    if policy.url and not (_URL.fullmatch(policy.url) and len(policy.url) <= URL_AT_MOST):
        yield f"{path}.url", Wrong("policy_url", {"most": URL_AT_MOST})
    found = wrongs(policy.condition, questions=questions)
    yield from ((f"{path}.condition", wrong) for wrong in found)
    is_shallow = not any(wrong.reason == "condition_deep" for wrong in found)
    if is_shallow and len(msgspec.json.encode(policy.condition).decode()) > CONDITION_AT_MOST:
        yield f"{path}.condition", Wrong("text_too_long", {"most": CONDITION_AT_MOST})


def _intermediary(one: Intermediary, path: str) -> Iterator[Placed]:
    for name in ("service", "name", "code"):
        if not getattr(one, name).strip():
            yield f"{path}.{name}", Wrong("empty", {})
    if one.valid_from and one.valid_to and one.valid_to < one.valid_from:
        yield f"{path}.valid_to", Wrong("dates_order", {})
    if one.code:
        try:
            CreditCode(one.code)
        except InvalidInput:
            yield f"{path}.code", Wrong("credit_code", {"code": one.code})


def _services(catalogue: Catalogue) -> Iterator[Placed]:
    """An item may name a service that nobody on the register offers yet: the counter then says so. Never one twice."""
    for n, item in enumerate(catalogue.items):
        for k, service in enumerate(item.intermediary_services):
            if service in item.intermediary_services[:k]:
                yield f"items[{n}].intermediary_services[{k}]", Wrong("service_twice", {"value": service})
