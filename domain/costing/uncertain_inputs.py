"""What is uncertain about an estimate: which inputs are drawn, and between which values."""

from collections.abc import Iterator, Mapping, Sequence

from domain.costing.assumptions import AHT_PARAMETERS, CN_AHT_PARAMETERS
from domain.costing.band import Band
from domain.costing.draws import InputId, InputUnit, Pert, Range
from domain.costing.estimate import Estimate
from domain.costing.priced_places import PricedPlace
from domain.costing.rate_origins import OWN_FIGURE, rate_entry
from domain.costing.rates import PriceUnit
from domain.costing.year_work import with_seasons
from domain.shared.outcomes import DomainError
from domain.shared.provenance import OriginOf

# The question behind each input, for ranges that somebody typed.
_QUESTIONS: Mapping[str, str] = {
    "volume": "contacts_month",
    "aht_s": "aht_s",
    "occupancy": "occupancy",
    "shrinkage": "shrinkage",
    "peak_multiplier": "peaks",
}

# What the price of a place is paid for where it is not an hour.
_UNITS: Mapping[PriceUnit, InputUnit] = {"seat_month": "seat_month", "ticket": "ticket"}


def uncertain_inputs(
    cost: Estimate, places: Sequence[PricedPlace], ranges: Mapping[InputId, Range]
) -> tuple[Pert, ...]:
    """Every input that is drawn.

    The range of a parameter is widened where the value of the estimate lies outside it.

    Args:
        cost: the estimate; its values are the most likely ones.
        places: their rates are drawn, each on its own.
        ranges: typed instead of those of the data, by input.

    Raises:
        DomainError: ``costing.range_outside``; ``costing.range_unknown`` for an input the estimate has not.
    """
    known = (*_inputs(cost), *(_rate(place) for place in places), *_temps(cost, places))
    unknown = sorted(set(ranges) - {each.id for each in known})
    if unknown:
        raise DomainError("costing.range_unknown", uncertain=unknown[0])
    return tuple(_with_range(each, ranges.get(each.id)) for each in known)


def _inputs(cost: Estimate) -> Iterator[Pert]:
    inputs = cost.inputs
    yield _from(cost, "volume", "times", 1.0, "volume_spread")
    for channel in inputs.contacts_month:
        yield _handling_time(cost, channel)
    yield _from(cost, "occupancy", "share", inputs.occupancy, "occupancy_max")
    yield _from(cost, "shrinkage", "share", inputs.shrinkage, "shrinkage")
    seasons = with_seasons(inputs).seasons
    strongest = max((season.multiplier for season in seasons), default=1.0)
    if strongest > 1:
        yield _from(cost, "peak_multiplier", "times", strongest, "peak_multiplier")


def _handling_time(cost: Estimate, channel: str) -> Pert:
    """Seconds of a channel; relative to the answer where nothing usual is known of the channel."""
    likely = cost.inputs.aht_s[channel]
    names = {**AHT_PARAMETERS, **(CN_AHT_PARAMETERS if cost.pricing.domestic else {})}
    if channel in names:
        return _from(cost, f"aht_s.{channel}", "second", likely, names[channel])
    return _from(cost, f"aht_s.{channel}", "second", likely, "handling_time_spread", scale=likely)


def _from(
    cost: Estimate, name: InputId, unit: InputUnit, likely: float, parameter: str, *, scale: float = 1.0
) -> Pert:
    """An input with the range of a parameter, times a scale."""
    usual = cost.parameters[parameter]
    return _widened(
        name,
        unit,
        Band(low=float(usual.low) * scale, base=likely, high=float(usual.high) * scale),
        OriginOf("data", f"parameters.{parameter}"),
    )


def _rate(place: PricedPlace) -> Pert:
    return _widened(
        place.rate_input, _UNITS.get(place.unit, "rate"), place.rate, OriginOf("data", place.source)
    )


def _temps(cost: Estimate, places: Sequence[PricedPlace]) -> Iterator[Pert]:
    """The price of temporary agents, where a place covers its peaks with them and there are any."""
    for temp in (place.seats.temp for place in places if place.seats is not None and cost.work.extra_hours):
        yield _widened(f"rate.{temp.id}", "person_day", temp.band, OriginOf("data", rate_entry(temp)))


def _widened(name: InputId, unit: InputUnit, band: Band, origin: OriginOf) -> Pert:
    return Pert(
        id=name,
        unit=unit,
        low=min(band.low, band.base),
        likely=band.base,
        high=max(band.high, band.base),
        origin=origin,
    )


def _with_range(known: Pert, typed: Range | None) -> Pert:
    if typed is None:
        return known
    name, _, place = known.id.partition(".")
    # A range of a rate is no answer to any question: it stands in the scenario alone.
    own = OriginOf("data", f"{OWN_FIGURE}.{place}")
    return Pert(
        id=known.id,
        unit=known.unit,
        low=typed.low,
        likely=known.likely,
        high=typed.high,
        origin=OriginOf("question", _QUESTIONS[name]) if name in _QUESTIONS else own,
        typed=True,
    )
