"""Practice (M25): the whole client on made-up cases in a profile of its own, which knows nothing of the real one.

The password is public and the same for everybody: there is nothing to keep secret. Its store writes as an origin of
practice (numbers.PRACTICE_ORIGIN), by which every number and paper is marked and which no other ledger takes in.
"""

import shutil
from pathlib import Path

import msgspec

from desktop import bootstrap
from desktop.bootstrap import Counter
from desktop.catalogue_files.sample import load_sample
from desktop.demo import hall as sample
from desktop.demo import people
from desktop.demo.hall import Past, find
from desktop.domain.course_way import Ruling
from desktop.domain.numbers import PRACTICE_ORIGIN
from desktop.domain.outcome import Outcome
from desktop.domain.people import Clerk, ClerkRole, Session
from desktop.paths import private_dir
from desktop.ports import Clock
from desktop.services import catalogue as catalogue_service
from desktop.services import course, intake, print_jobs
from desktop.services import hall as hall_service
from desktop.store import profile as store_profile
from desktop.store.key_slots import Cost

PASSWORD = "lianxi-2026"  # noqa: S105 - of practice, and shown wherever it is asked for
_UNFINISHED = "practice-unfinished"
_CHEAP = Cost(time=1, memory_kib=8 * 1024, lanes=1)
_TEACHER = Clerk(clerk_id="lianxi", name="练习老师", role=ClerkRole.LEAD)


def open_practice(folder: Path, clerk: Clerk, *, clock: Clock) -> tuple[Counter, Session]:
    """Opens practice for a clerk, who needs no password; made at the first time, and again if that broke off."""
    if (folder / _UNFINISHED).exists():
        shutil.rmtree(folder)
    if not store_profile.has_profile(folder):
        _make(folder, clock).close()
    counter, _teacher = bootstrap.open_profile(folder, _TEACHER.clerk_id, PASSWORD, clock=clock)
    try:
        learner = msgspec.structs.replace(clerk, role=ClerkRole.LEAD)  # everything may be tried
        if learner.clerk_id not in counter.keys.users:
            bootstrap.add_clerk(counter, Session(clerk=_TEACHER, window=sample.hall().window), learner, PASSWORD)
        return counter, bootstrap.begin_session(counter, learner.clerk_id)
    except BaseException:
        counter.close()
        raise


def delete_practice(folder: Path) -> None:
    """Throws practice away, which must be closed. Nothing else is touched.

    Raises:
        ValueError: the folder holds something else than practice.
    """
    if not folder.exists():
        return
    if not (folder / _UNFINISHED).exists() and not _is_practice(folder):
        raise ValueError("not a profile of practice")
    shutil.rmtree(folder)


def _is_practice(folder: Path) -> bool:
    return _TEACHER.clerk_id in store_profile.load_keys(folder).users and (folder / _MARK).exists()


_MARK = "practice"  # a file by which the folder is known without opening its store


def _make(folder: Path, clock: Clock) -> Counter:
    private_dir(folder)
    (folder / _UNFINISHED).touch()
    hall = sample.hall()
    made = store_profile.create_profile(
        folder,
        hall=f"{PRACTICE_ORIGIN}{hall.division}",
        window=hall.window,
        user=_TEACHER.clerk_id,
        password=PASSWORD,
        clock=clock,
        cost=_CHEAP,
    )
    counter = Counter(made.store, clock, folder, made.keys, is_practice=True)
    try:
        _fill(counter, clock)
    except BaseException:
        counter.close()
        raise
    (folder / _MARK).touch()
    (folder / _UNFINISHED).unlink()
    return counter


def _fill(counter: Counter, clock: Clock) -> None:
    """Hall, sample catalogue, and the cases that exercises are about."""
    session, hall = Session(clerk=_TEACHER, window=sample.hall().window), sample.hall()
    catalogue = load_sample()
    with counter.store.write(session) as uow:
        hall_service.change_hall(uow, hall)
        hall_service.set_clerk(uow, _TEACHER)
        catalogue_service.adopt(uow, catalogue, msgspec.json.encode(catalogue, order="deterministic"))
        hall_service.recovery_code_shown(uow)
        hall_service.recovery_sheet_proved(uow)
    for past in (
        Past(people.LU, "设施农业用地备案", 0, {}, Outcome.ACCEPT),
        Past(people.NONG, "农村村民宅基地审批", 0, {}, Outcome.ACCEPT),
    ):
        _take_in(counter, session, past, clock)


def _take_in(counter: Counter, session: Session, past: Past, clock: Clock) -> None:
    today = clock.today()
    with counter.store.write(session) as uow:
        catalogue = uow.catalogue_in_force(today) or load_sample()
        form = sample.form_of(uow.new_id(), find(catalogue, past.item), past)
        taken = intake.take_in(uow, session, form, today=today)
        numbers = taken.papers
        if past.person is people.NONG:  # decided: the result is to be handed out
            ruling = Ruling(is_granted=True, examiners=(_TEACHER.name,), checked_substance=False, certificate="练习证")
            numbers += course.decide_case(uow, session, taken.case_id, ruling, today=today).papers
        for number in numbers:
            sheet = print_jobs.queue(uow, number, device="练习打印机")
            print_jobs.sent(uow, number, sheet, pdf_sha256="")
            print_jobs.confirmed(uow, number, sheet)
