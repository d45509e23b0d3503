"""The named conditions under which vendors are asked something. Data files name them; what they mean is said here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from domain.shared.measures import WEEKDAYS

_CHINA, _GERMANY = "CN", "DE"
_SATURDAY, _SUNDAY = WEEKDAYS[5:]
# Clock times as they are written in a schedule; evening and night as the price form defines them.
_EVENING, _NIGHT, _MORNING = "20:00", "22:00", "06:00"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcingCase:
    """What decides which questions matter.

    Attributes:
        channels: in use.
        platforms: the merchant sells on.
        scenarios: agents take care of.
        languages: customers write in.
        vendor_country: where the vendor should be; None while open.
        merchant_country: seat of the buyer; None while unknown.
        data_countries: where data is stored and read, and where the consumers are.
        eea: countries in which the GDPR is law.
        schedule: windows of service per weekday, in the customers' zone.
        returns_handled: agents talk to customers about returns.
        holidays_served: there is service on public holidays.
        has_peak: there are peaks in the year.
        pilot_planned: a pilot comes first.
    """

    channels: frozenset[str] = frozenset()
    platforms: frozenset[str] = frozenset()
    scenarios: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    vendor_country: str | None = None
    merchant_country: str | None = None
    data_countries: frozenset[str] = frozenset()
    eea: frozenset[str] = frozenset()
    schedule: Mapping[str, list[list[str]]]
    returns_handled: bool = False
    holidays_served: bool = False
    has_peak: bool = False
    pilot_planned: bool = False


Predicate = Callable[[SourcingCase], bool]


def _always(_case: SourcingCase) -> bool:
    """Whatever the case."""
    return True


def _marketplace_seller(case: SourcingCase) -> bool:
    """The merchant sells on at least one platform that is not its own shop."""
    return bool(case.platforms - {"own_shop"})


def _returns_handled(case: SourcingCase) -> bool:
    """Agents talk to customers about returns."""
    return case.returns_handled


def _disputes_in_scope(case: SourcingCase) -> bool:
    """Disputes of platforms or card payments will be handled."""
    return "dispute" in case.scenarios


def _phone_channel(case: SourcingCase) -> bool:
    """Customers can call."""
    return "phone" in case.channels


def _written_channel(case: SourcingCase) -> bool:
    """Customers can write and be answered later: any channel but live chat and phone."""
    return bool(case.channels - {"chat", "phone"})


def _phone_in_china(case: SourcingCase) -> bool:
    """Calls are answered in China, which takes a call-centre licence."""
    return _phone_channel(case) and _vendor_in_china(case)


def _vendor_in_china(case: SourcingCase) -> bool:
    """The vendor should be in China."""
    return case.vendor_country == _CHINA


def _vendor_in_germany(case: SourcingCase) -> bool:
    """The vendor should be in Germany: works council, Sunday permits, temporary staffing."""
    return case.vendor_country == _GERMANY


def _chinese_data_law(case: SourcingCase) -> bool:
    """Either party is in China, so that its law on personal information applies to the processing."""
    return _CHINA in {case.vendor_country, case.merchant_country}


def _data_crosses_borders(case: SourcingCase) -> bool:
    """Personal data goes to another country; within the EEA that counts as one."""
    places = case.data_countries | {case.vendor_country} - {None}
    return len({"EEA" if place in case.eea else place for place in places}) > 1


def _several_languages(case: SourcingCase) -> bool:
    """Customers write in more than one language."""
    return len(case.languages) > 1


def _has_peak(case: SourcingCase) -> bool:
    """There are peaks in the year."""
    return case.has_peak


def _pilot_planned(case: SourcingCase) -> bool:
    """A pilot comes before the contract."""
    return case.pilot_planned


def _evening_hours(case: SourcingCase) -> bool:
    """There is service between 20:00 and 22:00."""
    return any(start < _NIGHT and end > _EVENING for start, end in _windows(case))


def _night_hours(case: SourcingCase) -> bool:
    """There is service between 22:00 and 06:00."""
    return any(start < _MORNING or end > _NIGHT for start, end in _windows(case))


def _saturday_hours(case: SourcingCase) -> bool:
    """There is service on Saturdays."""
    return bool(case.schedule.get(_SATURDAY))


def _sunday_hours(case: SourcingCase) -> bool:
    """There is service on Sundays."""
    return bool(case.schedule.get(_SUNDAY))


def _holiday_hours(case: SourcingCase) -> bool:
    """There is service on public holidays."""
    return case.holidays_served


def _windows(case: SourcingCase) -> list[list[str]]:
    return [window for windows in case.schedule.values() for window in windows]


PREDICATES: Mapping[str, Predicate] = {
    "always": _always,
    "marketplace_seller": _marketplace_seller,
    "returns_handled": _returns_handled,
    "disputes_in_scope": _disputes_in_scope,
    "phone_channel": _phone_channel,
    "written_channel": _written_channel,
    "phone_in_china": _phone_in_china,
    "vendor_in_china": _vendor_in_china,
    "vendor_in_germany": _vendor_in_germany,
    "chinese_data_law": _chinese_data_law,
    "data_crosses_borders": _data_crosses_borders,
    "several_languages": _several_languages,
    "has_peak": _has_peak,
    "pilot_planned": _pilot_planned,
    "evening_hours": _evening_hours,
    "night_hours": _night_hours,
    "saturday_hours": _saturday_hours,
    "sunday_hours": _sunday_hours,
    "holiday_hours": _holiday_hours,
}


def holds(name: str, case: SourcingCase) -> bool:
    """Whether a named condition is met in a case."""
    return PREDICATES[name](case)
