"""A quote as people type it, as a row holds it, and as an estimate calculates with it."""

from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Final, get_args

from pydantic import TypeAdapter

from domain.costing.currency import CURRENCIES
from domain.costing.hours import BASES, BillingBasis
from domain.costing.quote_terms import MOST_AMOUNT, NO_TERMS, QuoteTerms
from domain.costing.rates import PriceUnit, PrivateRate
from domain.shared.outcomes import DomainError
from domain.shared.sources import STRICT
from models import QuotedPrice
from services.catalog import catalog
from services.names import on_one_line

_LONGEST_LABEL, _LONGEST_SOURCE, _LONGEST_NOTE = 120, 500, 2000
UNITS: Final[tuple[PriceUnit, ...]] = get_args(PriceUnit)
# Amounts and shares are text in JSON, so that no digit is lost.
_TERMS: Final = TypeAdapter(QuoteTerms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A price as it was quoted, with every term of the quote.

    Attributes:
        label: what the organisation calls it.
        unit: what the price is for.
        currency: ISO 4217 code, of every amount.
        low: lower end.
        base: what is expected.
        high: upper end.
        valid_from: the day the price holds from.
        billing_basis: which hour is meant; for prices per hour only.
        place: ISO 3166 code of the vendor's country; empty when it was not said.
        source: where it comes from, in one's own words.
        note: what else is known about it.
        terms: what it says beside the price.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    label: str
    unit: PriceUnit
    currency: str
    low: Decimal
    base: Decimal
    high: Decimal
    valid_from: date
    billing_basis: BillingBasis | None = None
    place: str = ""
    source: str = ""
    note: str = ""
    terms: QuoteTerms = NO_TERMS


def checked(quote: Quote) -> Quote:
    """The quote as it is kept.

    Raises:
        DomainError: what `services.costing_quotes.add_quote` names.
    """
    accepted = replace(
        quote,
        label=on_one_line(quote.label),
        source=on_one_line(quote.source),
        note=quote.note.strip(),
    )
    if not accepted.label:
        raise DomainError("quotes.label_empty")
    for code, text, most in (
        ("quotes.label_long", accepted.label, _LONGEST_LABEL),
        ("quotes.source_long", accepted.source, _LONGEST_SOURCE),
        ("quotes.note_long", accepted.note, _LONGEST_NOTE),
    ):
        if len(text) > most:
            raise DomainError(code, most=most, given=len(text))
    languages = catalog().book.codes.languages
    choices: tuple[tuple[Any, Any], ...] = (
        (quote.unit, UNITS),
        (quote.currency, CURRENCIES),
        (quote.place, {"", *catalog().countries}),
        (quote.billing_basis, (None, *BASES)),
        *((code, languages) for code in quote.terms.premiums),
    )
    for given, known in choices:
        if given not in known:
            raise DomainError("quotes.choice_unknown", given=str(given))
    as_rate("", accepted)
    _check_terms(accepted)
    return accepted


def _check_terms(quote: Quote) -> None:
    """Refuse what is typed by mistake; what was kept before stays readable."""
    if quote.terms.surcharge_rule and not quote.terms.surcharges:
        raise DomainError("quotes.rule_alone")
    for amount in (quote.low, quote.base, quote.high, *quote.terms.amounts()):
        if amount > MOST_AMOUNT:
            raise DomainError("quotes.amount_large", given=str(amount), most=int(MOST_AMOUNT))


def as_rate(quote_id: str, quote: Quote) -> PrivateRate:
    """For the calculation.

    Raises:
        DomainError: a price or terms that nobody could be billed by.
    """
    return PrivateRate(
        id=quote_id,
        label=quote.label,
        currency=quote.currency,
        unit=quote.unit,
        low=quote.low,
        high=quote.high,
        expected=quote.base,
        quoted_on=quote.valid_from,
        billing_basis=quote.billing_basis,
        country=quote.place if quote.place in catalog().countries else None,
        terms=quote.terms,
    )


def row_values(quote: Quote) -> dict[str, Any]:
    """The columns of its row; terms as plain values, None where it names none."""
    terms = None if quote.terms == NO_TERMS else _plain_terms(quote.terms)
    return {**asdict(quote), "terms": terms}


def quote_of(row: QuotedPrice) -> Quote:
    """The quote a row holds."""
    values = {each.name: getattr(row, each.name) for each in fields(Quote)}
    return Quote(**{**values, "terms": _TERMS.validate_python(row.terms or {})})


def plain(quote: Quote) -> dict[str, Any]:
    """The quote as JSON holds it."""
    values = {name: None if value is None else str(value) for name, value in asdict(quote).items()}
    return {**values, "terms": _plain_terms(quote.terms)}


def _plain_terms(terms: QuoteTerms) -> dict[str, Any]:
    found: dict[str, Any] = _TERMS.dump_python(terms, mode="json", exclude_defaults=True)
    return found
