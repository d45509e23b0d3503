"""Countries, as far as the law that applies to a contract depends on them."""

from dataclasses import dataclass
from typing import ClassVar

from domain.shared.sources import STRICT, Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """One entry of `data/countries.toml`.

    Attributes:
        code: ISO 3166-1 alpha-2.
        name: as a contract prints it.
        europe: lies in Europe in the sense of the trade ("vendors in Europe").
        eea: member of the European Economic Area, where the GDPR is law.
        eu: member state of the European Union.
        zone: time zone in which its hours of service are named; of several the one most people live in.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    code: str
    name: Bilingual
    zone: str
    europe: bool = False
    eea: bool = False
    eu: bool = False
