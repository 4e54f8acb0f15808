"""What the shipped font files are made and looked up by: ranges of characters, thinned outlines."""

from hypothesis import given
from hypothesis import strategies as st

from resources.fonts import FOLDER
from resources.fonts.build_fonts import ranges
from resources.fonts.coverage import Characters, read_index
from resources.fonts.outline import TOLERANCE_UNITS, thinned

CODE_POINTS = st.sets(st.integers(0x20, 0x3FF), min_size=1)
POLYGONS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=3, max_size=30, unique=True)


@given(CODE_POINTS)
def test_ranges_hold_the_characters_they_were_written_from_and_no_others(codes: set[int]) -> None:
    read = Characters(ranges(codes))

    assert {code for code in range(0x400) if code in read} == codes


def test_every_file_has_a_name_of_its_own() -> None:
    index = read_index(FOLDER)

    names = [record.name for record in (*index.faces.values(), *index.rare)]
    assert len(set(names)) == len(names)


def test_points_on_a_straight_line_go_and_corners_stay() -> None:
    square = [(0, 0), (50, 0), (100, 0), (100, 100), (60, 100), (0, 100), (0, 30)]

    assert thinned(square) == [(0, 0), (100, 0), (100, 100), (0, 100)]


def test_a_stroke_one_unit_thin_stays_a_stroke() -> None:
    hairline = [(0, 0), (100, 0), (100, 1), (0, 1)]

    assert set(thinned(hairline)) == set(hairline)


@given(POLYGONS)
def test_an_outline_moves_less_than_the_tolerance(ring: list[tuple[int, int]]) -> None:
    kept = thinned(ring)

    sides = list(zip(kept, [*kept[1:], kept[0]], strict=True))
    assert set(kept) <= set(ring)
    assert all(min(distance(point, side) for side in sides) <= TOLERANCE_UNITS for point in ring)


def distance(point: tuple[int, int], side: tuple[tuple[int, int], tuple[int, int]]) -> float:
    """From the point to the nearest place on the side."""
    start, end = complex(*side[0]), complex(*side[1])
    way, off = end - start, complex(*point) - start
    share = min(max((off * way.conjugate()).real / abs(way) ** 2, 0), 1) if way else 0
    return abs(off - share * way)
