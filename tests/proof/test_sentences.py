"""No key of an error ever reaches a person bare, and no sentence ever shows a blank that was not filled."""

from desktop.catalogue_files.reasons import REASONS
from desktop.domain.checklist import MaterialState
from desktop.domain.identity_document import IdKind
from desktop.sentences import SENTENCES
from tests.proof.clear_words import blanks, lopsided, require_sentence
from tests.proof.raised_keys import put_together, raised

MARKS = (MaterialState.DEFERRED, MaterialState.PLEDGED, MaterialState.SHARED, MaterialState.NOT_APPLICABLE)
WORDS_NEEDED = (
    "approved_by",
    "method",
    "name",
    "opinion",
    "procedure",
    "reason",
    "reasons",
    "recipient",
    "substitute",
    "substitute_reason",
    "to_unit",
    "tracking_number",
    "unit",
)
# Keys that are put together when they are raised, by file; where one error is only passed on there are none. The
# screens make none of their own.
PUT_TOGETHER: dict[str, set[str]] = {
    "desktop/commands/pledges.py": {f"draw.{what}" for what in ("drawn", "population", "population_sha256", "size")},
    "desktop/domain/amendment.py": {"why.amend_item", "why.amend_number", "why.amend_day", "why.amend_applicant"},
    "desktop/domain/checklist.py": {f"state_{state.value}" for state in MARKS},
    "desktop/domain/course_guard.py": {f"invalid.{field}_missing" for field in WORDS_NEEDED},
    "desktop/domain/decide.py": set(),
    "desktop/imaging/apart.py": set(),
    "desktop/domain/identity_document.py": {
        f"invalid.{kind.value}" for kind in IdKind if kind is not IdKind.CITIZEN_ID
    },
    "desktop/domain/rating_rules.py": {"why.already_rated", "why.immediate_rated_once", "why.not_finished"},
    "desktop/services/hall.py": set(),
    "desktop/services/intake_form.py": set(),
    "desktop/services/pledge_settings.py": {f"invalid.{what}" for what in ("evidence_days", "verify_days")},
    "desktop/services/print_jobs.py": {"why.paper_void", "why.paper_replaced"},
    "printing/content_file.py": {f"invalid.content_{what}" for what in ("date", "kind", "missing", "type", "unknown")},
}
ALL_PUT_TOGETHER = {key for keys in PUT_TOGETHER.values() for key in keys}


def test_the_source_is_really_read():
    keys = {found.key for found in raised()}

    assert {"invalid.id_check_digit", "why.missing", "not_in_catalogue", "disk_full", "last_user"} <= keys


def test_no_key_is_put_together_unseen():
    assert {path for path in put_together() if not path.startswith("ui/")} == set(PUT_TOGETHER)


def test_every_key_that_is_raised_has_a_sentence():
    wanted = {found.key: found.where for found in raised()} | dict.fromkeys(ALL_PUT_TOGETHER, "put together")

    assert {key: where for key, where in wanted.items() if key not in SENTENCES} == {}


def test_every_blank_of_a_sentence_is_filled_wherever_its_key_is_raised():
    unfilled = {
        f"{found.key} at {found.where}": sorted(missing)
        for found in raised()
        if found.fields is not None and found.key in SENTENCES
        if (missing := blanks(SENTENCES[found.key])[0] - found.fields)
    }

    assert unfilled == {}


def test_a_sentence_has_the_same_blanks_in_both_languages():
    assert lopsided(SENTENCES) == []
    assert lopsided(REASONS) == []


def test_a_sentence_is_in_its_language():
    for table in (SENTENCES, REASONS):
        for key, (zh, en) in table.items():
            require_sentence(zh.replace("{", "").replace("}", ""), key, "zh")
            require_sentence(en.replace("{", "").replace("}", ""), key, "en")
