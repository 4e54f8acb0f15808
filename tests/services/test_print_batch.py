"""Waiting sheets over a real store: offered again with their numbers, whatever interrupted them."""

import pytest

from desktop.domain.case import SheetState
from desktop.services import intake, print_batch, print_jobs
from tests.builders import MONDAY, SESSION
from tests.services.test_intake import form


@pytest.fixture
def number(counter):
    with counter.store.write(SESSION) as uow:
        return intake.take_in(uow, SESSION, form(), today=MONDAY).papers[0]


def act(counter, action, *args, **named):
    with counter.store.write(SESSION) as uow:
        return action(uow, *args, **named)


def waiting(counter):
    with counter.store.read() as reader:
        return [(s.number, s.sheet_no, s.reason, s.state) for s in print_batch.waiting_sheets(reader)]


def test_a_paper_that_was_never_printed_waits_as_its_first_sheet(counter, number):
    assert waiting(counter) == [(number, 0, "", None)]


def test_peers_16_a_sheet_that_was_queued_and_never_sent_is_offered_again_with_the_same_number(counter, number):
    act(counter, print_jobs.queue, number, device="Counter")

    with counter.store.read() as reader:
        (sheet,) = print_batch.waiting_sheets(reader)
    assert sheet.was_interrupted
    assert act(counter, print_jobs.queue, number, device="Counter") == sheet.sheet_no == 0


def test_peers_18_the_count_of_a_reprint_that_failed_is_kept_with_its_reason(counter, number):
    act(counter, print_jobs.queue, number, device="Counter")
    act(counter, print_jobs.sent, number, 0, pdf_sha256="00")
    act(counter, print_jobs.confirmed, number, 0)
    act(counter, print_jobs.queue, number, device="Counter", reason="卡纸")
    act(counter, print_jobs.failed, number, 1, problem="printer_no_paper")

    assert waiting(counter) == [(number, 1, "卡纸", SheetState.FAILED)]
    assert act(counter, print_jobs.queue, number, device="Counter", reason="卡纸") == 1


def test_confirming_many_sheets_twice_is_confirming_them_once(counter, number):
    act(counter, print_jobs.queue, number, device="Counter")
    act(counter, print_jobs.sent, number, 0, pdf_sha256="00")

    changes = act(counter, print_batch.confirm, [(number, 0)])
    again = act(counter, print_batch.confirm, [(number, 0)])

    assert number in changes.papers
    assert again.papers == frozenset()
    assert waiting(counter) == []
