"""Printing through a real CUPS server: PDF, stopped queue, empty tray, needle driver."""

import subprocess
import uuid

import pypdfium2
import pytest

from printing.devices import JobState, PrinterProblem, PrinterState, cancel, job_state, printers, send
from printing.formats import PaperFormat
from printing.render import render
from tests.printing.paper_reading import codes_in, picture
from tests.printing.print_server import ANONYMOUS, NEEDLE_DRIVER, PDF_DRIVER, eventually, print_server
from tests.printing.sample_content import ACCEPTANCE, CODE


@pytest.fixture
def server(monkeypatch):
    with print_server(monkeypatch) as running:
        yield running


@pytest.fixture
def title():
    """A title that nobody else prints under; what cups-pdf laid down for it is taken away again."""
    made = f"yichuang-{uuid.uuid4().hex[:12]}"
    yield made
    for path in ANONYMOUS.glob(f"{made}*"):
        path.unlink()


@pytest.fixture
def pdf_queue(server):
    if not (server.folder / "bin/backend/cups-pdf").exists():
        pytest.skip("no printer-driver-cups-pdf here")
    server.queue("PDFQ", uri="cups-pdf:/", driver=PDF_DRIVER)
    return "PDFQ"


def printed(title: str):
    return next(iter(ANONYMOUS.glob(f"{title}*.pdf")), None)


@pytest.mark.parametrize("paper_format", [PaperFormat.A4, PaperFormat.A5, PaperFormat.TRACTOR_HALF])
def test_a_paper_comes_out_of_a_real_queue_in_its_size_and_its_code_is_read(server, pdf_queue, title, paper_format):
    pdf = render(ACCEPTANCE, code=CODE, paper_format=paper_format)

    job = send(pdf, pdf_queue, title=title)

    assert eventually(lambda: job_state(job) is JobState.GONE), server.log()[-3000:]
    path = printed(title)
    assert path is not None
    came_out, sent = pypdfium2.PdfDocument(path), pypdfium2.PdfDocument(pdf)
    assert len(came_out) == len(sent)
    assert came_out[0].get_size() == pytest.approx(sent[0].get_size(), abs=2)
    pages = range(len(came_out))
    assert any(CODE in codes_in(picture(path.read_bytes(), dpi=203, page=page)) for page in pages)


def test_the_queue_is_listed_as_ready_and_has_paper(pdf_queue):
    assert [(p.name, p.state, p.is_out_of_paper) for p in printers()] == [(pdf_queue, PrinterState.READY, False)]


def test_a_stopped_queue_is_noticed_before_anything_is_sent(server, pdf_queue, title):
    server.stop(pdf_queue, "jam in tray 2")

    with pytest.raises(PrinterProblem) as caught:
        send(render(ACCEPTANCE), pdf_queue, title=title)

    assert (caught.value.key, caught.value.fields["reason"]) == ("printer_stopped", "jam in tray 2")


def test_a_sheet_in_a_stopped_queue_is_noticed_and_comes_out_when_the_queue_goes_on(server):
    server.queue("Tray", uri=f"tray:{server.folder}")
    server.stop("Tray", "paused by the lead")

    job = send_to_a_stopped_queue("Tray")
    assert job_state(job) is JobState.PAUSED
    server.start("Tray")

    assert eventually(lambda: job_state(job) is JobState.GONE), server.log()[-3000:]
    assert [path.read_bytes() for path in server.out.iterdir()] == [b"%PDF sheet"]


def send_to_a_stopped_queue(queue: str) -> str:
    """As `lp` does it when the queue is stopped between our question and the sheet: it says nothing."""
    done = subprocess.run(["lp", "-d", queue, "-"], input=b"%PDF sheet", check=True, capture_output=True)
    return done.stdout.decode().split()[3]


def test_an_empty_tray_is_noticed_and_the_sheet_comes_out_when_it_is_filled(server):
    server.queue("Tray", uri=f"tray:{server.folder}")
    (server.folder / "empty").touch()

    job = send(b"%PDF sheet", "Tray", title="1")
    assert eventually(lambda: job_state(job) is JobState.NO_PAPER), server.log()[-3000:]
    assert printers()[0].is_out_of_paper
    (server.folder / "empty").unlink()

    assert eventually(lambda: job_state(job) is JobState.GONE)
    assert [path.read_bytes() for path in server.out.iterdir()] == [b"%PDF sheet"]


def test_a_cancelled_sheet_never_comes_out(server):
    server.queue("Tray", uri=f"tray:{server.folder}")
    (server.folder / "empty").touch()
    job = send(b"%PDF sheet", "Tray", title="1")

    cancel(job)

    assert eventually(lambda: job_state(job) is JobState.GONE)
    (server.folder / "empty").unlink()
    assert eventually(lambda: printers()[0].state is PrinterState.READY)
    assert list(server.out.iterdir()) == []


def test_a_needle_driver_gets_the_page_at_its_length(server):
    """In the driver's own ESC/P: lines of a sixth of an inch (ESC 2), 33 of them a page (ESC C): 139.7 mm."""
    target = server.out / "needle.prn"
    target.touch()
    target.chmod(0o666)
    server.queue("Needle", uri=f"file:{target}", driver=NEEDLE_DRIVER)

    job = send(render(ACCEPTANCE, code=CODE, paper_format=PaperFormat.TRACTOR_HALF), "Needle", title="1")

    assert eventually(lambda: job_state(job) is JobState.GONE), server.log()[-3000:]
    data = target.read_bytes()
    assert b"\x1b2\x1bC\x21" in data[:40]
    assert len(data) > 10_000
