"""A drawn lot that anyone can repeat (随机抽取): of the pledges to verify (双随机), of intermediaries on the register.

The algorithm, byte by byte, so that any language, or a shell and a sheet of paper, gives the same result:

1. `seed` is 32 bytes, written as 64 lower-case hexadecimal digits. Decode them to the 32 bytes.
2. Each member of the population has a key: text without repetition (a case number, a credit code). Its bytes are the
   text in UTF-8, exactly as recorded: no line end, no normalisation.
3. The ticket of a member is SHA-256(seed bytes followed at once by key bytes): 32 bytes.
4. Members are put in order of their tickets, compared as unsigned bytes from the first to the last, the smallest
   first (equal to comparing their lower-case hexadecimal digits). Two equal tickets, which nobody has ever seen,
   would be put in order of the key bytes.
5. The first n members are drawn, in that order; all of them where there are fewer than n.

The order in which the population is listed does not matter. Whoever keeps the seed secret until the population is
written down cannot steer the result; that is the business of who draws, not of this module, which knows no chance.

Worked example: seed 0000…0000 (64 zeros), population A, B, C. The tickets begin with f132c1b2 for A, 81dcd795 for B,
73f0241e for C. So C is drawn first, then B, then A. The same with common tools:

    printf '%064d' 0 | xxd -r -p > seed; (cat seed; printf A) | sha256sum
"""

import hashlib
import re
from collections.abc import Iterable

SEED_BYTES = 32
_SEED = re.compile(r"[0-9a-f]{64}")


def is_seed(seed: str) -> bool:
    """Whether this is a seed: 64 lower-case hexadecimal digits."""
    return _SEED.fullmatch(seed) is not None


def ticket(seed: str, key: str) -> bytes:
    """The ticket of a member. Raises ValueError: the seed is none, or the key cannot be written in UTF-8."""
    if not is_seed(seed):
        raise ValueError("a seed has 64 lower-case hexadecimal digits")
    return hashlib.sha256(bytes.fromhex(seed) + key.encode()).digest()


def draw(seed: str, population: Iterable[str], n: int) -> tuple[str, ...]:
    """The keys that are drawn, in order; at most n.

    Raises:
        ValueError: the seed is none, a key stands twice, or n is negative.
    """
    keys = list(population)
    if len(set(keys)) != len(keys):
        raise ValueError("a key stands twice in the population")
    if n < 0:
        raise ValueError("a negative number cannot be drawn")
    return tuple(sorted(keys, key=lambda key: (ticket(seed, key), key.encode()))[:n])
