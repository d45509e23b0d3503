"""Figures of the register as people read them: with their unit, ranges as low – high."""

from collections.abc import Callable
from decimal import Decimal

from domain.contract.clauses import Field
from domain.contract.phrases import Printer
from domain.contract.terms import default_of
from domain.contract.values import Value
from domain.shared.money import CURRENCIES, Money
from services.catalog import catalog
from words import Language, has, say
from words.lexicon import Lexicon
from words.numbers import money, plain, span

Figure = Decimal | int
_CENTS = 2


def printed(language: Language, unit: str, *figures: Figure) -> str:
    """One figure or the ends of a range with its unit: 10 – 18 EUR an hour, 5% – 10%, 24 hours."""
    if unit == "share":
        return span(*(f"{plain(language, Decimal(figure) * 100)}%" for figure in figures))
    if unit in CURRENCIES:
        return span(*(_amount(language, Decimal(figure), unit) for figure in figures))
    shown = span(*(plain(language, figure) for figure in figures))
    if not unit:
        return shown
    count = "one" if figures == (1,) else "other"
    keys = (f"unit.{unit}.{count}", f"sources_page.unit.{unit}.{count}", f"sources_page.unit.{unit}.other")
    return say(language, next(key for key in keys if has(key)), number=shown)


def span_of(language: Language, unit: str, low: Figure, high: Figure) -> str:
    """A range with its unit; one figure when both ends are the same."""
    return printed(language, unit, low) if low == high else printed(language, unit, low, high)


def _amount(language: Language, amount: Decimal, currency: str) -> str:
    return money(language, amount, currency, 0 if amount == amount.to_integral_value() else _CENTS)


def usual_of(language: Language, unit: str, low: Figure, high: Figure) -> str:
    """The range that is usual or permitted; empty where only one figure is."""
    return "" if low == high else printed(language, unit, low, high)


def field_default(language: Language, item: Field) -> str:
    """The default of a contract term as the contract prints it; empty when the term is left open."""
    value = default_of(item)
    return "" if value is None else _printer().value(item, value, language)


def field_range(language: Language, item: Field) -> str:
    """The limits of a contract term; empty where it has none."""

    def shown(limit: Figure) -> str:
        as_value: Value = (
            Money(amount=Decimal(limit), currency=item.currency) if item.kind == "money" else limit
        )
        return _printer().value(item, as_value, language)

    return _between(language, item.minimum, item.maximum, shown)


def _between(
    language: Language, low: Figure | None, high: Figure | None, shown: Callable[[Figure], str]
) -> str:
    if low is not None and high is not None:
        return span(shown(low), shown(high))
    if low is not None:
        return say(language, "sources_page.at_least", value=shown(low))
    return say(language, "sources_page.at_most", value=shown(high)) if high is not None else ""


def _printer() -> Printer:
    """Prints values only, so it needs neither terms nor article numbers."""
    return Printer(
        terms={}, articles={}, annexes={}, titles={}, countries=catalog().countries, lexicon=Lexicon()
    )
