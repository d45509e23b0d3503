"""Strips find their pages: nothing is cut, what belongs together stays together."""

from documents.layout import Strip, held, paginate
from documents.look import CONTENT_HEIGHT


def heights(strips: list[Strip]) -> list[list[float]]:
    return [[strip.height for _, strip in page] for page in paginate(strips)]


def test_a_strip_that_does_not_fit_starts_the_next_page() -> None:
    half = Strip(height=CONTENT_HEIGHT * 0.6)
    assert [len(page) for page in paginate([half, half, half])] == [1, 1, 1]


def test_the_space_above_a_block_vanishes_at_the_top_of_a_page() -> None:
    block = Strip(height=CONTENT_HEIGHT * 0.9, before=30)
    assert [[top for top, _ in page] for page in paginate([block, block])] == [[0.0], [0.0]]


def test_a_heading_is_never_left_alone_at_the_foot_of_a_page() -> None:
    heading = Strip(height=20, holds_next=True)
    text = Strip(height=50)
    filler = Strip(height=CONTENT_HEIGHT - 40)
    assert heights([filler, heading, text]) == [[filler.height], [20, 50]]


def test_a_paragraph_leaves_at_least_two_lines_on_either_page() -> None:
    filler = Strip(height=CONTENT_HEIGHT - 35)
    lines = [Strip(height=10) for _ in range(4)]
    assert heights([filler, *held(lines)]) == [[filler.height, 10, 10], [10, 10]]
    lower = Strip(height=CONTENT_HEIGHT - 15)
    assert heights([lower, *held(lines)]) == [[lower.height], [10, 10, 10, 10]]


def test_what_is_held_together_but_longer_than_a_page_runs_on() -> None:
    rows = held([Strip(height=CONTENT_HEIGHT * 0.4) for _ in range(5)], whole=True)
    assert [len(page) for page in paginate(rows)] == [2, 2, 1]


def test_a_page_break_starts_a_page_even_inside_what_is_held() -> None:
    strips = [Strip(height=10, holds_next=True), Strip(height=10, starts_page=True)]
    assert [len(page) for page in paginate(strips)] == [1, 1]


def test_a_page_break_at_the_very_start_adds_no_empty_page() -> None:
    assert len(paginate([Strip(height=10, starts_page=True)])) == 1


def test_a_part_that_would_begin_in_the_lower_half_opens_the_next_page() -> None:
    low, high = Strip(height=CONTENT_HEIGHT * 0.6), Strip(height=CONTENT_HEIGHT * 0.4)
    part = Strip(height=20, upper=0.5)
    assert [len(page) for page in paginate([low, part])] == [1, 1]
    assert [len(page) for page in paginate([high, part])] == [2]
