"""Prices an organisation was quoted: kept once for all its projects, seen by nobody else."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from domain.costing.rates import PrivateRate
from domain.shared.outcomes import DomainError
from domain.shared.people import BUYING_SIDE, Actor
from models import QuotedPrice
from services.audit import audit
from services.colleagues import names_of
from services.costing_quote_rows import Quote, as_rate, checked, plain, quote_of, row_values
from services.unit import UnitSession, find, look, now, require, work


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
        return as_rate(self.id, self.quote)


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
            ``quotes.note_long``, ``quotes.choice_unknown``, ``quotes.rule_alone``, ``quotes.amount_large``,
            ``costing.basis_missing``, ``costing.quote_outside``,
            ``costing.quote_expected_outside``, ``costing.surcharges_by_the_hour``, ``costing.premiums_not_here``.
    """
    require(actor, *BUYING_SIDE)
    accepted = checked(quote)
    with work(actor) as session:
        row = QuotedPrice(**row_values(accepted))
        session.add(row)
        session.flush()
        audit(session, "quotes.add", row, after=plain(accepted))
        return row.id


def change_quote(actor: Actor, quote_id: str, quote: Quote, *, version: int) -> int:
    """Correct a quoted price; returns the version it now has.

    Raises:
        DomainError: as `add_quote`; not found, ``quotes.deleted``, ``accounts.overtaken``.
    """
    require(actor, *BUYING_SIDE)
    accepted = checked(quote)
    with work(actor) as session:
        row = _row(session, quote_id, None)
        if row.deleted_at is not None:
            raise DomainError("quotes.deleted", label=row.label)
        _refuse_overtaken(row, version)
        before = quote_of(row)
        if accepted != before:
            row.sqlmodel_update(row_values(accepted))
            _write(session, row, "quotes.change", before=plain(before), after=plain(accepted))
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


def _row(session: UnitSession, quote_id: str, version: int | None) -> QuotedPrice:
    row = find(session, QuotedPrice, quote_id)
    _refuse_overtaken(row, version)
    return row


def _refuse_overtaken(row: QuotedPrice, version: int | None) -> None:
    if version not in (None, row.version):
        raise DomainError("accounts.overtaken")


def _write(session: UnitSession, row: QuotedPrice, action: str, **said: dict[str, Any]) -> None:
    session.add(row)
    session.flush()
    audit(session, action, row, **said)


def _view(row: QuotedPrice, by: str) -> QuoteView:
    return QuoteView(
        id=row.id,
        quote=quote_of(row),
        by=by,
        changed_at=row.changed_at,
        version=row.version,
        deleted=row.deleted_at is not None,
    )
