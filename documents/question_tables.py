"""Answers that are tables and have a sheet of their own: peaks, launches, hours by market, weights of the week."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from documents.forms import Field, Filling
from documents.question_names import COUNTRY_LIST, LANGUAGE_LIST, PROFILE_LIST, WEEKDAY_LIST, Asked
from documents.question_rows import ROWS
from documents.question_shapes import (
    Cells,
    Part,
    Shape,
    day,
    day_text,
    numbered,
    refuse_twice,
    rows_of,
    split,
    text_of,
    value_of,
    windows,
    windows_text,
)
from documents.typed_cells import COUNT, SHARE, Wanted, number_in, wanted_by
from domain.requirements.profiles import HOURS_A_DAY
from domain.requirements.tables import MOST_WEIGHT
from domain.shared.measures import WEEKDAYS
from domain.shared.outcomes import DomainError

HOURS = tuple(f"h{hour:02d}" for hour in range(HOURS_A_DAY))
TEMPLATE = "template"
_PEAK = ("name", "months", "start", "end", "multiplier", "lead_weeks")
_LAUNCH = ("name", "on", "weeks", "multiplier")
_CHANNEL_LANGUAGE = ("channel", "language", "share")
_WEIGHT = Wanted(minimum=Decimal(0), maximum=Decimal(MOST_WEIGHT))


def _entries(value: Any, more: int, least: int) -> list[tuple[str, Any]]:
    """Row ids with what stands in them, None where there is room for more."""
    given = list(value or ())
    rows = numbered(len(given), more, least)
    return list(zip(rows, given + [None] * (len(rows) - len(given)), strict=True))


def _filled_rows(
    cells: Cells, columns: Sequence[str], numbers: Mapping[str, Wanted]
) -> list[tuple[str, dict[str, Filling]]]:
    """The rows in which anything stands, with what stands in them; `numbers` names the columns of figures."""
    found: list[tuple[str, dict[str, Filling]]] = []
    for row in rows_of(cells):
        everything = {
            each: number_in(cells.get((row, each)), numbers[each])
            if each in numbers
            else value_of(cells, row, each)
            for each in columns
        }
        given: dict[str, Filling] = {each: value for each, value in everything.items() if value is not None}
        if given:
            found.append((row, given))
    return found


def _peak_parts(asked: Asked, value: Any) -> tuple[Part, ...]:
    return tuple(
        Part(id=row, label=row, fields=_peak_fields(asked, peak or {})) for row, peak in _entries(value, 4, 8)
    )


def _peak_fields(asked: Asked, peak: Mapping[str, Any]) -> dict[str, Field]:
    question = asked.question
    months = ", ".join(str(month) for month in peak.get("months", ()))
    return {
        "name": Field(value=peak.get("name")),
        "months": Field(value=months or None),
        "start": Field(value=peak.get("start")),
        "end": Field(value=peak.get("end")),
        "multiplier": Field(
            kind="number", value=peak.get("multiplier"), minimum=question.minimum, maximum=question.maximum
        ),
        "lead_weeks": Field(kind="integer", value=peak.get("lead_weeks")),
    }


def _as_peaks(asked: Asked, cells: Cells) -> Any:
    wanted = {"multiplier": wanted_by(asked.question), "lead_weeks": COUNT}
    return [_peak(given) for _, given in _filled_rows(cells, _PEAK, wanted)] or None


def _peak(given: dict[str, Filling]) -> dict[str, Any]:
    """A peak as typed; months are numbers where they are written as such."""
    peak: dict[str, Any] = dict(given)
    if "months" in peak:
        months = split(str(peak["months"]))
        peak["months"] = [int(month) if month.isdecimal() else month for month in months]
    return peak


def _launch_parts(asked: Asked, value: Any) -> tuple[Part, ...]:
    question = asked.question

    def fields(launch: Mapping[str, Any]) -> dict[str, Field]:
        on = launch.get("on")
        return {
            "name": Field(value=launch.get("name")),
            "on": Field(kind="date", value=None if on is None else day(on)),
            "weeks": Field(kind="integer", value=launch.get("weeks")),
            "multiplier": Field(
                kind="number",
                value=launch.get("multiplier"),
                minimum=question.minimum,
                maximum=question.maximum,
            ),
        }

    return tuple(
        Part(id=row, label=row, fields=fields(launch or {})) for row, launch in _entries(value, 4, 8)
    )


def _as_launches(asked: Asked, cells: Cells) -> Any:
    wanted = {"multiplier": wanted_by(asked.question), "weeks": COUNT}
    rows = [given for _, given in _filled_rows(cells, _LAUNCH, wanted)]
    return [{**given, **({"on": day_text(given["on"])} if "on" in given else {})} for given in rows] or None


def _channel_language_parts(asked: Asked, value: Any) -> tuple[Part, ...]:
    flat = [
        (channel, language, share)
        for channel, shares in (value or {}).items()
        for language, share in shares.items()
    ]
    return tuple(
        Part(id=row, label=row, fields=_channel_language(asked, *(entry or (None, None, None))))
        for row, entry in _entries(flat, 6, 18)
    )


def _channel_language(
    asked: Asked, channel: str | None, language: str | None, share: float | None
) -> dict[str, Field]:
    said = asked.choice_labels()
    return {
        "channel": Field(
            kind="choice",
            choices=asked.choice_list,
            value=None if channel is None else said.get(channel, channel),
        ),
        "language": Field(
            kind="choice",
            choices=LANGUAGE_LIST,
            value=None if language is None else asked.label(LANGUAGE_LIST, language),
        ),
        "share": Field(kind="share", value=share),
    }


def _as_channel_languages(asked: Asked, cells: Cells) -> Any:
    found: dict[str, dict[str, Any]] = {}
    for row, given in _filled_rows(cells, _CHANNEL_LANGUAGE, {"share": SHARE}):
        shares = found.setdefault(asked.choice(given.get("channel", "")), {})
        language = asked.code(LANGUAGE_LIST, given.get("language", ""))
        refuse_twice(language in shares, cells[row, "language"], language)
        shares[language] = given.get("share")
    return found or None


def _market_parts(asked: Asked, value: Any) -> tuple[Part, ...]:
    return tuple(
        Part(id=row, label=row, fields=_market(asked, *(entry or (None, {}))))
        for row, entry in _entries((value or {}).items(), 3, 6)
    )


def _market(asked: Asked, market: str | None, schedule: Mapping[str, Any]) -> dict[str, Field]:
    name = None if market is None else asked.label(COUNTRY_LIST, market)
    hours = {each: Field(value=windows_text(schedule.get(each, ()))) for each in WEEKDAYS}
    return {"market": Field(kind="choice", choices=COUNTRY_LIST, value=name), **hours}


def _as_markets(asked: Asked, cells: Cells) -> Any:
    found: dict[str, Any] = {}
    for row, given in _filled_rows(cells, ("market", *WEEKDAYS), {}):
        market = asked.code(COUNTRY_LIST, given.pop("market", ""))
        refuse_twice(market in found, cells[row, "market"], market)
        found[market] = {each: windows(str(text)) for each, text in given.items()}
    return found or None


def _profile_parts(asked: Asked, value: Any) -> tuple[Part, ...]:
    given = value or {}
    return tuple(
        part
        for channel, label in asked.choice_labels().items()
        for part in _profile(asked, channel, label, given.get(channel) or {})
    )


def _profile(asked: Asked, channel: str, label: str, profile: Mapping[str, Any]) -> list[Part]:
    """A row for the template, then one for each day of the week."""
    template, weights = profile.get("template"), profile.get("weights") or {}
    name = None if template is None else asked.label(PROFILE_LIST, template)
    chosen = {TEMPLATE: Field(kind="choice", choices=PROFILE_LIST, value=name)}
    parts = [Part(id=f"{channel}/{TEMPLATE}", label=label, fields=chosen)]
    for weekday in WEEKDAYS:
        day_weights = weights.get(weekday) or [None] * HOURS_A_DAY
        fields = {
            hour: Field(kind="number", value=weight) for hour, weight in zip(HOURS, day_weights, strict=True)
        }
        said = f"{label} · {asked.label(WEEKDAY_LIST, weekday)}"
        parts.append(Part(id=f"{channel}/{weekday}", label=said, fields=fields))
    return parts


def _as_profiles(asked: Asked, cells: Cells) -> Any:
    found: dict[str, Any] = {}
    for channel in asked.choice_labels():
        template = text_of(cells, f"{channel}/{TEMPLATE}", TEMPLATE)
        weights = _weights(cells, channel)
        if template and weights:
            place = cells[f"{channel}/{TEMPLATE}", TEMPLATE].place
            raise DomainError("requirements_form.template_or_weights", cell=place)
        if template:
            found[channel] = {"template": asked.code(PROFILE_LIST, template)}
        elif weights:
            found[channel] = {"weights": weights}
    return found or None


def _weights(cells: Cells, channel: str) -> dict[str, list[Filling]]:
    """The drawn week of a channel; in a week with any weight an empty hour has none."""
    drawn = {
        each: [number_in(cells.get((f"{channel}/{each}", hour)), _WEIGHT) for hour in HOURS]
        for each in WEEKDAYS
    }
    if all(weight is None for hours in drawn.values() for weight in hours):
        return {}
    return {each: [0 if weight is None else weight for weight in hours] for each, hours in drawn.items()}


TABLES: Mapping[str, Shape] = {
    "peaks": Shape(parts=_peak_parts, read=_as_peaks, columns=_PEAK, may_be_none=True),
    "launches": Shape(parts=_launch_parts, read=_as_launches, columns=_LAUNCH, may_be_none=True),
    "shares_by_channel_language": Shape(
        parts=_channel_language_parts, read=_as_channel_languages, columns=_CHANNEL_LANGUAGE
    ),
    "schedules_by_market": Shape(parts=_market_parts, read=_as_markets, columns=("market", *WEEKDAYS)),
    "profiles_by_channel": Shape(parts=_profile_parts, read=_as_profiles, columns=(TEMPLATE, *HOURS)),
}
SHAPES: Mapping[str, Shape] = {**ROWS, **TABLES}
