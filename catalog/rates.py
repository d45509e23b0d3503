"""Prices of service from `data/rates/`: regions, countries, other models, wage floors, published claims."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

from catalog.reader import DATA, CatalogError, parse, read_toml
from catalog.sources import load_sources, refuse_unknown_source
from domain.costing.currency import CurrencyEntry
from domain.costing.floors import WageFloor
from domain.costing.rates import HourlyRate, LanguagePremium, ModelRate, PriceClaim, RateLibrary
from domain.shared.sources import STRICT, Origin, Source

FOLDER = DATA / "rates"
REGIONS = FOLDER / "regions.toml"
CLAIMS = FOLDER / "claims.toml"
Register = Mapping[str, Source]


@dataclass(frozen=True, slots=True, kw_only=True)
class _RegionFile:
    """The trade article's rates by region."""

    __pydantic_config__ = STRICT

    region: tuple[HourlyRate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _CountryFile:
    """Our rates by country."""

    __pydantic_config__ = STRICT

    country: tuple[HourlyRate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _ModelFile:
    """Prices under other models, and what languages cost more."""

    __pydantic_config__ = STRICT

    model: tuple[ModelRate, ...]
    premium: tuple[LanguagePremium, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _ClaimFile:
    """Published prices that no estimate is built on."""

    __pydantic_config__ = STRICT

    claim: tuple[PriceClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _FloorFile:
    """What minimum wages make an hour cost."""

    __pydantic_config__ = STRICT

    floor: tuple[WageFloor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _CurrencyFile:
    """The currencies of estimates."""

    __pydantic_config__ = STRICT

    currency: tuple[CurrencyEntry, ...]


class _Priced(Protocol):
    """What every entry with a range has."""

    @property
    def id(self) -> str: ...
    @property
    def low(self) -> Decimal: ...
    @property
    def high(self) -> Decimal: ...


def load_rates(path: Path = REGIONS, *, sources: Register | None = None) -> tuple[HourlyRate, ...]:
    """The hourly rate of every region, in the order of the file.

    Args:
        path: the file.
        sources: the register of sources; read from its own folder when not given.

    Raises:
        CatalogError: the file is malformed, an id is used twice, a range is upside down, or a source is unknown.
    """
    rates = parse(_RegionFile, read_toml(path), path=path).region
    _check(rates, "region", path, sources)
    return rates


def load_price_claims(
    path: Path = CLAIMS, *, sources: Register | None = None, rates: Sequence[HourlyRate] | None = None
) -> Mapping[str, PriceClaim]:
    """The published price claims by id.

    Args:
        path: the file.
        sources: the register of sources; read from its own folder when not given.
        rates: the rates the claims are checked against; read from their own file when not given.

    Raises:
        CatalogError: as `load_rates`, or a claim is in a currency in which no rate stands, so that nothing
            could be compared.
    """
    currencies = {rate.currency for rate in (load_rates(sources=sources) if rates is None else rates)}
    claims = parse(_ClaimFile, read_toml(path), path=path).claim
    _check(claims, "claim", path, sources)
    for index, claim in enumerate(claims):
        if claim.currency not in currencies:
            raise CatalogError(path, f"claim.{index}.currency", "another_currency", given=claim.currency)
    return {claim.id: claim for claim in claims}


def load_rate_library(folder: Path = FOLDER, *, sources: Register | None = None) -> RateLibrary:
    """Countries, other models, the Chinese domestic market and language premiums.

    Raises:
        CatalogError: as `load_rates`.
    """
    register = load_sources() if sources is None else sources
    countries, models, china = (folder / f"{name}.toml" for name in ("countries", "models", "china"))
    by_country = parse(_CountryFile, read_toml(countries), path=countries).country
    by_model = parse(_ModelFile, read_toml(models), path=models)
    domestic = parse(_ModelFile, read_toml(china), path=china).model
    _check(by_country, "country", countries, register)
    _check(by_model.model, "model", models, register)
    _check(by_model.premium, "premium", models, register)
    _check(domestic, "model", china, register)
    return RateLibrary(
        countries=by_country, models=by_model.model, domestic=domestic, premiums=by_model.premium
    )


def load_wage_floors(
    path: Path = FOLDER / "floors.toml", *, sources: Register | None = None
) -> Mapping[str, WageFloor]:
    """What the minimum wage of each country rests on, by country.

    Raises:
        CatalogError: the file is malformed, a country stands there twice, or a source is unknown.
    """
    floors = parse(_FloorFile, read_toml(path), path=path).floor
    _refuse_twice([floor.country for floor in floors], "floor", "country", path)
    register = load_sources() if sources is None else sources
    for index, floor in enumerate(floors):
        _check_origins(floor, f"floor.{index}", path, register)
    return {floor.country: floor for floor in floors}


def load_currencies(
    path: Path = FOLDER / "currencies.toml", *, sources: Register | None = None
) -> Mapping[str, CurrencyEntry]:
    """The currencies of estimates by code.

    Raises:
        CatalogError: the file is malformed, a code stands there twice, or a source is unknown.
    """
    entries = parse(_CurrencyFile, read_toml(path), path=path).currency
    _refuse_twice([entry.code for entry in entries], "currency", "code", path)
    register = load_sources() if sources is None else sources
    for index, entry in enumerate(entries):
        _check_origins(entry, f"currency.{index}", path, register)
    return {entry.code: entry for entry in entries}


def _check(entries: Sequence[_Priced], table: str, path: Path, sources: Register | None) -> None:
    """Ids are used once, prices are above zero, low is not above high, and every source is registered."""
    register = load_sources() if sources is None else sources
    _refuse_twice([entry.id for entry in entries], table, "id", path)
    for index, entry in enumerate(entries):
        if entry.low <= 0:
            raise CatalogError(path, f"{table}.{index}.low", "not_positive", given=str(entry.low))
        if entry.low > entry.high:
            raise CatalogError(path, f"{table}.{index}.low", "inverted_range", given=str(entry.low))
        _check_origins(entry, f"{table}.{index}", path, register)


def _refuse_twice(ids: Sequence[str], table: str, key: str, path: Path) -> None:
    for index, name in enumerate(ids):
        if name in ids[:index]:
            raise CatalogError(path, f"{table}.{index}.{key}", "duplicate", given=name)


def _check_origins(entry: Any, key: str, path: Path, register: Register) -> None:
    """Every origin of an entry names a registered source, also the ones in its lists."""
    for name in entry.__dataclass_fields__:
        value = getattr(entry, name)
        if isinstance(value, Origin):
            refuse_unknown_source(value, register, path=path, key=f"{key}.{name}")
        elif isinstance(value, tuple):
            for place, part in enumerate(value):
                if isinstance(part, Origin):
                    refuse_unknown_source(part, register, path=path, key=f"{key}.{name}.{place}")
                elif hasattr(part, "__dataclass_fields__"):
                    _check_origins(part, f"{key}.{name}.{place}", path, register)
