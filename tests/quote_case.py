"""A quote somebody received, to keep, compare and correct."""

from datetime import date
from decimal import Decimal

from services.costing_quote_rows import Quote

A_QUOTE = Quote(
    label="Belgrade, German",
    unit="hour",
    currency="EUR",
    low=Decimal(16),
    base=Decimal(17),
    high=Decimal(19),
    valid_from=date(2026, 10, 1),
    billing_basis="productive_hour",
)
