"""What the users of other offline systems have suffered from is held by a test here, each by its number.

The numbers are those of the list of threads that sync was designed from; a test has `rule_<number>` in its name or
`rule <number>` in its docstring. What had no number there stands below by its words.
"""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[2]

OF_SYNC = {
    1: "a reply is lost on a slow line, and the record is sent again minutes later: once at the city",
    2: "two retries at once both find nothing there: insert or return, one cycle at a time",
    3: "two programs push one queue: one instance, by a lock",
    4: "timer, button and the line that is back start three syncs: triggers set a flag",
    5: "cancelled, edited, sent again: what was tried is frozen, the edit is a new entry",
    7: "a day's work that never was in the change file: the ledger is the outbox",
    8: "a pull destroys what was not sent: it never touches it",
    9: "uploaded is not accepted: its own state until the city's signed word",
    10: "sending for ever: reason, tries, next try, a button; never longer than fifteen minutes",
    11: "one bad record blocks the till: its trouble is its own",
    12: "delete or quarantine what was refused: kept, with its reason",
    23: "a hundred photos start again each time: small pieces, taken up where they were",
    24: "201 and the photo is missing: kept until the city has the whole page",
    25: "credentials that ran out hide the queue: they block nothing at the counter",
}

WITHOUT_A_NUMBER = {
    "a wrong clock breaks TLS": "test_a_certificate_out_of_its_time_by_this_pcs_clock_alone_is_a_wrong_clock",
    "a login page answers everything": "test_a_captive_portal_takes_nothing_for_an_answer",
    "a thousand errors for one cause": "test_a_thousand_errors_for_one_cause_end_after_the_first",
    "updates arrive out of order": "test_lines_behind_a_gap_wait_and_go_on_by_themselves",
    "a zero character is refused by the server": "test_a_zero_character_stops_neither_its_window_nor_another",
    "sync is dead after one interruption": "test_a_window_that_is_killed_brings_what_it_acknowledged_to_the_city_once",
    "duplicates are seen late": "test_two_windows_that_decide_one_case_unknown_to_each_other_are_flagged_at_both",
}


@cache
def named_tests() -> dict[str, str]:
    """Every test's name with its docstring."""
    return {
        node.name: ast.get_docstring(node) or ""
        for path in TESTS.rglob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def numbers_in(tests: dict[str, str]) -> set[int]:
    """Rules that some test is for."""
    said = "\n".join(f"{name} {words}" for name, words in tests.items())
    return {int(number) for number in re.findall(r"rule[_ ](\d+)", said)}


def test_every_rule_of_sync_has_a_test():
    assert set(OF_SYNC) - numbers_in(named_tests()) == set()


@pytest.mark.parametrize("thread", sorted(WITHOUT_A_NUMBER))
def test_every_other_pain_has_its_test(thread: str):
    assert WITHOUT_A_NUMBER[thread] in named_tests()


def test_a_rule_is_found_by_name_and_by_docstring():
    assert numbers_in({"test_rule_01_x": "", "test_y": "Two at once (rule 2, rule 14).", "test_rule_z": ""}) == {
        1,
        2,
        14,
    }
