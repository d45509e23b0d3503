"""Cells as people fill them: a number, a day or a yes that came as text is read where it can mean one thing only."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from documents.forms import Filling
from documents.forms_reading import Filled
from domain.requirements.questions import Question
from domain.requirements.values import plain
from domain.shared.days import is_meant
from domain.shared.outcomes import DomainError
from domain.shared.rounding import to_decimal
from domain.shared.typed import day_typed, number_readings, number_typed

_WHOLE = frozenset({"integer", "integer_by_channel", "seconds_by_channel"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which numbers a cell can hold; it decides between two readings and judges nothing.

    Attributes:
        whole: only whole numbers.
        share: a part of one; typed with a percent sign it is divided by 100.
        money: an amount; limits never decide what was meant.
        minimum: smallest number.
        maximum: largest number.
    """

    whole: bool = False
    share: bool = False
    money: bool = False
    minimum: Decimal | None = None
    maximum: Decimal | None = None

    def fits(self, number: Decimal) -> bool:
        """Whether the cell can hold a number."""
        low = Decimal(0) if self.share and self.minimum is None else self.minimum
        high = Decimal(1) if self.share and self.maximum is None else self.maximum
        return self.money or (
            ((low is None or number >= low) and (high is None or number <= high))
            and not (self.whole and number % 1)
        )


COUNT, SHARE, MONEY = Wanted(whole=True), Wanted(share=True), Wanted(money=True)


def wanted_by(question: Question) -> Wanted:
    """The numbers a question takes."""
    return Wanted(
        whole=question.kind in _WHOLE,
        share=question.kind == "share",
        minimum=question.minimum,
        maximum=question.maximum,
    )


def number_in(filled: Filled | None, wanted: Wanted) -> Filling:
    """The number in a cell, also when it stands there as text; text that is none stays as it was typed.

    Raises:
        DomainError: ``forms.number_ambiguous`` with both readings: nothing is guessed.
    """
    if filled is None or not isinstance(filled.value, str):
        return None if filled is None else filled.value
    number = number_typed(filled.value, wanted.fits, percent=wanted.share)
    if number is not None:
        return int(number) if number == int(number) else float(number)
    readings = number_readings(filled.value, percent=wanted.share)
    if not readings:
        return filled.value
    first, second = (plain(reading) for reading in readings)
    raise DomainError(
        "forms.number_ambiguous", cell=filled.place, given=filled.value.strip(), first=first, second=second
    )


def day_in(value: Filling) -> Filling:
    """The day in a cell, also as text with its year first; what is none stays as it was typed."""
    return (day_typed(value) or value) if isinstance(value, str) else value


def checked_number(filled: Filled, wanted: Wanted) -> Decimal:
    """The number in a cell, judged here because no question judges it later.

    Raises:
        DomainError: ``forms.<reason>`` with the cell: no number, ambiguous, not whole, outside its limits.
    """
    value = number_in(filled, wanted)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise DomainError("forms.not_number", cell=filled.place, given=str(filled.value))
    number = Decimal(value) if isinstance(value, int) else to_decimal(value)
    if wanted.whole and number % 1:
        raise DomainError("forms.not_whole", cell=filled.place, given=str(filled.value))
    if not wanted.fits(number):
        raise DomainError("forms.outside", cell=filled.place, given=str(filled.value))
    return number


def checked_day(filled: Filled) -> date:
    """The day in a cell.

    Raises:
        DomainError: ``forms.not_a_date`` with the cell: no day, one that may be another, one in a far year.
    """
    day = day_in(filled.value)
    if not isinstance(day, date) or not is_meant(day):
        raise DomainError("forms.not_a_date", cell=filled.place, given=str(filled.value))
    return day
