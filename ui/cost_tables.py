"""The tables of the cost page: regions with both readings, other prices of one kind, and where they come from."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from domain.costing.estimate import Estimate
from domain.costing.price import BasisPrice, RegionPrice
from domain.costing.rates import HourlyRate, ModelRate, PrivateRate
from domain.shared.outcomes import NotAssessed
from domain.shared.sources import Source
from ui.cost_places import Offered, rate_name
from ui.facts import source_lines
from ui.kit import nb
from words import Language, say
from words.names import language_name
from words.numbers import MISSING, day, number, plain, span

Rate = HourlyRate | ModelRate | PrivateRate


def region_table(
    made: Estimate, sources: Mapping[str, Source], cny_per_eur: float | None, language: Language
) -> dict[str, Sequence[Any]]:
    """Heading → cells: both readings beside each other, per contact, in yuan when a rate is typed, with source."""
    prices = list(made.regions.values())
    columns: dict[str, Sequence[Any]] = {
        _head("cost.col_region", language): [f"**{nb(price.rate.name[language])}**" for price in prices],
        _head("cost.col_rate", language): [_rate(price.rate, language) for price in prices],
        _head("cost.col_paid", language): [_cells(price.paid_basis, language) for price in prices],
        _head("cost.col_productive", language): [
            _cells(price.productive_basis, language) for price in prices
        ],
        _head("cost.col_contact", language): [_contacts(price, language) for price in prices],
    }
    if cny_per_eur is not None:
        columns[_head("cost.col_cny", language)] = [
            span(*(number(language, v * cny_per_eur) for v in price.as_read.month.ends)) for price in prices
        ]
    columns[_head("cost.col_source", language)] = [
        source_cell(price.rate, sources, language) for price in prices
    ]
    return columns


def price_table(
    rows: Sequence[Offered], sources: Mapping[str, Source], language: Language
) -> dict[str, Sequence[Any]]:
    """Heading → cells: prices of one kind with their month on the basis chosen."""
    currency = rows[0].currency
    return {
        nb(say(language, "cost.col_price")): [f"**{nb(rate_name(row.rate, language))}**" for row in rows],
        nb(say(language, "cost.col_published")): [
            nb(f"{_rate(row.rate, language)} {unit(row.rate, language)}") for row in rows
        ],
        nb(say(language, "cost.col_month", currency=currency)): [
            span(*dict.fromkeys(number(language, value) for value in row.month.ends)) for row in rows
        ],
        nb(say(language, "cost.col_contact_in", currency=currency)): [
            MISSING if isinstance(row.per_contact, NotAssessed) else number(language, row.per_contact.base, 2)
            for row in rows
        ],
        say(language, "cost.col_source"): [source_cell(row.rate, sources, language) for row in rows],
    }


def unit(rate: Rate, language: Language) -> str:
    """What a price is for: EUR/h, CNY per seat and month."""
    return say(language, f"cost.unit.{rate.unit}", currency=rate.currency)


def _rate(rate: Rate, language: Language) -> str:
    """Low – middle – high as published or quoted."""
    if rate.low == rate.high:
        return plain(language, rate.low)
    middle = rate.base if isinstance(rate, HourlyRate) else rate.band.base
    return span(*(plain(language, value) for value in (rate.low, middle, rate.high)))


def _head(key: str, language: Language) -> str:
    return nb(say(language, key))


def _cells(month: BasisPrice, language: Language) -> str:
    return span(*(number(language, value) for value in month.month.ends))


def _contacts(price: RegionPrice, language: Language) -> str:
    both = (price.paid_basis.per_contact, price.productive_basis.per_contact)
    shown = [MISSING if isinstance(each, NotAssessed) else number(language, each.base, 2) for each in both]
    return nb(" / ".join(shown))


def source_cell(rate: Rate, sources: Mapping[str, Source], language: Language) -> str:
    """Title with its line, the mark of an unverified claim, and low confidence said; the day of a quote."""
    if isinstance(rate, PrivateRate):
        return say(language, "cost.quoted_on", day=day(language, rate.quoted_on))
    source = sources[rate.origin.source]
    badge = say(language, f"source.kind.{source.kind}")
    tone = "orange" if source.kind in {"article", "memory"} else "gray"
    cell = f"{source.title[language]} {rate.origin.place(language)} :{tone}-badge[{badge}]"
    if rate.confidence == "low":
        cell += f" :orange-badge[{say(language, 'source.confidence.low')}]"
    return cell


def group_name(languages: Sequence[str], language: Language) -> str:
    """The languages of one group of agents: 德语 + 英语."""
    return " + ".join(language_name(language, code) for code in languages)


def rate_sources(
    rates: Iterable[Rate], sources: Mapping[str, Source], language: Language
) -> list[tuple[str, list[str]]]:
    """Every published price with its source lines, for the sources popover."""
    return [
        (
            rate.name[language],
            source_lines(
                language, sources[rate.origin.source], rate.origin, rate.note[language] if rate.note else ""
            ),
        )
        for rate in rates
        if not isinstance(rate, PrivateRate)
    ]
