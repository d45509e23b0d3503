"""What a scenario can change beside answers, and how it is called."""

from collections.abc import Mapping

from domain.costing.draws import InputId, InputUnit
from domain.costing.rates import HourlyRate, ModelRate
from domain.requirements.record import Record
from services.catalog import catalog
from services.costing_pricing import pricing_of
from words import Language


def _rates() -> tuple[HourlyRate | ModelRate, ...]:
    known = catalog()
    return (*known.rates, *known.rate_library.countries, *known.rate_library.domestic)


def place_name(language: Language, place: str) -> str:
    """A region, country or domestic model by its id; an unknown one stays as it is."""
    return next((rate.name[language] for rate in _rates() if rate.id == place), place)


def typed_places(record: Record) -> tuple[str, ...]:
    """The places whose price a scenario can type over; domestic ones for service to Chinese shoppers."""
    known = catalog()
    domestic = [rate.id for rate in known.rate_library.domestic] if pricing_of(record).domestic else []
    hourly = [rate.id for rate in (*known.rates, *known.rate_library.countries)]
    return (*domestic, *hourly)


def typed_inputs(record: Record) -> Mapping[InputId, InputUnit]:
    """The uncertain inputs whose range a scenario can type, with their units."""
    channels = record.value("contacts_month") or {}
    peak: dict[InputId, InputUnit] = {"peak_multiplier": "times"} if record.value("peaks") else {}
    return {
        "volume": "times",
        **dict.fromkeys((f"aht_s.{channel}" for channel in channels), "second"),
        "occupancy": "share",
        "shrinkage": "share",
        **peak,
        **dict.fromkeys((f"rate.{rate.id}" for rate in catalog().rates), "rate"),
    }
