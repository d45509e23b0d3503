"""Where a line may end: UAX 14 (library uniseg), tailored for Chinese contracts.

No closing mark starts a line and no opening mark ends one; a Latin word, a number with its sign, a web
address stays whole unless it alone is longer than the line. Chinese quotation marks “ ” count as opening
and closing, which UAX 14 leaves open.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from uniseg.linebreak import LineBreak, line_break, line_break_breakables

from documents.fonts import APOSTROPHE
from domain.shared.sources import Language

# Here a line may always end, and no rule of UAX 14 looks across: between two ideographs, between a Chinese
# comma or stop and an ideograph, between two words. Pieces cut there break as the whole does; they repeat
# all over a contract, so their answers are kept.
_CUT = re.compile(
    r"(?<=[\u4e00-\u9fff，。、；：])(?=[\u4e00-\u9fff])|(?<=[A-Za-z0-9,.;:] )(?=[A-Za-z0-9\u4e00-\u9fff])"
)
# Most pieces are one plain word or one ideograph with its comma: no line ends inside, without asking.
_SEAMLESS = re.compile(r"[A-Za-z]+[,.;:]?[ ]?|[\u4e00-\u9fff][，。、；：]?")
_WIDE = re.compile(
    r"[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U0001f000-\U0003ffff]"
)
# An ideograph with its marks; a longer word would leave a gap in the line it is taken from.
_MOST_TAKEN = 3
# "45 %" and "€ 20" stay together although a space stands between.
_SIGN_AFTER = re.compile(r"(?<=[0-9])[ ](?=[%％‰°℃€£¥￥$])|(?<=[€£¥￥$])[ ](?=[0-9])")
_TAILORED = {
    "“": LineBreak.OP,
    "‘": LineBreak.OP,
    "”": LineBreak.CL,
    "’": LineBreak.CL,
    "·": LineBreak.NS,
}
# ㎡, ㎏ and their like follow a number as % does.
_UNIT_SIGNS = {chr(code): LineBreak.PO for code in range(0x3380, 0x33E0)}
_CLASSES = {"zh": _UNIT_SIGNS | _TAILORED, "en": _UNIT_SIGNS}


@lru_cache(maxsize=50_000)
def _breakables(piece: str, language: Language) -> tuple[int, ...]:
    """1 where UAX 14 lets a line end before the character; the first is never asked."""
    if _SEAMLESS.fullmatch(piece):
        return ()
    own = _CLASSES[language]

    def line_break_class(char: str, /) -> LineBreak:
        return own.get(char) or line_break(char)

    return tuple(line_break_breakables(piece, property=line_break_class))


def standard_breaks(text: str, language: Language) -> list[int]:
    """Positions before which UAX 14 with the Chinese classes lets a new line start."""
    # An apostrophe is a letter of its word, not a closing mark.
    text = APOSTROPHE.sub("x", text)
    found: list[int] = []
    start = 0
    for piece in _CUT.split(text):
        found += [start] * (start > 0)
        found += [start + at for at, may in enumerate(_breakables(piece, language)) if may and at]
        start += len(piece)
    return found


def _joins(text: str, position: int) -> bool:
    """Whether both sides of the position belong to one Latin word, number or address."""
    before, after = text[position - 1], text[position]
    if before.isspace() or before in "\u200b—":
        return False
    return not _WIDE.match(before) and not _WIDE.match(after) and not _is_chinese_quote(before, after)


def _is_chinese_quote(before: str, after: str) -> bool:
    """A quotation mark between the two separates words: ”and“ may part where UAX 14 says so."""
    return before in "”’" or after in "“‘"


def breaks(text: str, language: Language) -> list[int]:
    """Positions before which a new line may start, in ascending order, without the start of the text."""
    kept = {found.end() for found in _SIGN_AFTER.finditer(text)}
    return [at for at in standard_breaks(text, language) if at not in kept and not _joins(text, at)]


def lines(text: str, widths: Sequence[float], measure: float, language: Language) -> list[tuple[int, int]]:
    """Fill lines greedily.

    Args:
        text: one paragraph; a line feed in it ends a line.
        widths: width of each character.
        measure: width of the line, in the same unit.
        language: decides how quotation marks behave.

    Returns:
        Start and end of every line in the text, spaces at line ends left out. An empty text has one empty line.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for part in text.split("\n"):
        filled = _fill(part, widths[start : start + len(part)], measure, language)
        found += [(start + first, start + last) for first, last in filled]
        start += len(part) + 1
    return found


def _fill(text: str, widths: Sequence[float], measure: float, language: Language) -> list[tuple[int, int]]:
    """The lines of a text without line feeds."""
    ends = [*breaks(text, language), len(text)]
    reach = [0.0, *accumulate(widths)]
    found: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        furthest = _furthest(text, reach, start, measure)
        choice = bisect_right(ends, furthest) - 1
        end = (
            ends[choice]
            if choice >= 0 and ends[choice] > start
            else _emergency(text, start, furthest, language)
        )
        found.append((start, start + len(text[start:end].rstrip(" "))))
        start = end
    if language == "zh" and len(found) > 1:
        fitting = [end for end in ends if reach[found[-1][1]] - reach[end] <= measure]
        found[-2:] = _accompanied(text, found[-2], found[-1], fitting)
    return found or [(0, 0)]


def _accompanied(
    text: str, before: tuple[int, int], last: tuple[int, int], ends: Sequence[int]
) -> list[tuple[int, int]]:
    """The last two lines of a paragraph; one character alone at its end takes the one before along.

    Args:
        text: of the paragraph.
        before: start and end of the line before the last.
        last: start and end of the last line.
        ends: where lines may break and the last one still fits from there.
    """
    is_alone = sum(char.isalnum() for char in text[slice(*last)]) == 1
    earlier = [at for at in ends if before[0] < at < last[0] and last[0] - at <= _MOST_TAKEN]
    if not is_alone or not earlier:
        return [before, last]
    at = earlier[-1]
    return [(before[0], before[0] + len(text[before[0] : at].rstrip(" "))), (at, last[1])]


def _furthest(text: str, reach: Sequence[float], start: int, measure: float) -> int:
    """How far a line from `start` reaches; spaces may hang over its end."""
    # A thousandth of slack: sums of widths are floats.
    furthest = bisect_right(reach, reach[start] + measure + measure / 1000) - 1
    while furthest < len(text) and text[furthest] == " ":
        furthest += 1
    return furthest


def _emergency(text: str, start: int, furthest: int, language: Language) -> int:
    """Where to cut what is longer than a line: where UAX 14 allows, else between letters, else anywhere."""
    inside = [at for at in standard_breaks(text, language) if start < at <= furthest]
    if inside:
        return inside[-1]
    letters = range(furthest, start + 1, -1)
    between = (at for at in letters if at < len(text) and text[at - 1].isalnum() and text[at].isalnum())
    return next(between, max(furthest, start + 1))
