"""How long to wait before trying again. Chance comes from outside; a thousand windows must not come back as one."""

from random import Random

WITHIN_FIRST_S, WITHIN_MOST_S = 0.3, 3.0
BETWEEN_FIRST_S, BETWEEN_MOST_S = 5.0, 900.0
TRIES_WITHIN = 6
"""Failures in a row that end a burst; the first requests of a burst are tried twice only: the line may be gone."""

POLL_S, POLL_SPREAD_S = 60.0, 20.0
POLL_SOON_S, POLL_SOON_SPREAD_S = 15.0, 5.0


def within_burst_s(failures: int, chance: Random) -> float:
    """After the n-th failure in a row of one burst: 0.3 to 3 seconds, half of it by chance."""
    longest = min(WITHIN_MOST_S, WITHIN_FIRST_S * 2.0 ** min(failures - 1, 10))
    return longest * chance.uniform(0.5, 1.0)


def between_bursts_s(failures: int, chance: Random) -> float:
    """After the n-th burst in a row that failed: up to 15 minutes, full jitter, never under a second."""
    longest = min(BETWEEN_MOST_S, BETWEEN_FIRST_S * 2.0 ** min(failures - 1, 20))
    return max(1.0, chance.uniform(0.0, longest))


def poll_s(chance: Random, *, is_answer_near: bool) -> float:
    """Until the next look at the city: a minute, or a quarter if it was just given something to answer."""
    middle, spread = (POLL_SOON_S, POLL_SOON_SPREAD_S) if is_answer_near else (POLL_S, POLL_SPREAD_S)
    return middle + chance.uniform(-spread, spread)
