"""What goes wrong at intake, row by row: what it is, the fields as typed, the name of the fault."""

from typing import Any

from desktop.domain.checklist import Check, MaterialState
from desktop.domain.identity import make_check_digit
from tests.builders import PERSON_ID
from tests.proof import counter_work

SOUND = counter_work.form(0, 0)
COMPANY = {"applicant_kind": "organisation", "name": "示例公司", "legal_representative": "王示例"}
AGENT = {"has_agent": True, "agent_name": "李示例", "agent_id_number": counter_work.person_id(500)}


def checked(first17: str) -> str:
    return first17 + make_check_digit(first17)


def other(kind: str, number: str) -> dict[str, str]:
    return {"id_kind": kind, "id_number": number}


def company(code: str, **fields: str) -> dict[str, str]:
    return {**COMPANY, "id_number": code, **fields}


def agent(**fields: object) -> dict[str, object]:
    return {**AGENT, **fields}


FAULTS_AT_INTAKE: list[tuple[str, dict[str, Any], str]] = [
    # name
    ("name left empty", {"name": ""}, "invalid.name_empty"),
    ("name of blanks", {"name": " \u3000\t"}, "invalid.name_empty"),
    ("name of a dot", {"name": "·"}, "invalid.name_empty"),
    ("digit in a name", {"name": "王示例2"}, "invalid.name_characters"),
    ("lost character in a name", {"name": "王□"}, "invalid.name_characters"),
    ("replacement character in a name", {"name": "王\ufffd"}, "invalid.name_characters"),
    ("markup in a name", {"name": "<b>王</b>"}, "invalid.name_characters"),
    ("emoji in a name", {"name": "王😀"}, "invalid.name_characters"),
    ("braces in a name", {"name": "王{name}"}, "invalid.name_characters"),
    ("name of 61 characters", {"name": "王" * 61}, "invalid.name_too_long"),
    # citizen id
    ("no id number", {"id_number": ""}, "invalid.id_length"),
    ("17 digits", {"id_number": PERSON_ID[:-1]}, "invalid.id_length"),
    ("19 digits", {"id_number": PERSON_ID + "0"}, "invalid.id_length"),
    ("letter within the id number", {"id_number": "45000O198503070028"}, "invalid.id_characters"),
    ("superscript digit", {"id_number": "45000019850307002²"}, "invalid.id_characters"),
    ("one digit wrong", {"id_number": "450000198503070029"}, "invalid.id_check_digit"),
    ("two digits swapped", {"id_number": "450000198503070082"}, "invalid.id_check_digit"),
    ("born on 31 February", {"id_number": checked("45000019850231002")}, "invalid.id_birth_date"),
    ("born in month 13", {"id_number": checked("45000019851307002")}, "invalid.id_birth_date"),
    ("born 1820", {"id_number": checked("45000018200307002")}, "invalid.id_birth_date"),
    ("born tomorrow", {"id_number": checked("45000020261103002")}, "invalid.id_birth_future"),
    ("old number of 15 digits", {"id_number": "450000850307002"}, "invalid.id_old_15"),
    ("foreigner's card as citizen id", {"id_number": checked("91130119850307002")}, "invalid.id_other_document"),
    # other documents
    ("passport of letters only", other("passport", "ABCDEFG"), "invalid.passport"),
    ("passport of three", other("passport", "E12"), "invalid.passport"),
    ("Hong Kong permit without H or M", other("hkm_permit", "12345678"), "invalid.hkm_permit"),
    ("Hong Kong permit of 9 digits", other("hkm_permit", "H123456789"), "invalid.hkm_permit"),
    ("Taiwan permit of 7 digits", other("tw_permit", "1234567"), "invalid.tw_permit"),
    ("residence permit with a wrong digit", other("hkmt_residence", "810000198503070021"), "invalid.hkmt_residence"),
    ("citizen id as residence permit", other("hkmt_residence", PERSON_ID), "invalid.hkmt_residence"),
    ("permanent residence with two letters", other("foreign_pr", "AB123456789012"), "invalid.foreign_pr"),
    ("permanent residence with a wrong digit", other("foreign_pr", "911301198503070020"), "invalid.foreign_pr"),
    # organisation
    ("credit code of 17", company("91450000MA0000000"), "invalid.credit_length"),
    ("credit code with O and I", company("9145O00IMA00000000"), "invalid.credit_characters"),
    ("credit code with a wrong check", company("91450000MA0000000A"), "invalid.credit_check_digit"),
    ("citizen id as credit code", company(PERSON_ID), "invalid.credit_check_digit"),
    ("organisation without name", company("91450000MA00000000", name=""), "invalid.name_empty"),
    ("organisation of 101 characters", company("91450000MA00000000", name="示" * 101), "invalid.name_too_long"),
    # phone and address
    ("ten digits", {"phone": "1390000000"}, "invalid.phone"),
    ("mobile from 12", {"phone": "12900000000"}, "invalid.phone"),
    ("landline without area code", {"phone": "2800000"}, "invalid.phone"),
    ("words for a phone", {"phone": "没有电话"}, "invalid.phone"),
    ("two phones", {"phone": "13900000000/13900000001"}, "invalid.phone"),
    ("address of 121 characters", {"address": "远" * 121}, "invalid.address_too_long"),
    # agent
    ("agent without name", agent(agent_name=""), "invalid.name_empty"),
    ("agent without number", agent(agent_id_number=""), "invalid.id_length"),
    ("agent is the applicant", agent(agent_id_number=SOUND.id_number), "invalid.agent_is_applicant"),
    ("agent without powers", agent(agent_powers=()), "invalid.agent_powers_missing"),
    ("agent with an unknown power", agent(agent_powers=("决定",)), "invalid.agent_powers_missing"),
    ("agent's phone", agent(agent_phone="110"), "invalid.phone"),
    ("authority ended yesterday", agent(agent_valid_to="2026-11-01"), "invalid.agent_expired"),
    ("authority until 30 February", agent(agent_valid_to="2027-02-30"), "invalid.date"),
    ("authority until some day", agent(agent_valid_to="明年"), "invalid.date"),
    ("authority in another form", agent(agent_valid_to="31/12/2026"), "invalid.date"),
    # item, situation, materials, outcome
    ("item outside the catalogue", {"item_code": "L99"}, "not_in_catalogue"),
    ("no item", {"item_code": ""}, "not_in_catalogue"),
    ("catalogue version that is not here", {"catalogue_version": "1999.01.01"}, "not_in_catalogue"),
    ("no outcome", {"outcome": ""}, "invalid.outcome_missing"),
    ("question not answered", {"answers": {}}, "why.unanswered"),
    ("accepted with nothing checked", {"checks": {}}, "why.unchecked"),
    (
        "deferral of what may not be",
        {"checks": {"m1": Check(code="m1", state=MaterialState.DEFERRED)}},
        "state_deferred",
    ),
    ("pledge for what may not be", {"checks": {"m1": Check(code="m1", state=MaterialState.PLEDGED)}}, "state_pledged"),
    ("shared without a source", {"checks": {"m1": Check(code="m1", state=MaterialState.SHARED)}}, "state_shared"),
    (
        "required, yet not applicable",
        {"checks": {"m1": Check(code="m1", state=MaterialState.NOT_APPLICABLE)}},
        "state_not_applicable",
    ),
    (
        "faulty without a reason",
        {"checks": {"m1": Check(code="m1", state=MaterialState.FAULTY, reason=" ")}},
        "invalid.fault_reason_missing",
    ),
    ("refused though within the powers", {"outcome": "refuse"}, "why.within_powers"),
    ("not required though it is", {"outcome": "not_required"}, "why.is_required"),
    ("inform only, though it can be taken in", {"outcome": "inform"}, "why.inform_only_for_questions"),
    ("notice though all is there", {"outcome": "request_correction"}, "why.nothing_to_correct"),
    ("deferral though nothing is deferred", {"outcome": "accept_deferred"}, "why.nothing_deferred"),
]
