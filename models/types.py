"""Column types that give back exactly what was stored, on SQLite and on PostgreSQL."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC. SQLite forgets zones, so none is ever stored without one and UTC is put back.

    Raises:
        ValueError: a time without a zone was given; nobody can say when that is.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Convert to UTC; the zone is dropped only where the database cannot hold one."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time needs a zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  # the interface of TypeDecorator
        """Always aware, always UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Exact(TypeDecorator[Decimal]):
    """A decimal with every digit that was typed.

    Stored as text: SQLite would turn a NUMERIC into a binary float and lose digits without an error.
    Sums are made in Python, not in SQL.

    Raises:
        TypeError: a float was given; it has no exact decimal.
        ValueError: not a number (NaN, infinity).
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002  # the interface of TypeDecorator
        """Plain digits, never an exponent."""
        if value is None:
            return None
        if not isinstance(value, Decimal):
            raise TypeError("an exact amount is a Decimal")
        if not value.is_finite():
            raise ValueError("an exact amount is a finite number")
        return format(value, "f")

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002  # the interface of TypeDecorator
        """The same digits."""
        return None if value is None else Decimal(value)


class Json(TypeDecorator[Any]):
    """Plain values: text, whole numbers, true and false, lists and tables. Written in one fixed form.

    Floats are allowed for shares and factors; an amount of money is text inside it.
    """

    impl = JSON(none_as_null=True)
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002  # the interface of TypeDecorator
        """Refuse here, with the value in sight, what JSON cannot hold."""
        if value is not None:
            json.dumps(value, allow_nan=False)
        return value
