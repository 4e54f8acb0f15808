"""One case as rows of the exchange tables; what each column holds stands here and nowhere else."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from desktop.city.exchange_tables import CODES, Record
from desktop.clock import HALL_ZONE
from desktop.domain import events as ev
from desktop.domain.case import Case, CaseState
from desktop.domain.catalogue import Catalogue, ServiceItem
from desktop.store.line import Line
from desktop.sync.layout import hall_of

_FULL_TASK_CODE = 31  # 18 credit code of the authority, 1 level, 12 basic code

_STEPS: dict[type, tuple[str, str]] = {
    ev.CaseReceived: ("收件", "收件"),
    ev.CaseAccepted: ("受理", "受理"),
    ev.CaseDeemedAccepted: ("视为受理", "受理"),
    ev.CorrectionRequested: ("补正告知", "受理"),
    ev.CorrectionSupplied: ("补正收件", "受理"),
    ev.CaseRefused: ("不予受理", "受理"),
    ev.CaseNotRequired: ("不受理", "受理"),
    ev.CaseReturned: ("退件", "办结"),
    ev.CaseWithdrawn: ("撤回", "办结"),
    ev.ProcedureBegun: ("特别程序开始", "审批"),
    ev.ProcedureEnded: ("特别程序结束", "审批"),
    ev.LimitExtended: ("延期", "审批"),
    ev.DeferredSupplied: ("容缺补交", "审批"),
    ev.CaseForwarded: ("转报", "审批"),
    ev.HandReceived: ("接收", "审批"),
    ev.CityReceived: ("接收", "审批"),
    ev.CityAskedCorrection: ("要求补正", "审批"),
    ev.CaseTakenOver: ("接办", "审批"),
    ev.CaseDecided: ("决定", "办结"),
    ev.CityDecided: ("决定", "办结"),
    ev.ResultArrived: ("结果到达", "送达"),
    ev.CaseDelivered: ("送达", "送达"),
}
_ACCEPTED = (ev.CaseAccepted, ev.CaseDeemedAccepted)
_ENDS = {
    CaseState.REFUSED: "refused",
    CaseState.NOT_REQUIRED: "not_required",
    CaseState.RETURNED: "returned",
    CaseState.WITHDRAWN: "withdrawn",
}


@dataclass(frozen=True, slots=True)
class Source:
    """What the rows need beside the lines: catalogues by version, the city's own codes, and the batch.

    `clerks` are the names of the halls' clerks by hall and login name.
    `uncoded` counts by column and value what went out as it is, because nobody has given it a code.
    """

    name: str
    batch: str
    now: datetime
    catalogues: Mapping[str, Catalogue] = field(default_factory=dict)
    authority_codes: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    clerks: Mapping[tuple[str, str], str] = field(default_factory=dict)
    uncoded: Counter[tuple[str, str]] = field(default_factory=Counter)

    def code(self, column: str, value: str) -> str:
        """The city's code for the value; ours, if it has none; else the value itself, which is noted."""
        code = self.codes.get(column, {}).get(value) or CODES.get(column, {}).get(value)
        if code is None and value:
            self.uncoded[column, value] += 1
        return code or value

    def person(self, line: Line) -> str:
        """Who wrote the line, by name; the login name of a clerk whose hall has not told it, or of the city's own."""
        return self.clerks.get((hall_of(line.origin), line.clerk), line.clerk)

    def item(self, case: Case) -> ServiceItem | None:
        """The item in the catalogue that the case was taken in under, if the city has that one."""
        catalogue = self.catalogues.get(case.catalogue_version)
        return catalogue.item(case.item.code) if catalogue else None


@dataclass(frozen=True, slots=True)
class History:
    """A case with what happened to it, in the order in which it is folded."""

    case: Case
    steps: tuple[tuple[Line, ev.Event], ...]


