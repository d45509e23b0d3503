"""An amount of money in a form: the figure and its currency, each in a cell."""

from decimal import Decimal, InvalidOperation
from typing import Any

from documents.forms import Field, Filling
from documents.question_names import CURRENCY_LIST, Asked
from documents.question_shapes import ANSWER, Cells, Part, Shape, text_of
from documents.typed_cells import MONEY, number_in
from domain.requirements.values import plain


def _money_parts(_asked: Asked, value: Any) -> tuple[Part, ...]:
    given = value or {"amount": None, "currency": None}
    amount = Field(kind="number", value=_exact(given["amount"]))
    currency = Field(kind="choice", choices=CURRENCY_LIST, value=given["currency"])
    return (Part(fields={ANSWER: amount}), Part(id="currency", fields={ANSWER: currency}))


def _exact(amount: Any) -> Filling:
    """An amount as a number where a spreadsheet keeps all its digits, else as text."""
    if not isinstance(amount, str):
        return amount if isinstance(amount, int | float) else None
    try:
        number = float(amount)
        return number if plain(Decimal(str(number))) == amount else amount
    except (ValueError, InvalidOperation):
        return amount


def _as_money(asked: Asked, cells: Cells) -> Any:
    """Amount and currency; a currency alone is no answer."""
    amount = number_in(cells.get(("", ANSWER)), MONEY)
    if amount is None:
        return None
    exact = plain(Decimal(str(amount))) if isinstance(amount, int | float) else str(amount).strip()
    return {"amount": exact, "currency": asked.code(CURRENCY_LIST, text_of(cells, "currency"))}


MONEY_SHAPE = Shape(parts=_money_parts, read=_as_money)
