"""Which actions the law and the state of a case allow after intake, and why the others are not.

The screen shows `actions`; desktop.domain.course refuses by the same rule.
"""

from dataclasses import dataclass
from enum import Enum

from desktop.domain.authority import may_accept
from desktop.domain.case import Case, CaseState
from desktop.domain.case_pledge import PledgeState
from desktop.domain.catalogue_elsewhere import Mode
from desktop.domain.checklist import MaterialState
from desktop.domain.deadline import deemed_accepted_on
from desktop.domain.decide import Circumstances
from desktop.domain.joint_steps import is_joint, may_be_settled, open_there
from desktop.domain.outcome import Reason
from desktop.domain.regime import rules_for


class Action(Enum):
    """What a clerk may do with a case after intake."""

    SUPPLY = "supply"  # 补正收件
    SUPPLY_DEFERRED = "supply_deferred"  # 容缺补交
    DEEM = "deem"  # 视为受理
    SEND_ELSEWHERE = "send_elsewhere"  # 转出到办理地
    NOTE_ELSEWHERE = "note_elsewhere"  # 登记办理地进度
    FORWARD = "forward"  # 转报
    HAND = "hand"  # 交接回执
    SUSPEND = "suspend"  # 特别程序
    RESUME = "resume"  # 特别程序结束
    EXTEND = "extend"  # 延期
    DECIDE = "decide"  # 作出决定
    RESULT = "result"  # 结果到达
    DELIVER = "deliver"  # 送达
    RETURN = "return"  # 退件
    WITHDRAW = "withdraw"  # 撤回
    WITHDRAW_PLEDGE = "withdraw_pledge"  # 撤回承诺
    VERIFY_PLEDGE = "verify_pledge"  # 核查承诺
    REPAIR_CREDIT = "repair_credit"  # 信用修复


@dataclass(frozen=True, slots=True)
class Offered:
    """An action; lawful when `why_not` is None."""

    action: Action
    why_not: Reason | None


def actions(case: Case, now: Circumstances) -> tuple[Offered, ...]:
    """Every action with what speaks against it, in the order of a case's life."""
    return tuple(Offered(action, why_not(case, action, now)) for action in Action)


def why_not(case: Case, action: Action, now: Circumstances) -> Reason | None:
    """What speaks against the action today; None: nothing does."""
    against = _RULES[action](case, now)
    if not case.is_open and (against is not None or action not in _AFTER_THE_END):
        return Reason("why.ended")
    return against


def _state(case: Case, *states: CaseState) -> Reason | None:
    return None if case.state in states else Reason("why.state", {"state": case.state.value})


def _supply(case: Case, now: Circumstances) -> Reason | None:
    return _state(case, CaseState.CORRECTING)


def _supply_deferred(case: Case, now: Circumstances) -> Reason | None:
    return None if case.owed else Reason("why.nothing_owed")


def _deem(case: Case, now: Circumstances) -> Reason | None:
    rules = rules_for(now.item.regime)
    if wrong := _state(case, CaseState.RECEIVED):
        return wrong
    if not (rules.is_deemed_accepted and may_accept(now.item)) or case.notices_given:
        return Reason("why.never_deemed")
    since = deemed_accepted_on(
        case.received_on, today=now.today, notified=None, calendar=now.calendar, days=rules.notice_days
    )
    return None if since else Reason("why.days_running", {"day": case.notice_due_on})


def _forward(case: Case, now: Circumstances) -> Reason | None:
    if may_accept(now.item):
        return Reason("why.decided_here")
    return _decided_there(case) or _state(case, CaseState.RECEIVED) or _missing(case)


def _decided_there(case: Case) -> Reason | None:
    """The other place decides, so the case goes there and not up; of 多地联办 an authority of this place decides."""
    if case.elsewhere is None or case.elsewhere.mode is Mode.JOINT:
        return None
    return Reason("why.elsewhere", {"authority": case.elsewhere.authority})


def _missing(case: Case) -> Reason | None:
    bad = (MaterialState.MISSING, MaterialState.FAULTY, MaterialState.UNCHECKED)
    missing = [row.name for row in case.rows if row.is_required and row.state in bad]
    return Reason("why.not_complete", {"names": missing}) if missing else None


def _send_elsewhere(case: Case, now: Circumstances) -> Reason | None:
    if case.elsewhere is None:
        return Reason("why.not_elsewhere")
    if case.elsewhere.mode is Mode.JOINT:
        taken_in = CaseState.ACCEPTED if may_accept(now.item) else CaseState.RECEIVED
        return Reason("why.stage_passed") if case.sent else _state(case, taken_in, CaseState.FORWARDED)
    return _state(case, CaseState.RECEIVED) or _missing(case)


def _note_elsewhere(case: Case, now: Circumstances) -> Reason | None:
    if case.elsewhere is None:
        return Reason("why.not_elsewhere")
    if is_joint(case):
        if may_be_settled(case):
            return None
        return Reason("why.not_sent") if open_there(case) else Reason("why.steps_settled")
    if case.sent is None:
        return Reason("why.not_sent")
    return Reason("why.result_here") if case.result is not None else None


