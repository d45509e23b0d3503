"""What the contract needs of words: the domain may not import them, so they are passed in."""

from datetime import date
from decimal import Decimal
from typing import Protocol

from domain.shared.sources import Language


class Lexicon(Protocol):
    """Words, numbers and names as each language writes them (`words.lexicon` has them)."""

    def say(self, language: Language, key: str, /, **values: str | int) -> str:
        """The sentence for a key of words/."""
        ...

    def number(self, language: Language, value: int | Decimal) -> str:
        """As many decimals as the value has: 14, 950.6, 19,013."""
        ...

    def percent(self, language: Language, share: int | Decimal) -> str:
        """A share of 0-1 as percent without idle zeros: 12%, 93.8%."""
        ...

    def money(self, language: Language, amount: Decimal, currency: str) -> str:
        """An exact amount with its currency: two decimals unless it is whole."""
        ...

    def day(self, language: Language, value: date) -> str:
        """A calendar day."""
        ...

    def language_name(self, language: Language, code: str) -> str:
        """The name of a language, by ISO 639 code."""
        ...
