"""Rounding, the one place where it happens: half up, once, when a figure is shown or invoiced."""

from decimal import ROUND_HALF_UP, Decimal

# A binary float carries about 15.9 significant digits; 12 of them survive the sums of an estimate.
# Reading a float through 12 digits turns 19012.499999999998 back into the tie it is.
_TRUSTED_DIGITS = 12


def to_decimal(value: float | Decimal) -> Decimal:
    """An exact decimal of what was meant: floats are read through 12 significant digits, decimals stay."""
    if isinstance(value, Decimal):
        return value
    return Decimal(format(value, f".{_TRUSTED_DIGITS}g"))


def round_half_up(value: float | Decimal, digits: int = 0) -> Decimal:
    """Round the way invoices do: 0.5 goes away from zero.

    Args:
        value: an estimate (float) or an exact amount (Decimal).
        digits: decimals to keep.

    Returns:
        A Decimal with exactly that many decimals.
    """
    step = Decimal(1).scaleb(-digits)
    return to_decimal(value).quantize(step, rounding=ROUND_HALF_UP)
