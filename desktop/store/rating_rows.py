"""Ratings of a folded case as rows: for the figures, and a task for each bad one that nobody has settled."""

from desktop.domain import events as ev
from desktop.domain.case import Case
from desktop.domain.rating_rules import open_bad_rating
from desktop.store.sqlcipher import Database

TASK_KIND = "rating"

_RATING = """
INSERT INTO ratings (case_no, stage, level, channel, rater, rated_on, options, served_by, window, follow_up_by,
    settled_on, verdict)
VALUES (:case_no, :stage, :level, :channel, :rater, :rated_on, :options, :served_by, :window, :follow_up_by,
    :settled_on, :verdict)
"""

_TASK = """
INSERT INTO tasks (case_no, kind, subject, due_on, clerk, window)
VALUES (:case_no, :kind, :subject, :due_on, :clerk, :window)
"""


def write_ratings(db: Database, no: int, case: Case, *, clerk: str) -> None:
    """Bring the rows of the case's ratings up to date, and their tasks after those of the case have been cleared."""
    db.execute("DELETE FROM ratings WHERE case_no = :no", {"no": no})
    for rated in case.ratings:
        db.execute(_RATING, _values(no, case, rated, clerk))
        if open_bad_rating(case, rated.stage):
            db.execute(_TASK, _task(no, case, rated, clerk))


def _values(no: int, case: Case, rated: ev.Rated, clerk: str) -> dict[str, object]:
    ups = _follow_ups(case, rated)
    settled = next((up for up in ups if up.settled_on), None)
    return {
        "case_no": no,
        "stage": rated.stage.value,
        "level": rated.level.value,
        "channel": rated.channel.value,
        "rater": rated.rater.value,
        "rated_on": rated.rated_on.isoformat(),
        "options": " ".join(rated.options),
        "served_by": rated.served_by or clerk,  # the city's page does not know who served
        "window": rated.window or case.window,
        "follow_up_by": rated.follow_up_by.isoformat() if rated.follow_up_by else None,
        "settled_on": settled.settled_on.isoformat() if settled and settled.settled_on else None,
        "verdict": ups[-1].verdict.value if ups else "",
    }


def _task(no: int, case: Case, rated: ev.Rated, clerk: str) -> dict[str, object]:
    """Who served has to look into it (谁办理谁负责); without a date it is due at once, it is never forgotten."""
    again = [up.again_by for up in _follow_ups(case, rated) if up.again_by]
    due_on = again[-1] if again else rated.follow_up_by or rated.rated_on
    return {
        "case_no": no,
        "kind": TASK_KIND,
        "subject": rated.stage.value,
        "due_on": due_on.isoformat(),
        "clerk": rated.served_by or clerk,
        "window": rated.window or case.window,
    }


def _follow_ups(case: Case, rated: ev.Rated) -> list[ev.RatingFollowedUp]:
    return [up for up in case.follow_ups if up.stage is rated.stage]
