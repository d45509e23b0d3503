"""The words a contract prints, as one object that can be handed to the domain."""

from datetime import date
from decimal import Decimal

from words import Language, names, numbers
from words import say as say_word

_MOST_DIGITS = 6
_CENTS = 2


class Lexicon:
    """Words, numbers and names in both languages; has no state of its own."""

    def say(self, language: Language, key: str, /, **values: str | int) -> str:
        """The sentence for a key."""
        return say_word(language, key, **values)

    def number(self, language: Language, value: int | Decimal) -> str:
        """As many decimals as the value has: 14, 950.6, 19,013."""
        return numbers.plain(language, value, _MOST_DIGITS)

    def percent(self, language: Language, share: int | Decimal) -> str:
        """A share of 0-1 as percent without idle zeros: 12%, 93.8%."""
        return f"{numbers.plain(language, Decimal(share) * 100)}%"

    def money(self, language: Language, amount: Decimal, currency: str) -> str:
        """An exact amount with its currency: two decimals unless it is whole."""
        whole = amount == amount.to_integral_value()
        return numbers.money(language, amount, currency, 0 if whole else _CENTS)

    def day(self, language: Language, value: date) -> str:
        """A calendar day."""
        return numbers.day(language, value)

    def language_name(self, language: Language, code: str) -> str:
        """The name of a language by ISO 639 code; the code itself when nobody knows it."""
        return names.language_name(language, code)
