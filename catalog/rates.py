"""Rates by region and published price claims, from `data/rates/`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from catalog.reader import DATA, CatalogError, parse, read_toml
from catalog.sources import load_sources, refuse_unknown_source
from domain.costing.rates import PriceClaim, RegionRate
from domain.shared.sources import STRICT, Source

REGIONS = DATA / "rates" / "regions.toml"
CLAIMS = DATA / "rates" / "claims.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class _RegionFile:
    """The file of regional rates."""

    __pydantic_config__ = STRICT

    region: tuple[RegionRate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _ClaimFile:
    """The file of published prices that no estimate is built on."""

    __pydantic_config__ = STRICT

    claim: tuple[PriceClaim, ...]


def load_rates(
    path: Path = REGIONS, *, sources: Mapping[str, Source] | None = None
) -> tuple[RegionRate, ...]:
    """The hourly rate of every region, in the order of the file.

    Args:
        path: the file.
        sources: the register of sources; read from its own folder when not given.

    Raises:
        CatalogError: the file is malformed, an id is used twice, a range is upside down, or a source is unknown.
    """
    register = load_sources() if sources is None else sources
    rates = parse(_RegionFile, read_toml(path), path=path).region
    _check_ranges(rates, path, "region")
    for index, rate in enumerate(rates):
        for name in ("origin", "base_origin", "read_as_origin"):
            refuse_unknown_source(getattr(rate, name), register, path=path, key=f"region.{index}.{name}")
    return rates


def load_price_claims(
    path: Path = CLAIMS,
    *,
    sources: Mapping[str, Source] | None = None,
    rates: Sequence[RegionRate] | None = None,
) -> Mapping[str, PriceClaim]:
    """The published price claims by id.

    Args:
        path: the file.
        sources: the register of sources; read from its own folder when not given.
        rates: the rates the claims are checked against; read from their own file when not given.

    Raises:
        CatalogError: the file is malformed, an id is used twice, a range is upside down, a source is unknown,
            or a claim is in a currency in which no rate stands, so that nothing could be compared.
    """
    register = load_sources() if sources is None else sources
    currencies = {rate.currency for rate in (load_rates(sources=register) if rates is None else rates)}
    claims = parse(_ClaimFile, read_toml(path), path=path).claim
    _check_ranges(claims, path, "claim")
    for index, claim in enumerate(claims):
        refuse_unknown_source(claim.origin, register, path=path, key=f"claim.{index}.origin")
        if claim.currency not in currencies:
            raise CatalogError(path, f"claim.{index}.currency", "another_currency", given=claim.currency)
    return {claim.id: claim for claim in claims}


def _check_ranges(entries: Sequence[RegionRate | PriceClaim], path: Path, table: str) -> None:
    """Ids are used once, and low is not above high; prices are above zero."""
    seen: set[str] = set()
    for index, entry in enumerate(entries):
        if entry.id in seen:
            raise CatalogError(path, f"{table}.{index}.id", "duplicate", given=entry.id)
        seen.add(entry.id)
        if entry.low <= 0:
            raise CatalogError(path, f"{table}.{index}.low", "not_positive", given=str(entry.low))
        if entry.low > entry.high:
            raise CatalogError(path, f"{table}.{index}.low", "inverted_range", given=str(entry.low))
