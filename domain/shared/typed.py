"""Text that stands where a number, a date or a yes is expected: read when it can mean one thing only.

Columns pasted from other programs, sheets of WPS and e-mails hold figures as text. Nothing is guessed: of "1.234"
both readings come back, and the caller decides whether one of them is possible at all.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

# A cell of a spreadsheet keeps about 15 digits.
_MOST_DIGITS = 15
_GROUP = 3
_POINTS = ".,"
_FULL_WIDTH = str.maketrans("０１２３４５６７８９％，．－−", "0123456789%,.--")  # what is typed
_FIGURE = re.compile(r"(-?)([0-9]+(?:[ '’.,][0-9]+)*)( ?%)?")  # Swiss separators
_SEPARATOR = re.compile(r"([ '’.,])")  # Swiss separators
_YEAR_FIRST = re.compile(r"([0-9]{4}) ?(?:[-/.]|年) ?([0-9]{1,2}) ?(?:[-/.]|月) ?([0-9]{1,2}) ?[日号]?")
_YES = frozenset({"1", "true", "y", "x", "✓", "✔", "√", "☑"})
_NO = frozenset({"0", "false", "n"})


def number_readings(text: str, *, percent: bool = False) -> tuple[Decimal, ...]:
    """Every number a text can mean: none, one, or two where a point may part thousands or decimals.

    Args:
        text: as typed; full-width digits and any kind of blank are read like plain ones.
        percent: a figure with a percent sign is a share here ("25 %" is 0.25); elsewhere the sign is refused.
    """
    found = _FIGURE.fullmatch(_plain(text))
    if found is None or (found[3] and not percent):
        return ()
    parts = _SEPARATOR.split(found[2])
    groups, separators = parts[::2], parts[1::2]
    if sum(len(group) for group in groups) > _MOST_DIGITS:
        return ()
    written = [
        f"{found[1]}{figure}"
        for figure in (_whole(groups, separators), _broken(groups, separators))
        if figure
    ]
    return tuple(Decimal(figure) / (100 if found[3] else 1) for figure in written)


def number_typed(text: str, fits: Callable[[Decimal], bool], *, percent: bool = False) -> Decimal | None:
    """The one number a text can mean, of those that fit; None when it is none or still may mean two.

    A text of one reading is read even when it does not fit, so that its question can say which limit it breaks.
    """
    readings = number_readings(text, percent=percent)
    possible = readings if len(readings) == 1 else tuple(filter(fits, readings))
    return possible[0] if len(possible) == 1 else None


def day_typed(text: str) -> date | None:
    """A day written with its year first (2027-3-1, 2027/3/1, 2027年3月1日); others may swap day and month."""
    found = _YEAR_FIRST.fullmatch(_plain(text))
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def yes_typed(text: str) -> bool | None:
    """A tick, a cross in a box, 1 or true; 0 or false; None for everything else."""
    said = _plain(text).casefold()
    return True if said in _YES else False if said in _NO else None


def _plain(text: str) -> str:
    """Digits, signs and blanks as a plain keyboard writes them."""
    return " ".join(text.translate(_FULL_WIDTH).split())


def _whole(groups: list[str], separators: list[str]) -> str:
    """The digits when every separator parts thousands, empty when one cannot."""
    return "".join(groups) if len(set(separators)) <= 1 and _are_thousands(groups) else ""


def _broken(groups: list[str], separators: list[str]) -> str:
    """The figure when the last separator is the decimal point, empty when it cannot be."""
    if not separators or separators[-1] not in _POINTS or separators[-1] in separators[:-1]:
        return ""
    before = _whole(groups[:-1], separators[:-1])
    return f"{before}.{groups[-1]}" if before else ""


def _are_thousands(groups: list[str]) -> bool:
    """Whether digits are grouped as thousands are; one group alone always is."""
    first, *rest = groups
    if not rest:
        return True
    return len(first) <= _GROUP and not first.startswith("0") and all(len(group) == _GROUP for group in rest)
