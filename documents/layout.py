"""From blocks to pages: strips (a text line, a table row) stacked on A4 pages.

A strip is never cut. Strips that belong together (a heading and what follows, the first and last two lines
of a paragraph, a paragraph and its second language) hold on to their successor. Everything is placed before
anything is drawn, so that the number of pages and the page of every article are known beforehand.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from documents.look import CONTENT_HEIGHT


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one face, drawn at one place.

    Attributes:
        x: from the left edge of the text area, in points.
        drop: from the top of the strip down to the base line, in points.
        face: name of the font.
        size: in points.
        text: what is printed.
        spread: space added after each character, in points.
        grey: 0 is black.
    """

    x: float
    drop: float
    face: str
    size: float
    text: str
    spread: float
    grey: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line from `x` over `width`, `drop` below the top of the strip."""

    x: float
    drop: float
    width: float
    weight: float
    grey: float


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line from point to point of a chart; points are (right of the text area's edge, below the strip's top).

    Attributes:
        points: at least two.
        weight: in points.
        grey: 0 is black.
        dashes: lengths of dash and gap, empty for a solid line.
    """

    points: tuple[tuple[float, float], ...]
    weight: float
    grey: float
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Patch:
    """A background behind part of a strip: from `x` over `width`, as high as the strip."""

    x: float
    width: float
    grey: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A piece of the page that is never cut.

    Attributes:
        height: in points, without `before`.
        before: space above; dropped at the top of a page.
        pieces: in reading order.
        rules: drawn with the strip.
        fill: grey of the background, 1 for none.
        patches: backgrounds of single cells.
        strokes: lines of a chart.
        holds_next: whether the following strip must stand on the same page.
        starts_page: whether a new page begins here.
        upper: share of a page, from the top, in which it may begin.
        bookmark: level and words for the outline, level 0 for none.
        head: of the table a row belongs to; repeated where the row opens a page.
        silent: drawn, but not read out: it was read before.
        leads_to: number of the bookmark a click opens, counted from 1; 0 for none.
    """

    height: float
    before: float = 0.0
    pieces: tuple[Piece, ...] = ()
    rules: tuple[Rule, ...] = ()
    fill: float = 1.0
    patches: tuple[Patch, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    holds_next: bool = False
    starts_page: bool = False
    upper: float = 1.0
    bookmark: tuple[int, str] = (0, "")
    leads_to: int = 0
    head: "Strip | None" = None
    silent: bool = False


Page = list[tuple[float, Strip]]


def held(strips: Sequence[Strip], *, whole: bool = False) -> list[Strip]:
    """Keep the first two and the last two strips together, or all of them."""
    last = len(strips) - 1
    return [
        replace(strip, holds_next=strip.holds_next or (at < last and (whole or at == 0 or at == last - 1)))
        for at, strip in enumerate(strips)
    ]


def paginate(strips: Sequence[Strip]) -> list[Page]:
    """Place strips on pages.

    Returns:
        Per page the strips with the distance of their top from the top of the text area, in points.
    """
    pages: list[Page] = [[]]
    used = 0.0
    for chain in _chains(strips):
        height = sum(strip.before + strip.height for strip in chain) - (0 if used else chain[0].before)
        is_low = used > chain[0].upper * CONTENT_HEIGHT
        is_full = used + height > CONTENT_HEIGHT and height <= CONTENT_HEIGHT
        if pages[-1] and (chain[0].starts_page or is_low or is_full):
            used = _turn(chain[0], pages)
        for strip in chain:
            used = _place(strip, pages, used)
    return pages


def _turn(first: Strip, pages: list[Page]) -> float:
    """Open a page for a strip; a row of a table brings the head of its table along. How far the page is used."""
    pages.append([])
    head = first.head
    if head is None or head.height + first.height > CONTENT_HEIGHT:
        return 0.0
    pages[-1].append((0.0, replace(head, silent=True)))
    return head.height


def bookmark_pages(pages: Sequence[Page]) -> tuple[int, ...]:
    """The page of every bookmark in order, counted from 1."""
    return tuple(
        number for number, page in enumerate(pages, start=1) for _, strip in page if strip.bookmark[0]
    )


def bookmarks_on_top(pages: Sequence[Page]) -> tuple[bool, ...]:
    """Whether each bookmark is the first thing on its page, in the same order."""
    return tuple(at == 0 for page in pages for at, (_, strip) in enumerate(page) if strip.bookmark[0])


def _place(strip: Strip, pages: list[Page], used: float) -> float:
    """Put one strip on the last page, or on a new one when it is full; how far the page is used then."""
    before = strip.before if pages[-1] else 0.0
    if pages[-1] and used + before + strip.height > CONTENT_HEIGHT:
        used = _turn(strip, pages)
        before = 0.0
    pages[-1].append((used + before, strip))
    return used + before + strip.height


def _chains(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Strips that hold on to each other, together."""
    chains: list[list[Strip]] = []
    open_chain = False
    for strip in strips:
        if open_chain and not strip.starts_page:
            chains[-1].append(strip)
        else:
            chains.append([strip])
        open_chain = strip.holds_next
    return chains