def accept(history: History, source: Source) -> Record:
    """The row of up_pro_accept."""
    case, applicant = history.case, history.case.applicant
    contact = case.agent or applicant
    item = source.item(case)
    is_full = len(case.item.code) == _FULL_TASK_CODE
    accepting = (source.person(line) for line, event in history.steps if isinstance(event, _ACCEPTED))
    notices = (paper.number for paper in case.papers if paper.kind == "acceptance_notice")
    page_type = source.code("applyer_page_type", applicant.id_kind)
    org_code = (item.authority_code if item else "") or source.authority_codes.get(case.item.authority, "")
    return {
        "catalog_code": (item.basic_code if item else "") or (case.item.code[-12:] if is_full else ""),
        "task_code": case.item.code,
        "task_name": case.item.name,
        "task_version": case.catalogue_version,
        "applyer_name": applicant.name,
        "applyer_type": source.code("applyer_type", applicant.kind),
        "applyer_page_type": page_type,
        "applyer_page_code": applicant.id_number,
        "apply_date": case.received_on.isoformat(),
        "apply_type": source.code("apply_type", case.facts.get("channel", "counter")),
        "legal": applicant.legal_representative,
        "contact_name": contact.name,
        "contact_type": source.code("applyer_page_type", contact.id_kind) if case.agent else page_type,
        "contact_code": contact.id_number,
        "contact_mobile": contact.phone,
        "address": applicant.address,
        "org_name": case.item.authority,
        "org_code": org_code or (case.item.code[:18] if is_full else ""),
        "handle_user_name": next(accepting, ""),
        "accept_date": _day(case.accepted_on),
        "accept_doc_no": next(notices, ""),
        "project_name": case.item.name,
        "project_type": source.code("project_type", case.item.handling.value),
        "promise_date": _day(case.committed_due_on),
    }


def process(history: History, source: Source) -> list[Record]:
    """The rows of up_pro_process: one for each step, in order."""
    return [
        {
            "event_name": step[0],
            "process_name": step[1],
            "handle_user_name": source.person(line),
            "handle_explain": str(getattr(event, "reason", "")),
            "event_start_time": _moment(line.at),
            "event_end_time": _moment(line.at),
        }
        for line, event in history.steps
        if (step := _STEPS.get(type(event)))
    ]


def material(history: History, source: Source) -> list[Record]:
    """The rows of up_pro_material; attachments are named by the SHA-256 of their pages."""
    case = history.case
    return [
        {
            "material_name": row.name,
            "get_type": source.code("get_type", row.state.value),
            "get_name": row.asked,
            "material_attach_name": "、".join(
                scan.sha256
                for scan in sorted(case.scans, key=lambda scan: scan.place)
                if scan.material_code == row.code
            ),
        }
        for row in case.rows
    ]


def special_procedure(history: History) -> list[Record]:
    """The rows of up_pro_special_procedure; one that is not over has no end."""
    rows: list[Record] = []
    for _line, event in history.steps:
        if isinstance(event, ev.ProcedureBegun):
            rows.append(
                {
                    "special_type": event.procedure,
                    "special_name": event.procedure,
                    "special_reason": event.reason,
                    "special_explain": event.done_by,
                    "special_time": _day(event.begins_on),
                }
            )
        elif isinstance(event, ev.ProcedureEnded) and rows:
            rows[-1] |= {"end_time": _day(event.ended_on), "result": event.result}
    return rows


def result(history: History, source: Source) -> list[Record]:
    """The row of up_pro_result, once the case has one."""
    case, decision = history.case, history.case.decision
    is_delivered = "1" if case.delivered else "0"
    if decision is not None:
        kind = "granted" if decision.is_granted else "denied"
        return [
            {
                "result_date": decision.decided_on.isoformat(),
                "result_type": source.code("result_type", kind),
                "result_cetr_name": decision.document_name,
                "result_cetr_no": decision.document_number,
                "result_explain": decision.explanation,
                "is_delivery_results": is_delivered,
                "satisfaction": _satisfaction(case),
            }
        ]
    if case.state not in _ENDS:
        return []
    return [
        {
            "result_date": _day(case.ended_on),
            "result_type": source.code("result_type", _ENDS[case.state]),
            "result_explain": case.end_reason,
            "is_delivery_results": is_delivered,
            "satisfaction": _satisfaction(case),
        }
    ]


def _satisfaction(case: Case) -> str:
    """The level given for the whole, 5 the best; empty where nobody rated: none is never praise."""
    levels = [rated.level.value for rated in case.ratings if rated.stage is ev.RatingStage.COMPLETION]
    return levels[0] if levels else ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _moment(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(HALL_ZONE).strftime("%Y-%m-%d %H:%M:%S")