def _hand(case: Case, now: Circumstances) -> Reason | None:
    if case.result is not None:
        return Reason("why.result_here")  # the package has been to its end; what comes next is handing out
    return _decided_there(case) or _state(case, CaseState.FORWARDED)


def _suspend(case: Case, now: Circumstances) -> Reason | None:
    if wrong := _state(case, CaseState.ACCEPTED):
        return wrong
    return Reason("why.procedure_open") if case.procedure else None


def _resume(case: Case, now: Circumstances) -> Reason | None:
    return None if case.procedure else Reason("why.no_procedure")


def _extend(case: Case, now: Circumstances) -> Reason | None:
    if wrong := _state(case, CaseState.ACCEPTED):
        return wrong
    if case.extended_by:
        return Reason("extension_once")
    if not rules_for(now.item.regime).extension_days:
        return Reason("why.no_extension")
    if case.procedure:
        return Reason("why.procedure_open")
    if case.statutory_due_on is not None and now.today > case.statutory_due_on:
        return Reason("why.already_overdue", {"day": case.statutory_due_on})
    return None


def _decide(case: Case, now: Circumstances) -> Reason | None:
    if not may_accept(now.item):
        return Reason("why.decided_above", {"authority": now.item.authority})
    if wrong := _state(case, CaseState.ACCEPTED):
        return wrong
    if case.procedure:
        return Reason("why.procedure_open")
    names = [step.name for step in open_there(case)]
    return Reason("why.joint_open", {"names": names}) if names else None


def _result(case: Case, now: Circumstances) -> Reason | None:
    if may_accept(now.item):
        return Reason("why.decided_here")
    if case.result is not None:
        return Reason("why.result_here")
    return _state(case, CaseState.FORWARDED, CaseState.DECIDED)


def _deliver(case: Case, now: Circumstances) -> Reason | None:
    has_result = case.result is not None or (case.state is CaseState.DECIDED and may_accept(now.item))
    if not has_result:
        return Reason("why.no_result")
    if case.owed and not (case.decision and not case.decision.is_granted):
        return Reason("why.still_owed", {"names": [owed.name for owed in case.owed]})
    return None


def _return(case: Case, now: Circumstances) -> Reason | None:
    if case.state is CaseState.ACCEPTED:
        late = any(now.today > owed.due_on for owed in case.owed)
        return None if late else Reason("why.accepted_needs_decision")
    if case.state is CaseState.CORRECTING:
        if case.supply_by is None:
            return Reason("why.no_supply_date")  # the law sets none; only a published one lets a case end for it
        return Reason("why.days_running", {"day": case.supply_by}) if now.today <= case.supply_by else None
    if case.state is CaseState.RECEIVED and may_accept(now.item):
        return Reason("why.conclude_first")  # Art 32 knows five outcomes, and handing back is none of them
    return _state(case, CaseState.RECEIVED)


def _withdraw(case: Case, now: Circumstances) -> Reason | None:
    return _state(case, CaseState.RECEIVED, CaseState.CORRECTING, CaseState.ACCEPTED, CaseState.FORWARDED)


def _withdraw_pledge(case: Case, now: Circumstances) -> Reason | None:
    if not any(pledge.state is PledgeState.OPEN for pledge in case.pledges):
        return Reason("why.no_pledge")
    return _state(case, CaseState.RECEIVED, CaseState.CORRECTING, CaseState.ACCEPTED, CaseState.FORWARDED)


def _verify_pledge(case: Case, now: Circumstances) -> Reason | None:
    if not any(pledge.is_open for pledge in case.pledges):
        return Reason("why.no_pledge")
    stands = case.is_open or case.state in (CaseState.DELIVERED, CaseState.BUNDLED)
    return None if stands else Reason("why.ended")


def _repair_credit(case: Case, now: Circumstances) -> Reason | None:
    return Reason("why.no_credit_note") if case.credit is None or case.credit_repaired is not None else None


_AFTER_THE_END = frozenset({Action.VERIFY_PLEDGE, Action.REPAIR_CREDIT})
"""A pledge is verified afterwards as a rule; what a false one brought on record is repaired later still."""

_RULES = {
    Action.SUPPLY: _supply,
    Action.SUPPLY_DEFERRED: _supply_deferred,
    Action.DEEM: _deem,
    Action.FORWARD: _forward,
    Action.HAND: _hand,
    Action.SUSPEND: _suspend,
    Action.RESUME: _resume,
    Action.EXTEND: _extend,
    Action.DECIDE: _decide,
    Action.RESULT: _result,
    Action.DELIVER: _deliver,
    Action.RETURN: _return,
    Action.WITHDRAW: _withdraw,
    Action.SEND_ELSEWHERE: _send_elsewhere,
    Action.NOTE_ELSEWHERE: _note_elsewhere,
    Action.WITHDRAW_PLEDGE: _withdraw_pledge,
    Action.VERIFY_PLEDGE: _verify_pledge,
    Action.REPAIR_CREDIT: _repair_credit,
}
