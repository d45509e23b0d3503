"""Prices an organisation was quoted: kept once for all its projects, seen by nobody else."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, get_args

from sqlmodel import col, select

from domain.costing.currency import CURRENCIES
from domain.costing.hours import BASES, BillingBasis
from domain.costing.rates import PriceUnit, PrivateRate
from domain.shared.outcomes import DomainError
from domain.shared.people import BUYING_SIDE, Actor
from models import QuotedPrice
from services.audit import audit
from services.catalog import catalog
from services.colleagues import names_of
from services.names import on_one_line
from services.unit import UnitSession, find, look, now, require, work

_LONGEST_LABEL, _LONGEST_SOURCE = 120, 500
UNITS: tuple[PriceUnit, ...] = get_args(PriceUnit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A price as it was quoted.

    Attributes:
        label: what the organisation calls it.
        unit: what the price is for.
        currency: ISO 4217 code.
        low: lower end.
        base: what is expected.
        high: upper end.
        valid_from: the day the price holds from.
        billing_basis: which hour is meant; for prices per hour only.
        place: region of the rates or ISO 3166 code of the vendor's country; empty when it was not said.
        source: where it comes from, in one's own words.
    """

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


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """A quoted price as the organisation keeps it.

    Attributes:
        id: of the record.
        quote: what was typed.
        by: name of the colleague who typed it last; empty when nobody of the organisation did.
        changed_at: when, in UTC.
        version: pass it back to notice that it was changed meanwhile.
        deleted: whether it was taken away and can be restored.
    """

    id: str
    quote: Quote
    by: str
    changed_at: datetime
    version: int
    deleted: bool

    @property
    def rate(self) -> PrivateRate:
        """For the calculation."""
        return _as_rate(self.id, self.quote)


def list_quotes(actor: Actor, *, deleted: bool = False) -> tuple[QuoteView, ...]:
    """The prices the reader's organisation was quoted, the newest first; `deleted` gives those taken away.

    Raises:
        DomainError: not allowed (vendors never see them).
    """
    require(actor, *BUYING_SIDE)
    with look(actor) as session:
        newest_first = col(QuotedPrice.valid_from).desc(), col(QuotedPrice.id)
        rows = session.exec(select(QuotedPrice).order_by(*newest_first)).all()
        chosen = [row for row in rows if (row.deleted_at is not None) == deleted]
        names = names_of(session, (row.changed_by for row in chosen))
        return tuple(_view(row, names[row.changed_by]) for row in chosen)


def private_rates(actor: Actor) -> tuple[PrivateRate, ...]:
    """The same that count, for an estimate.

    Raises:
        DomainError: not allowed.
    """
    return tuple(view.rate for view in list_quotes(actor))


def add_quote(actor: Actor, quote: Quote) -> str:
    """Keep a quoted price; returns its id.

    Raises:
        DomainError: not allowed; ``quotes.label_empty``, ``quotes.label_long``, ``quotes.source_long``,
            ``quotes.choice_unknown``, ``costing.basis_missing``, ``costing.quote_outside``,
            ``costing.quote_expected_outside``.
    """
    require(actor, *BUYING_SIDE)
    accepted = _checked(quote)
    with work(actor) as session:
        row = QuotedPrice(**asdict(accepted))
        session.add(row)
        session.flush()
        audit(session, "quotes.add", row, after=_plain(accepted))
        return row.id


def change_quote(actor: Actor, quote_id: str, quote: Quote, *, version: int) -> int:
    """Correct a quoted price; returns the version it now has.

    Raises:
        DomainError: as `add_quote`; not found, ``accounts.overtaken``.
    """
    require(actor, *BUYING_SIDE)
    accepted = _checked(quote)
    with work(actor) as session:
        row = _row(session, quote_id, version)
        before = _quote(row)
        if accepted != before:
            row.sqlmodel_update(asdict(accepted))
            _write(session, row, "quotes.change", before=_plain(before), after=_plain(accepted))
        return row.version


def delete_quote(actor: Actor, quote_id: str, *, version: int) -> None:
    """Take a quoted price away; `restore_quote` brings it back.

    Raises:
        DomainError: not allowed, not found, ``accounts.overtaken``.
    """
    require(actor, *BUYING_SIDE)
    with work(actor) as session:
        row = _row(session, quote_id, version)
        if row.deleted_at is None:
            row.deleted_at = now()
            _write(session, row, "quotes.delete")


def restore_quote(actor: Actor, quote_id: str) -> None:
    """Bring back a price that was taken away.

    Raises:
        DomainError: not allowed, not found.
    """
    require(actor, *BUYING_SIDE)
    with work(actor) as session:
        row = _row(session, quote_id, None)
        if row.deleted_at is not None:
            row.deleted_at = None
            _write(session, row, "quotes.restore")


def _checked(quote: Quote) -> Quote:
    """The quote as it is kept."""
    label, source = on_one_line(quote.label), on_one_line(quote.source)
    if not label:
        raise DomainError("quotes.label_empty")
    for code, text, most in (
        ("quotes.label_long", label, _LONGEST_LABEL),
        ("quotes.source_long", source, _LONGEST_SOURCE),
    ):
        if len(text) > most:
            raise DomainError(code, most=most, given=len(text))
    places = {rate.id for rate in catalog().rates} | set(catalog().countries) | {""}
    for given, choices in (
        (quote.unit, UNITS),
        (quote.currency, CURRENCIES),
        (quote.place, places),
        (quote.billing_basis, (None, *BASES)),
    ):
        if given not in choices:
            raise DomainError("quotes.choice_unknown", given=str(given))
    accepted = Quote(**asdict(quote) | {"label": label, "source": source})
    _as_rate("", accepted)
    return accepted


def _as_rate(quote_id: str, quote: Quote) -> PrivateRate:
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
    )


def _row(session: UnitSession, quote_id: str, version: int | None) -> QuotedPrice:
    row = find(session, QuotedPrice, quote_id)
    if version not in (None, row.version):
        raise DomainError("accounts.overtaken")
    return row


def _write(session: UnitSession, row: QuotedPrice, action: str, **said: dict[str, Any]) -> None:
    session.add(row)
    session.flush()
    audit(session, action, row, **said)


def _quote(row: QuotedPrice) -> Quote:
    return Quote(**{name: getattr(row, name) for name in Quote.__dataclass_fields__})


def _view(row: QuotedPrice, by: str) -> QuoteView:
    return QuoteView(
        id=row.id,
        quote=_quote(row),
        by=by,
        changed_at=row.changed_at,
        version=row.version,
        deleted=row.deleted_at is not None,
    )


def _plain(quote: Quote) -> dict[str, Any]:
    """The quote as JSON holds it."""
    return {name: None if value is None else str(value) for name, value in asdict(quote).items()}
