"""The tables of the cost page: regions with both readings, groups of agents, the peak, the sources."""

from collections.abc import Mapping, Sequence
from typing import Any

from domain.costing.estimate import Estimate
from domain.costing.price import BasisPrice, RegionPrice
from domain.shared.outcomes import NotAssessed
from domain.shared.sources import Source
from ui.facts import source_lines
from ui.kit import nb
from words import Language, say
from words.names import language_name
from words.numbers import MISSING, number, plain, span


def region_table(
    made: Estimate, sources: Mapping[str, Source], cny_per_eur: float | None, language: Language
) -> dict[str, Sequence[Any]]:
    """Heading → cells: both readings beside each other, per contact, in yuan when a rate is typed, with source."""
    prices = list(made.regions.values())
    columns: dict[str, Sequence[Any]] = {
        _head("cost.col_region", language): [f"**{nb(price.rate.name[language])}**" for price in prices],
        _head("cost.col_rate", language): [
            span(*(plain(language, v) for v in price.rate.band.ends)) for price in prices
        ],
        _head("cost.col_paid", language): [_cells(price.paid_basis, language) for price in prices],
        _head("cost.col_productive", language): [
            _cells(price.productive_basis, language) for price in prices
        ],
        _head("cost.col_contact", language): [_contact(price, language) for price in prices],
    }
    if cny_per_eur is not None:
        columns[_head("cost.col_cny", language)] = [
            span(*(number(language, v * cny_per_eur) for v in price.as_read.month.ends)) for price in prices
        ]
    columns[_head("cost.col_source", language)] = [_source_cell(price, sources, language) for price in prices]
    return columns


def _head(key: str, language: Language) -> str:
    return nb(say(language, key))


def _cells(month: BasisPrice, language: Language) -> str:
    return span(*(number(language, value) for value in month.month.ends))


def _contact(price: RegionPrice, language: Language) -> str:
    both = (price.paid_basis.per_contact, price.productive_basis.per_contact)
    shown = [MISSING if isinstance(each, NotAssessed) else number(language, each.base, 2) for each in both]
    return nb(" / ".join(shown))


def _source_cell(price: RegionPrice, sources: Mapping[str, Source], language: Language) -> str:
    """Title with its line and the mark of an unverified claim."""
    source = sources[price.rate.origin.source]
    tone = "orange" if source.kind == "article" else "gray"
    word = say(language, f"source.kind.{source.kind}")
    return f"{source.title[language]} {price.rate.origin.place(language)} :{tone}-badge[{word}]"


def group_name(languages: Sequence[str], language: Language) -> str:
    """The languages of one group of agents: 德语 + 英语."""
    return " + ".join(language_name(language, code) for code in languages)


def hours_table(made: Estimate, language: Language) -> dict[str, Sequence[Any]]:
    """Every group of agents with what its contacts need, what coverage needs, and what is idle."""
    groups = made.staffing.pooled.groups
    return {
        _head("cost.col_group", language): [group_name(group.languages, language) for group in groups],
        _head("cost.col_workload", language): [group.workload_hours for group in groups],
        _head("cost.col_needed", language): [group.productive_hours for group in groups],
        _head("cost.col_floor", language): [group.floor_hours for group in groups],
        _head("cost.col_required", language): [group.required_hours for group in groups],
        _head("cost.col_idle", language): [group.idle_hours for group in groups],
    }


def hour_formats(language: Language) -> dict[str, Any]:
    """How the numbers of the hours table are printed: one decimal, every column in hours."""
    names = ("workload", "needed", "floor", "required", "idle")
    return {_head(f"cost.col_{name}", language): lambda value: number(language, value, 1) for name in names}


def peak_sentence(made: Estimate, language: Language) -> str:
    """What a peak month takes; empty without a peak."""
    if made.peak is None or isinstance(made.peak.hours_ratio, NotAssessed):
        return ""
    return say(
        language,
        "cost.peak",
        months=made.peak.peak.months,
        multiplier=plain(language, made.peak.peak.multiplier),
        hours=number(language, made.peak.hours),
        ratio=number(language, made.peak.hours_ratio, 2),
        extra=number(language, made.peak.extra_hours),
    )


def rate_sources(
    made: Estimate, sources: Mapping[str, Source], language: Language
) -> list[tuple[str, list[str]]]:
    """Every rate with its source lines, for the sources popover."""
    return [
        (
            price.rate.name[language],
            source_lines(language, sources[price.rate.origin.source], price.rate.origin),
        )
        for price in made.regions.values()
    ]
