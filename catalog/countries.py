"""Loads the register of countries, `data/countries.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from catalog.reader import DATA, CatalogError, parse, read_toml
from domain.shared.countries import Country
from domain.shared.sources import STRICT, Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    origin: Origin
    countries: tuple[Country, ...]


def load_countries(path: Path = DATA / "countries.toml") -> Mapping[str, Country]:
    """Every country by its code.

    Raises:
        CatalogError: a code twice, or flags that contradict each other (EU without EEA, EEA outside Europe).
    """
    file = parse(_File, read_toml(path), path=path)
    found: dict[str, Country] = {}
    for country in file.countries:
        if country.code in found:
            raise CatalogError(path, f"countries.{country.code}", "duplicate_id", given=country.code)
        if (country.eu and not country.eea) or (country.eea and not country.europe):
            raise CatalogError(path, f"countries.{country.code}", "contradiction", given=country.code)
        found[country.code] = country
    return found
