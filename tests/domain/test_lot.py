"""The drawn lot: the same for everybody who repeats it, whatever the order of the list."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.lot import draw, is_seed, ticket

ZEROS = "0" * 64
SEEDS = st.binary(min_size=32, max_size=32).map(bytes.hex)
KEYS = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), unique=True, max_size=12)


def test_tickets_are_those_of_common_tools() -> None:
    # (head -c 32 /dev/zero; printf A) | sha256sum
    assert ticket(ZEROS, "A").hex() == "f132c1b2305f1b13d2ee23b3d818d0a8c26b5ebe9be57c3d72521f9aa26e4f9a"
    assert ticket(ZEROS, "B").hex() == "81dcd7959dd35bef2d4f8f5e9021d7cd5023fc6b69502ccb4ca645a44b380d3e"
    assert ticket(ZEROS, "C").hex() == "73f0241ed42bcc578c97c3a423ae6ea47b625622392028291c92574e8f6a025c"


def test_the_worked_example_gives_c_then_b_then_a() -> None:
    assert draw(ZEROS, ["A", "B", "C"], 3) == ("C", "B", "A")
    assert draw(ZEROS, ["B", "C", "A"], 1) == ("C",)


def test_a_draw_is_repeated_by_hand_from_the_written_steps() -> None:
    seed = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
    population = ["91450000DEM000001A", "91450000DEM000002B", "甲测绘队（示例）", ""]

    by_hand = {}
    for key in population:  # steps 1 to 3
        by_hand[hashlib.sha256(bytes.fromhex(seed) + key.encode("utf-8")).hexdigest()] = key
    in_order = [by_hand[digest] for digest in sorted(by_hand)]  # step 4

    assert draw(seed, population, 2) == tuple(in_order[:2])  # step 5


@given(seed=SEEDS, keys=KEYS, n=st.integers(0, 15), order=st.randoms(use_true_random=False))
def test_order_of_the_list_does_not_matter(seed: str, keys: list[str], n: int, order: object) -> None:
    shuffled = list(keys)
    order.shuffle(shuffled)  # type: ignore[attr-defined]

    drawn = draw(seed, keys, n)

    assert drawn == draw(seed, shuffled, n)
    assert len(drawn) == min(n, len(keys)) == len(set(drawn))
    assert set(drawn) <= set(keys)
    assert drawn == draw(seed, keys, len(keys))[:n]  # who is drawn for one place is the first of those for two


def test_over_many_seeds_every_member_is_drawn_about_as_often() -> None:
    seeds = [hashlib.sha256(str(number).encode()).hexdigest() for number in range(3000)]

    counts = {key: sum(draw(seed, "ABC", 1) == (key,) for seed in seeds) for key in "ABC"}

    assert all(900 < count < 1100 for count in counts.values())  # 1000 each; three deviations are 77


@pytest.mark.parametrize("seed", ["", "0" * 63, "0" * 65, "A" * 64, "g" * 64, f"{ZEROS}\n"])
def test_what_is_no_seed_is_refused(seed: str) -> None:
    assert not is_seed(seed)
    with pytest.raises(ValueError, match="seed"):
        draw(seed, ["A"], 1)


def test_a_key_that_stands_twice_or_a_negative_number_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        draw(ZEROS, ["A", "A"], 1)
    with pytest.raises(ValueError, match="negative"):
        draw(ZEROS, ["A"], -1)
