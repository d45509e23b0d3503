"""The chart of the cost page: a bar per region, its axis, the budget line."""

import json
from collections.abc import Mapping

from domain.costing.estimate import Estimate
from domain.costing.hours import BillingBasis
from ui.charts import Band, ChartText
from ui.cost import reading
from words import Language, say
from words.names import listed
from words.numbers import number, span

# Chinese counts in ten thousands, English in thousands.
_AXIS_STEP: Mapping[Language, int] = {"zh": 10_000, "en": 1000}
_TICK_FORMAT: Mapping[Language, str] = {"zh": ",.1f", "en": ",.0f"}
# Stands for the amount while the words around it are taken apart; no language writes it.
_PLACE = "\x00"


def cost_bands(made: Estimate, basis: BillingBasis, language: Language) -> list[Band]:
    """The bars of the chart, in the order of the rates."""
    bands = []
    for price in made.regions.values():
        month = reading(price, basis)
        texts = [axis_amount(language, value, made.currency) for value in (month.low, month.base, month.high)]
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


def chart_text(made: Estimate, basis: BillingBasis, language: Language) -> ChartText:
    """Title, how to read it, axis, and the figures as one sentence."""
    spoken = [
        f"{price.rate.name[language]} {span(*(number(language, value) for value in reading(price, basis).month.ends))}"
        for price in made.regions.values()
    ]
    return ChartText(
        title=say(language, "cost.chart_title"),
        subtitle=say(language, "cost.chart_subtitle", basis=say(language, f"cost.basis.{basis}")),
        axis=say(language, "cost.chart_axis"),
        alt=listed(language, spoken),
    )


def budget_mark(made: Estimate, language: Language) -> tuple[float, str] | None:
    """The budget line of the chart."""
    budget = made.inputs.budget_month
    if budget is None:
        return None
    return budget, say(language, "cost.budget_line", amount=axis_amount(language, budget, made.currency))
