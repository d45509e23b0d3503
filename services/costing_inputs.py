"""The record read as inputs of an estimate: what is known, what is still missing, what is assumed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from domain.costing.inputs import EstimateInputs, Peak
from domain.costing.pools import PoolLimits
from domain.costing.seasons import Season
from domain.requirements.defaults import origin_of, origins_within
from domain.requirements.peaks import shares_of_year, strongest
from domain.requirements.record import Record
from domain.shared.outcomes import DomainError
from domain.shared.provenance import OriginOf
from services.catalog import catalog
from services.costing_week import week_inputs

# Any year does where no date is known.
_SOME_JANUARY = date(2027, 1, 1)
# The questions an estimate cannot do without.
NEEDED = ("channels", "contacts_month", "languages_share", "coverage")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A typed rate: yuan per euro on a day."""

    cny_per_eur: float
    on: date


def missing_for_estimate(record: Record) -> tuple[str, ...]:
    """The questions that must be answered before anything can be calculated."""
    given = {question: record.value(question) for question in NEEDED}
    given["coverage"] = record.schedule
    return tuple(question for question, value in given.items() if not value)


def estimate_inputs(record: Record) -> EstimateInputs:
    """The record as inputs of an estimate; every default comes from its question.

    Raises:
        DomainError: ``costing.answers_missing`` with the first question to answer.
    """
    missing = missing_for_estimate(record)
    if missing:
        raise DomainError("costing.answers_missing", question=missing[0], count=len(missing))
    parameters = catalog().parameters
    contacts: dict[str, int] = record.value("contacts_month")
    shares: dict[str, float] = record.value("languages_share")
    mixes: dict[str, dict[str, float]] = record.value("channel_languages") or {}
    pools = record.value("language_pools") or ()
    concurrency = record.value("chat_concurrency")
    return EstimateInputs(
        contacts_month={channel: float(count) for channel, count in contacts.items()},
        # A language may be spoken on one channel only; the general mix has none of it.
        language_share={**shares, **{name: 0.0 for name in record.languages if name not in shares}},
        channel_language_share={channel: mix for channel, mix in mixes.items() if channel in contacts},
        aht_s={channel: float(value) for channel, value in (record.value("aht_s") or {}).items()},
        concurrency={"chat": float(concurrency)} if concurrency and "chat" in contacts else {},
        coverage_hours_week=float(record.coverage_hours_week or 0),
        seats_min=int(parameters["seats_min"].default),
        occupancy=float(record.value("occupancy")),
        max_occupancy=float(parameters["occupancy_max"].high),
        shrinkage=float(record.value("shrinkage")),
        weekly_contract_hours=float(record.value("weekly_contract_hours")),
        pools=tuple(tuple(pool) for pool in pools),
        pooling=record.value("pooling") or "given",
        pool_limits=_pool_limits(pools),
        growth_year=float(record.value("growth_year") or 0),
        seasons=_seasons(record),
        peak=_peak(record),
        budget_month=_budget_eur(record),
        week=week_inputs(record),
        origins=_origins(record),
    )


def _origins(record: Record) -> dict[str, OriginOf]:
    """What the inputs that are uncertain come from: an answer, or the parameter its default is."""
    times = {f"aht_s.{channel}": origin for channel, origin in origins_within(record, "aht_s").items()}
    return {
        **times,
        "occupancy": origin_of(record, "occupancy"),
        "shrinkage": origin_of(record, "shrinkage"),
        "peak_multiplier": origin_of(record, "peaks"),
    }


def _pool_limits(given: Iterable[Iterable[str]]) -> PoolLimits:
    """Which agents can be hired: the pairs of the catalog, and those in the pools somebody offered."""
    known = catalog()
    offered = (frozenset(pair) for pool in given for pair in combinations(pool, 2))
    return PoolLimits(
        languages_per_agent=known.pool_rules.languages_per_agent,
        pairs=frozenset([*map(frozenset, known.pool_rules.pairs), *offered]),
        premium=float(known.parameters["multi_skill_premium"].default),
    )


def first_month(record: Record) -> date:
    """The first day of the first month of service: of the contract, else of the first launch, else a January."""
    launches = sorted(launch["on"] for launch in record.value("launches") or ())
    stated = record.value("contract_start") or (launches[0] if launches else None)
    return date.fromisoformat(stated).replace(day=1) if stated else _SOME_JANUARY


def _seasons(record: Record) -> tuple[Season, ...]:
    """Peaks and launches of the first twelve months."""
    surcharge = float(catalog().parameters["peak_surcharge"].default)
    peaks, launches = record.value("peaks") or (), record.value("launches") or ()
    return tuple(
        Season(
            name=rush["name"],
            kind="launch" if "on" in rush else "peak",
            multiplier=float(rush["multiplier"]),
            months=months,
            surcharge=surcharge,
        )
        for rush, months in shares_of_year(first_month(record), peaks=peaks, launches=launches)
        if months
    )


def _peak(record: Record) -> Peak | None:
    """The strongest peak of a year, as long as its days make it."""
    highest = strongest(record.value("peaks") or ())
    if highest is None:
        return None
    multiplier, months = highest
    surcharge = float(catalog().parameters["peak_surcharge"].default)
    return Peak(months=months, multiplier=multiplier, surcharge=surcharge)


def exchange(record: Record) -> Exchange | None:
    """The typed exchange rate; None until both rate and date are typed."""
    rate, day = record.value("fx_cny_per_eur"), record.value("fx_date")
    return Exchange(cny_per_eur=float(rate), on=date.fromisoformat(day)) if rate and day else None


def _budget_eur(record: Record) -> float | None:
    """The monthly budget in euro: as typed, or from yuan at the typed rate; otherwise it cannot be compared."""
    budget = record.value("budget_month")
    if not budget:
        return None
    amount = float(budget["amount"])
    rate = exchange(record)
    if budget["currency"] == "EUR":
        return amount
    if budget["currency"] == "CNY" and rate:
        return amount / rate.cny_per_eur
    return None
