"""What people keep beside the cost of a project: scenarios, and the prices their organisation was quoted."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Index
from sqlmodel import Field

from models.base import ID_LENGTH, Owned
from models.types import Exact, Json, UtcDateTime


class Scenario(Owned, table=True):
    """A set of changes to what a project's cost is calculated from. Its owner is who made it.

    Attributes:
        name: as its owner calls it.
        shared: whether colleagues see it; a private one is its owner's alone.
        baseline_of: the project again when it is the scenario the project is budgeted, requested and
            contracted on; unique, so that a project has one at most.
        overrides: plain values as `domain.costing.scenario` reads them.
        deleted_at: deleted and restorable; None while it is there.
    """

    __tablename__ = "scenarios"
    __table_args__ = (Index(None, "project_id"),)

    project_id: str = Field(foreign_key="projects.id", ondelete="CASCADE", max_length=ID_LENGTH)
    name: str = Field(max_length=200)
    shared: bool = Field(default=False)
    baseline_of: str | None = Field(default=None, unique=True, max_length=ID_LENGTH)
    overrides: Any = Field(sa_type=Json)
    deleted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class QuotedPrice(Owned, table=True):
    """A price the organisation was quoted or agreed on; nobody else ever sees it.

    Attributes:
        label: what the organisation calls it.
        place: ISO 3166 code of the country the vendor works in; empty when it was not said.
        unit: what the price is for (`domain.costing.rates.PriceUnit`).
        currency: ISO 4217 code.
        billing_basis: which hour is meant, for prices per hour; None for all others.
        low: lower end.
        base: what is expected between them.
        high: upper end.
        valid_from: the day the price holds from: of the quote.
        source: where it comes from, in the organisation's own words.
        note: what else is known about it.
        terms: what it says beside the price, as plain values (`services.costing_quotes`); None when it says nothing.
        deleted_at: taken away and restorable; None while it counts.
    """

    __tablename__ = "quoted_prices"

    label: str = Field(max_length=200)
    place: str = Field(default="", max_length=16)
    unit: str = Field(max_length=16)
    currency: str = Field(max_length=3)
    billing_basis: str | None = Field(default=None, max_length=16)
    low: Decimal = Field(sa_type=Exact)
    base: Decimal = Field(sa_type=Exact)
    high: Decimal = Field(sa_type=Exact)
    valid_from: date
    source: str = Field(default="", max_length=500)
    note: str = Field(default="", max_length=2000, sa_column_kwargs={"server_default": ""})
    terms: Any = Field(default=None, sa_type=Json, nullable=True)
    deleted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
