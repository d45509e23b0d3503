"""The tables of a request on volumes, hours and languages, from its figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from domain.requirements.hours import SUMMER
from domain.requirements.profiles import HOURS_A_DAY
from domain.requirements.record import Record
from domain.shared.measures import WEEKDAYS
from domain.shared.sources import Bilingual
from domain.sourcing.request import TitledTable
from services.catalog import catalog
from services.costing_inputs import first_month
from services.sourcing_words import (
    DASH,
    Head,
    alike,
    channel,
    count,
    in_zone,
    several,
    share,
    spoken,
    spoken_with,
    times,
    titled_table,
    tongue,
    worded,
)

# Of languages beside each other on a page.
_MOST_COLUMNS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the tables are made from: the record, and the figures of the request as plain numbers."""

    record: Record
    figures: Mapping[str, Any]


def demand_table(given: Told) -> TitledTable:
    """Contacts of an ordinary month by channel and language; many languages stand below each other."""
    demand, languages = given.figures["demand"], given.record.languages
    if len(languages) > _MOST_COLUMNS:
        return _demand_by_language(demand, languages)
    rows = [
        (
            channel(code),
            *(count(row.get(language, 0.0)) for language in languages),
            count(demand["by_channel"][code]),
        )
        for code, row in demand["channels"].items()
    ]
    if rows:
        sums = (count(demand["by_language"][language]) for language in languages)
        rows.append((spoken("head.total"), *sums, count(demand["total"])))
    heads = [Head("channel", 24), *(Head(tongue(code), 12, "right") for code in languages)]
    return titled_table("demand", [*heads, Head("total", 13, "right")], rows)


def _demand_by_language(demand: Mapping[str, Any], languages: Sequence[str]) -> TitledTable:
    channels = list(demand["channels"])
    rows = [
        (
            tongue(language),
            *(count(demand["channels"][code].get(language, 0.0)) for code in channels),
            count(demand["by_language"][language]),
        )
        for language in languages
    ]
    sums = (count(demand["by_channel"][code]) for code in channels)
    rows.append((spoken("head.total"), *sums, count(demand["total"])))
    heads = [Head("language", 24), *(Head(channel(code), 12, "right") for code in channels)]
    return titled_table("demand", [*heads, Head("total", 13, "right")], rows)


def handling_table(given: Told) -> TitledTable:
    """Handling time and hours of work per channel."""
    assumed = given.record.defaulted_channels("aht_s")
    rows = [
        (
            channel(code),
            spoken("assumed" if code in assumed else "stated"),
            count(line["aht_s"]),
            count(line["hours_month"], 1) if "hours_month" in line else DASH,
        )
        for code, line in given.figures["handling"].items()
    ]
    if rows and (total := given.figures["work"].get("total")) is not None:
        rows.append((spoken("head.total"), alike(""), alike(""), count(total, 1)))
    heads = [
        Head("channel", 30),
        Head("origin", 22),
        Head("aht_s", 22, "right"),
        Head("hours_month", 26, "right"),
    ]
    return titled_table("handling", heads, rows, note=True)


def months_table(given: Told) -> TitledTable:
    """Twelve months with growth, peaks and launches; the darker, the busier."""
    months = given.figures["months"] if given.figures["demand"]["total"] else []
    contacts = [each["contacts"] for each in months]
    # From the quietest month (white) to the busiest; all alike stay white.
    least, spread = min(contacts, default=0.0), max(contacts, default=0.0) - min(contacts, default=0.0)
    is_dated = given.record.value("contract_start") is not None
    opening = worded(f"month.{first_month(given.record).month}")
    note = spoken("table.months_note") if is_dated else spoken_with("table.months_open_note", month=opening)
    made = titled_table(
        "months",
        [Head("month", 34), Head("factor", 33, "right"), Head("contacts", 33, "right")],
        [
            (
                alike(each["month"]) if is_dated else spoken("month_number", number=each["month"]),
                times(each["factor"]),
                count(each["contacts"]),
            )
            for each in months
        ],
        shades=[(0.0, 0.0, (value - least) / spread if spread else 0.0) for value in contacts],
    )
    return replace(made, note=note)


def week_table(given: Told) -> TitledTable:
    """Contacts of an ordinary week: hours down, days across; the darker, the more."""
    week = given.figures["week"]
    most = max(max(hours) for hours in week.values())
    rows, shades = [], []
    for hour in range(HOURS_A_DAY) if most else ():
        values = [week[weekday][hour] for weekday in WEEKDAYS]
        rows.append((alike(f"{hour:02d}–{hour + 1:02d}"), *(count(value, 1) for value in values)))
        shades.append((0.0, *(value / most for value in values)))
    heads = [Head("hour", 16), *(Head(worded(f"weekday.{day}"), 12, "right") for day in WEEKDAYS)]
    return titled_table("week", heads, rows, shades=shades, note=True)


def coverage_table(given: Told) -> TitledTable:
    """Hours of service per day, in the customers' zone and as the buyer's clock shows them."""
    record = given.record
    schedule, zone = record.schedule or {}, record.value("time_zone")
    country = catalog().countries.get(record.value("merchant_country") or "")
    home = country.zone if country else zone
    there = record.schedule_in(home) if zone and home and home != zone else None
    # In zones that change together the buyer's clock shows the same all year.
    is_moved = there is not None and there != record.schedule_in(home or "", on=SUMMER)
    heads = [Head("day", 24), Head(in_zone(zone, "head.hours") if zone else "hours_plain", 38)]
    if there is not None and home:
        heads.append(Head(in_zone(home, "head.hours_home"), 38))
    rows = [
        (
            worded(f"weekday.{day}"),
            _windows(schedule.get(day)),
            *(() if there is None else (_windows(there.get(day)),)),
        )
        for day in WEEKDAYS
        if schedule
    ]
    return titled_table("coverage", heads, rows, note=is_moved)


def _windows(windows: Sequence[Sequence[str]] | None) -> Bilingual:
    if not windows:
        return spoken("closed")
    return several([alike(f"{start}–{end}") for start, end in windows])


def languages_table(given: Told) -> TitledTable:
    """Each language with its volume, the level asked for and its hours of service."""
    record, demand = given.record, given.figures["demand"]
    native, levels = record.value("native_languages") or (), record.value("language_levels") or {}
    hours = given.figures["coverage"]["hours_week"]
    work = given.figures["work"].get("by_language", {})
    rows = [
        (
            tongue(code),
            _level(levels.get(code, "native" if code in native else None)),
            _native(record, code),
            count(demand["by_language"][code]),
            share(demand["by_language"][code] / demand["total"]) if demand["total"] else DASH,
            count(hours[code], 1) if code in hours else DASH,
            count(work[code], 1) if code in work else DASH,
        )
        for code in record.languages
    ]
    heads = [
        Head("language", 15),
        Head("level", 13),
        Head("native", 13),
        Head("contacts", 14, "right"),
        Head("share", 9, "right"),
        Head("hours_week", 14, "right"),
        Head("hours_month", 22, "right"),
    ]
    return titled_table("languages", heads, rows)


def _native(record: Record, code: str) -> Bilingual:
    """Whether native speakers are asked for; an unanswered question is no "no"."""
    native, levels = record.value("native_languages"), record.value("language_levels") or {}
    if code in (native or ()) or levels.get(code) == "native":
        return worded("ui.yes")
    return spoken("not_known") if native is None else worded("ui.no")


def _level(level: str | None) -> Bilingual:
    if level is None:
        return spoken("not_known")
    return worded("requirements.level.native") if level == "native" else alike(level)
