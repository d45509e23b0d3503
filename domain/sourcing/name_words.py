"""The words by which names, addresses and numbers that tell who the buyer is are known."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from domain.shared.sources import STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """`data/sourcing/names.toml`: what in a name does not tell who it is, and what gives somebody away besides names.

    Attributes:
        legal_forms: of companies, longest first.
        leading_forms: legal forms that also stand before a name.
        chinese_place_endings: of provinces, towns and districts.
        chinese_places: with which a registered Chinese name begins.
        chinese_trades: which follow the brand of a Chinese name.
        towns: with which a Latin name may begin.
        platforms: on which anybody sells.
        everyday: words that mean nobody.
        other_spellings: of letters with marks, in lower case: ü → ue.
        domain_endings: of web addresses.
        phone_words: after which digits are a phone number.
        messengers: in which people give their names.
        messenger_words: between a messenger and the name there.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    legal_forms: tuple[str, ...]
    leading_forms: tuple[str, ...]
    chinese_place_endings: tuple[str, ...]
    chinese_places: tuple[str, ...]
    chinese_trades: tuple[str, ...]
    towns: frozenset[str]
    platforms: frozenset[str]
    everyday: frozenset[str]
    other_spellings: Mapping[str, str]
    domain_endings: tuple[str, ...]
    phone_words: tuple[str, ...]
    messengers: tuple[str, ...]
    messenger_words: tuple[str, ...]

    @property
    def telling_nothing(self) -> frozenset[str]:
        """Everyday words and platforms."""
        return self.everyday | self.platforms
