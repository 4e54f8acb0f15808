"""Printers of the system, asked through a `lp` and `lpstat` of our own in PATH: real processes, no print server."""

import os
import stat
from pathlib import Path

import pytest

from printing.devices import (
    JobState,
    Printer,
    PrinterProblem,
    PrinterState,
    cancel,
    file_name,
    job_state,
    printers,
    save,
    send,
)

PDF = b"%PDF-1.4\n\x00\xff\xfe\r\nbytes that are no text\n%%EOF\n"

# The words of CUPS 2.4.2.
TWO_QUEUES = """\
printer Counter is idle.  enabled since Mon 23 Nov 2026 08:01:02 AM CST
printer Needle disabled since Mon 23 Nov 2026 09:30:00 AM CST -
\tPaused
printer Office now printing Office-7.  enabled since Mon 23 Nov 2026 09:31:00 AM CST
system default destination: Office
"""


class PrintSystem:
    """A folder in front of PATH whose `lpstat` and `lp` answer what the test says and keep what they are given."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.answers("lpstat", TWO_QUEUES)
        self.answers("lp", "request id is Counter-41 (1 file(s))\n")

    def answers(self, program: str, text: str, *, code: int = 0, error: str = "") -> None:
        """The program prints the text, keeps its arguments and input, and ends with the code."""
        (self.folder / f"{program}.out").write_text(text, "utf-8")
        (self.folder / f"{program}.err").write_text(error, "utf-8")
        here = self.folder
        script = here / program
        script.write_text(
            f'#!/bin/sh\nprintf "%s\\n" "$@" > "{here}/{program}.args"\n'
            f'echo "$LC_ALL" > "{here}/{program}.language"\ncat > "{here}/{program}.stdin"\n'
            f'cat "{here}/{program}.out"\ncat "{here}/{program}.err" >&2\nexit {code}\n',
            "utf-8",
        )
        script.chmod(script.stat().st_mode | stat.S_IXUSR)

    def given(self, program: str) -> list[str]:
        """The arguments of the last call."""
        return (self.folder / f"{program}.args").read_text("utf-8").splitlines()

    def was_called(self, program: str) -> bool:
        return (self.folder / f"{program}.args").exists()


@pytest.fixture
def system(tmp_path, monkeypatch):
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder) + os.pathsep + os.environ["PATH"])
    return PrintSystem(folder)


@pytest.fixture
def no_print_system(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))


def test_queues_are_listed_the_default_one_first_with_their_state(system):
    assert printers() == [
        Printer("Office", PrinterState.PRINTING, is_default=True),
        Printer("Counter", PrinterState.READY),
        Printer("Needle", PrinterState.STOPPED, note="Paused"),
    ]


def test_the_print_system_is_asked_in_a_language_that_can_be_read(system, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")

    printers()

    assert (system.folder / "lpstat.language").read_text("utf-8").strip() == "C"


EMPTY_TRAY = """\
printer Counter is idle.  enabled since Mon 23 Nov 2026 08:01:02 AM CST
\tForm mounted:
\tAlerts: none
printer Office now printing Office-7.  enabled since Mon 23 Nov 2026 09:31:00 AM CST
\tForm mounted:
\tAlerts: toner-low-report media-empty-error
"""


def test_a_printer_that_says_its_tray_is_empty_is_told_apart(system):
    system.answers("lpstat", EMPTY_TRAY)

    assert {printer.name: printer.is_out_of_paper for printer in printers()} == {"Counter": False, "Office": True}


def test_a_sheet_is_taken_out_of_its_queue(system):
    system.answers("cancel", "")

    cancel("Counter-41")
    cancel("/tmp/papers/1.pdf")

    assert system.given("cancel") == ["Counter-41"]


def test_no_queue_is_an_empty_list(system):
    system.answers("lpstat", "", code=1, error="lpstat: No destinations added.\n")

    assert printers() == []


def test_a_machine_without_a_print_system_has_no_printers(no_print_system):
    assert printers() == []


def test_lp_gets_the_very_bytes_on_its_input_and_no_file(system):
    job = send(PDF, "Counter", title="阳圩受字〔2026〕02-K7QX-0001号")

    assert job == "Counter-41"
    assert (system.folder / "lp.stdin").read_bytes() == PDF
    assert system.given("lp")[:4] == ["-d", "Counter", "-t", "阳圩受字〔2026〕02-K7QX-0001号"]
    assert "media=A4" in system.given("lp")
    assert system.given("lp")[-1] == "-"


@pytest.mark.parametrize(
    ("device", "key"), [("Nowhere", "printer_unknown"), ("Needle", "printer_stopped"), ("-d", "printer_unknown")]
)
def test_a_sheet_for_a_queue_that_would_swallow_it_is_not_sent(system, device, key):
    with pytest.raises(PrinterProblem) as caught:
        send(PDF, device, title="1")

    assert caught.value.key == key
    assert caught.value.fields["device"] == device
    assert not system.was_called("lp")


def test_the_reason_of_a_stopped_queue_is_told(system):
    with pytest.raises(PrinterProblem) as caught:
        send(PDF, "Needle", title="1")

    assert caught.value.fields["reason"] == "Paused"


def test_what_lp_refuses_is_told_in_its_last_line(system):
    system.answers("lp", "", code=1, error="lp: note\nlp: Unsupported document-format.\n")

    with pytest.raises(PrinterProblem) as caught:
        send(PDF, "Counter", title="1")

    assert caught.value.key == "printer_refused"
    assert caught.value.fields["reason"] == "lp: Unsupported document-format."


def test_without_any_printer_the_problem_says_so(no_print_system):
    with pytest.raises(PrinterProblem) as caught:
        send(PDF, "Counter", title="1")

    assert caught.value.key == "printer_none"


def test_a_job_waits_while_its_queue_lists_it(system):
    system.answers("lpstat", "Counter-41   clerk   71680   Mon 23 Nov 2026 09:31:00 AM CST\n")

    assert job_state("Counter-41") is JobState.WAITING
    assert job_state("Counter-4") is JobState.GONE


def test_a_job_of_a_queue_that_is_gone_is_unknown(system):
    system.answers("lpstat", "", code=1, error='lpstat: Invalid destination name in list "Counter".\n')

    assert job_state("Counter-41") is JobState.UNKNOWN


def test_a_folder_takes_the_sheet_whole_under_the_papers_number(tmp_path):
    job = send(PDF, f"file:{tmp_path / 'papers'}", title="阳圩受字〔2026〕02-K7QX-0001号")

    assert job == str(tmp_path / "papers" / "阳圩受字〔2026〕02-K7QX-0001号.pdf")
    assert Path(job).read_bytes() == PDF
    assert [path.name for path in (tmp_path / "papers").iterdir()] == [Path(job).name]
    assert job_state(job) is JobState.GONE


def test_another_sheet_of_the_same_number_does_not_replace_the_first(tmp_path):
    device = f"file:{tmp_path}"

    jobs = [send(PDF, device, title="1"), send(PDF + b"2", device, title="1"), send(PDF, device, title="1")]

    assert [Path(job).name for job in jobs] == ["1.pdf", "1-2.pdf", "1.pdf"]
    assert Path(jobs[0]).read_bytes() == PDF


def test_a_folder_that_cannot_be_written_is_a_problem_with_a_reason(tmp_path):
    (tmp_path / "taken").write_text("a file", "utf-8")

    with pytest.raises(PrinterProblem) as caught:
        save(PDF, tmp_path / "taken" / "1.pdf")

    assert caught.value.key == "printer_folder"
    assert caught.value.fields["reason"]


@pytest.mark.parametrize(
    ("number", "name"),
    [("阳圩受字〔2026〕1号", "阳圩受字〔2026〕1号"), ("a/b\\c:d*e?", "a_b_c_d_e"), ("../..", "paper"), ("", "paper")],
)
def test_a_number_becomes_a_file_name_that_every_system_takes(number, name):
    assert file_name(number) == name
