"""An exact amount with its currency."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from domain.shared.sources import STRICT

CURRENCIES = ("EUR", "CNY", "USD", "GBP")
# Cents, fen and pence: all of them have hundredths.
DECIMALS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """An amount as it is agreed, invoiced or stored; estimates stay floats until they become one.

    Attributes:
        amount: exact, never a float.
        currency: ISO 4217 code, one of `CURRENCIES`.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    amount: Decimal
    currency: str
