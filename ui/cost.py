"""The estimate as people read it: verdict, bands, assumptions, tables."""

from collections.abc import Mapping, Sequence
from typing import Any

from domain.costing.band import Band as Price
from domain.costing.estimate import Estimate
from domain.costing.price import BasisPrice, RegionPrice
from domain.costing.rates import BillingBasis
from domain.shared.outcomes import NotAssessed
from domain.shared.sources import Source
from ui.charts import Band, ChartText
from ui.facts import source_lines
from ui.kit import nb
from ui.verdict import Badge, Verdict
from words import Language, say
from words.names import language_name, listed
from words.numbers import MISSING, money, money_in_sentence, number, percent, plain, span


def reading(price: RegionPrice, basis: BillingBasis) -> BasisPrice:
    """A region's month on one reading of its rate."""
    return price.paid_basis if basis == "paid_hour" else price.productive_basis


def cheapest(made: Estimate, basis: BillingBasis) -> RegionPrice:
    """The region with the lowest base price."""
    return min(made.regions.values(), key=lambda price: reading(price, basis).base)


def cost_verdict(made: Estimate, basis: BillingBasis, language: Language) -> Verdict:
    """Which region costs least, and how sure that is."""
    best = cheapest(made, basis)
    month = reading(best, basis)
    low, base, high = (
        money_in_sentence(language, v, made.currency) for v in (month.low, month.base, month.high)
    )
    contact = month.per_contact
    under = (
        ""
        if isinstance(contact, NotAssessed)
        else say(language, "cost.per_contact", amount=money(language, contact.base, made.currency, 2))
    )
    return Verdict(
        badges=[_budget_badge(month, language)],
        facts=say(language, "cost.basis_fact", basis=say(language, f"cost.basis.{basis}")),
        sentence=say(
            language, "cost.verdict", region=best.rate.name[language], base=base, low=low, high=high
        ),
        reasons=_reasons(made, basis, language),
        metric=(say(language, "cost.metric"), money(language, month.base, made.currency), under),
    )


def _budget_badge(month: BasisPrice, language: Language) -> Badge:
    left = month.budget_left
    if left is None:
        return Badge(text=say(language, "cost.no_budget"), icon="help", tone="gray")
    if left.high >= 0:
        return Badge(text=say(language, "cost.within_budget"), icon="check_circle", tone="green")
    if left.low < 0:
        return Badge(text=say(language, "cost.over_budget"), icon="error", tone="red")
    return Badge(text=say(language, "cost.perhaps_over_budget"), icon="warning", tone="orange")


def _reasons(made: Estimate, basis: BillingBasis, language: Language) -> list[str]:
    best = cheapest(made, basis)
    month = reading(best, basis)
    others = sorted(
        (price for price in made.regions.values() if price is not best),
        key=lambda price: reading(price, basis).base,
    )
    reasons = []
    if others:
        following = reading(others[0], basis)
        key = "cost.reason_overlap" if following.low < month.high else "cost.reason_cheaper"
        saving = 1 - month.base / following.base if following.base else 0
        region = others[0].rate.name[language]
        reasons.append(say(language, key, region=region, share=percent(language, saving, 0)))
    staffing = made.staffing
    saved = 1 - staffing.pooled_hours / staffing.separate_hours if staffing.separate_hours else 0
    reasons.append(
        say(
            language,
            "cost.reason_floor",
            idle=number(language, staffing.pooled.idle_hours),
            hours=number(language, staffing.pooled_hours),
            saved=percent(language, saved, 0),
        )
    )
    reasons.append(say(language, "cost.reason_basis", gap=percent(language, made.basis_gap, 0)))
    return reasons


def cost_bands(made: Estimate, basis: BillingBasis, language: Language) -> list[Band]:
    """The bars of the chart, in the order of the rates."""
    bands = []
    for price in made.regions.values():
        month = reading(price, basis)
        texts = [axis_amount(language, value) for value in (month.low, month.base, month.high)]
        bands.append(
            Band(
                label=price.rate.name[language],
                low=month.low,
                base=month.base,
                high=month.high,
                low_text=texts[0],
                base_text=texts[1],
                high_text=texts[2],
            )
        )
    return bands


def axis_amount(language: Language, value: float) -> str:
    """A short amount for a chart: 1.9 万, 19.0k."""
    if language == "zh":
        return f"{number(language, value / 10_000, 1)} 万"
    return f"{number(language, value / 1000, 1)}k"


AXIS_TICKS: Mapping[Language, str] = {
    "zh": "format(datum.value/10000, ',.1f') + ' 万'",
    "en": "'€' + format(datum.value/1000, ',.0f') + 'k'",
}


def chart_text(made: Estimate, basis: BillingBasis, language: Language) -> ChartText:
    """Title, how to read it, axis, and the figures as one sentence."""
    spoken = [
        f"{price.rate.name[language]} {span(*(number(language, value) for value in _ends(reading(price, basis).month)))}"
        for price in made.regions.values()
    ]
    return ChartText(
        title=say(language, "cost.chart_title"),
        subtitle=say(language, "cost.chart_subtitle", basis=say(language, f"cost.basis.{basis}")),
        axis=say(language, "cost.chart_axis"),
        alt=listed(language, spoken),
    )


def _ends(band: Price) -> tuple[float, float, float]:
    return (band.low, band.base, band.high)


def budget_mark(made: Estimate, language: Language) -> tuple[float, str] | None:
    """The budget line of the chart."""
    budget = made.inputs.budget_month
    if budget is None:
        return None
    return budget, say(language, "cost.budget_line", amount=axis_amount(language, budget))


def region_table(
    made: Estimate, sources: Mapping[str, Source], cny_per_eur: float | None, language: Language
) -> dict[str, Sequence[Any]]:
    """Heading → cells: both readings beside each other, per contact, in yuan when a rate is typed, with source."""
    prices = list(made.regions.values())
    columns: dict[str, Sequence[Any]] = {
        _head("cost.col_region", language): [f"**{nb(price.rate.name[language])}**" for price in prices],
        _head("cost.col_rate", language): [
            span(*(plain(language, v) for v in _ends(price.rate.band))) for price in prices
        ],
        _head("cost.col_paid", language): [_cells(price.paid_basis, language) for price in prices],
        _head("cost.col_productive", language): [
            _cells(price.productive_basis, language) for price in prices
        ],
        _head("cost.col_contact", language): [_contact(price, language) for price in prices],
    }
    if cny_per_eur is not None:
        columns[_head("cost.col_cny", language)] = [
            span(*(number(language, v * cny_per_eur) for v in _ends(price.as_read.month))) for price in prices
        ]
    columns[_head("cost.col_source", language)] = [_source_cell(price, sources, language) for price in prices]
    return columns


def _head(key: str, language: Language) -> str:
    return nb(say(language, key))


def _cells(month: BasisPrice, language: Language) -> str:
    return span(*(number(language, value) for value in _ends(month.month)))


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
