"""The bars of the cost page: low to high of every price, its axis, the budget line."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from domain.costing.hours import BillingBasis
from ui.charts import ChartText
from ui.charts_cost import Band
from ui.cost_places import Offered, rate_name
from words import Language, say
from words.names import listed
from words.numbers import number, span

# Chinese counts in ten thousands, English in thousands.
_AXIS_STEP: Mapping[Language, int] = {"zh": 10_000, "en": 1000}
_TICK_FORMAT: Mapping[Language, str] = {"zh": ",.1f", "en": ",.0f"}
# Stands for the amount while the words around it are taken apart; no language writes it.
_PLACE = "\x00"


def cost_bands(rows: Sequence[Offered], years: Mapping[str, float], language: Language) -> list[Band]:
    """The bars of the chart, in the order of the prices.

    Args:
        rows: the prices of a normal month.
        years: an average month of the first year at base by id of the price, where it is drawn beside.
        language: of the page.
    """
    bars = (band(rate_name(row.rate, language), row.month.ends, row.currency, language) for row in rows)
    return [replace(bar, year=years.get(row.rate.id)) for bar, row in zip(bars, rows, strict=True)]


def band(label: str, ends: tuple[float, float, float], currency: str, language: Language) -> Band:
    """One bar with its figures as they are printed."""
    low, base, high = ends
    texts = [axis_amount(language, value, currency) for value in ends]
    return Band(
        label=label,
        low=low,
        base=base,
        high=high,
        low_text=texts[0],
        base_text=texts[1],
        high_text=texts[2],
    )


def axis_amount(language: Language, value: float, currency: str) -> str:
    """A short amount for a chart: €1.9 万, €19.0k."""
    return _axis_words(language, currency, number(language, value / _AXIS_STEP[language], 1))


def axis_ticks(language: Language, currency: str) -> str:
    """The same as a Vega expression that prints the amount of a tick."""
    before, after = _axis_words(language, currency, _PLACE).split(_PLACE)
    amount = f"format(datum.value/{_AXIS_STEP[language]}, '{_TICK_FORMAT[language]}')"
    return " + ".join([json.dumps(before, ensure_ascii=False), amount, json.dumps(after, ensure_ascii=False)])


def _axis_words(language: Language, currency: str, amount: str) -> str:
    sign = say(language, f"currency.{currency}.sign")
    return say(language, "cost.axis_amount", amount=amount, sign=sign)


def axis_title(language: Language, currency: str) -> str:
    """EUR a month, 欧元/月."""
    name = say(language, f"currency.{currency}.name") if language == "zh" else currency
    return say(language, "cost.chart_axis", currency=name)


def chart_text(
    rows: Sequence[Offered], years: Mapping[str, float], kind: str, basis: BillingBasis, language: Language
) -> ChartText:
    """Title, how to read it, axis, and the figures as one sentence; a budget is compared with first years."""
    spoken = [
        f"{rate_name(row.rate, language)} {span(*(number(language, value) for value in row.month.ends))}"
        for row in rows
    ]
    read = "cost.chart_subtitle_year" if years else "cost.chart_subtitle"
    return ChartText(
        title=say(language, f"cost.chart_title.{kind}"),
        subtitle=say(language, read, basis=say(language, f"cost.basis.{basis}")),
        axis=axis_title(language, rows[0].currency),
        alt=listed(language, spoken),
    )


def budget_mark(budget: float | None, currency: str, language: Language) -> tuple[float, str] | None:
    """The budget line of the chart."""
    if budget is None:
        return None
    return budget, say(language, "cost.budget_line", amount=axis_amount(language, budget, currency))
