"""The sheet of inputs: everything the workbook calculates with, each with its unit and where it comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import isclose

from documents.formulas import Term
from documents.workbook import Figure, Format, Tab, cell_name
from domain.costing.estimate import Estimate
from domain.costing.inputs import EstimateInputs
from domain.costing.seasons import MONTHS
from domain.costing.staffing import coverage_week
from domain.costing.year_terms import YearTerms
from domain.costing.year_work import with_seasons
from services.catalog import catalog
from services.costing_workbook_words import Spoken, Unit
from services.sentences import channel_name
from words.names import language_name

_SHOWN: Mapping[Unit, Format] = {
    "contacts": "count",
    "orders": "count",
    "second": "count",
    "conversations": "factor",
    "share": "share",
    "hour_week": "hours",
    "hour": "hours",
    "people": "count",
    "weeks": "count",
    "months": "count",
    "times": "factor",
    "money_month": "amount",
    "money": "amount",
    "per_eur": "factor",
}


@dataclass(slots=True)
class Inputs:
    """The inputs as formulas refer to them.

    Attributes:
        tab: the sheet.
        words: of the workbook.
        known: the cells by name.
    """

    tab: Tab
    words: Spoken
    known: dict[str, Term] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Term:
        """One input."""
        return self.known[name]

    def give(
        self, name: str, label: str, value: float, unit: Unit, origin: Sequence[str], currency: str = ""
    ) -> Term:
        """A row of the sheet."""
        cell = Figure(name=name, content=float(value), shown=_SHOWN[unit])
        self.tab.row(label, cell, self.words.t(f"unit.{unit}", currency=currency), *origin)
        self.known[name] = cell.term
        return cell.term

    def parameter(self, name: str, unit: Unit, value: float | None = None, currency: str = "") -> Term:
        """A parameter of the trade, at the value the estimate used."""
        parameter = catalog().parameters[name]
        return self.give(
            name,
            parameter.label[self.words.language],
            float(parameter.default) if value is None else value,
            unit,
            self.words.of_parameter(name),
            currency,
        )

    def mix(self, channel: str, language: str) -> Term:
        """The share of a language among the contacts of a channel."""
        own = cell_name("mix", channel, language)
        return self.known.get(own) or self.known[cell_name("share", language)]

    def coverage(self, languages: Sequence[str]) -> Term:
        """Hours a week in which somebody with these languages has to be there."""
        own = cell_name("coverage", *languages)
        return self.known.get(own) or self.known["coverage_week"]


def write_inputs(cost: Estimate, words: Spoken) -> Inputs:
    """The sheet, in the order of the calculation."""
    inputs = Inputs(Tab(words.t("tab.inputs")), words)
    inputs.tab.title(words.t("inputs_title"))
    inputs.tab.row(words.t("inputs_text"))
    inputs.tab.head(*(words.t(f"col.{name}") for name in ("input", "value", "unit")), *words.source_head)
    _demand(inputs, cost.inputs)
    _hours(inputs, cost)
    _year(inputs, cost)
    if cost.pricing.domestic is not None:
        _beside(inputs, cost.pricing.domestic, "CNY")
    _beside(inputs, cost.pricing.terms, cost.currency)
    _money(inputs, cost)
    _seasons(inputs, cost.inputs)
    return inputs


def _demand(inputs: Inputs, given: EstimateInputs) -> None:
    words, language = inputs.words, inputs.words.language
    for channel, contacts in given.contacts_month.items():
        name = channel_name(language, channel)
        label = words.t("input.contacts", channel=name)
        origin = words.of_question("contacts_month")
        inputs.give(cell_name("contacts", channel), label, contacts, "contacts", origin)
    for channel in given.contacts_month:
        label = words.t("input.aht", channel=channel_name(language, channel))
        aht, origin = given.aht_s[channel], words.of_question("aht_s")
        inputs.give(cell_name("aht", channel), label, aht, "second", origin)
    for channel, count in given.concurrency.items():
        label, origin = words.t("input.concurrency"), words.of_question("chat_concurrency")
        inputs.give(cell_name("concurrency", channel), label, count, "conversations", origin)
    for code in given.languages:
        label = words.t("input.share", language=language_name(language, code))
        share, origin = given.language_share[code], words.of_question("languages_share")
        inputs.give(cell_name("share", code), label, share, "share", origin)
    for channel, mix in given.channel_language_share.items():
        for code in given.languages:
            names = {"channel": channel_name(language, channel), "language": language_name(language, code)}
            label, origin = words.t("input.mix", **names), words.of_question("channel_languages")
            inputs.give(cell_name("mix", channel, code), label, mix.get(code, 0.0), "share", origin)


def _hours(inputs: Inputs, cost: Estimate) -> None:
    words, given = inputs.words, cost.inputs
    inputs.give(
        "coverage_week",
        words.t("input.coverage"),
        given.coverage_hours_week,
        "hour_week",
        words.of_question("coverage"),
    )
    groups = [
        *((code,) for code in given.languages),
        *(group.languages for group in cost.staffing.pooled.groups),
    ]
    for group in dict.fromkeys(groups):
        own = coverage_week(given, group)
        if not isclose(own, given.coverage_hours_week):
            label = words.t("input.coverage_of", languages=words.group(group))
            origin = words.of_question("coverage_by_market")
            inputs.give(cell_name("coverage", *group), label, own, "hour_week", origin)
    inputs.parameter("seats_min", "people", given.seats_min)
    for question in ("occupancy", "shrinkage"):
        label = words.said(f"cost.fact_{question}")
        inputs.give(question, label, getattr(given, question), "share", words.of_question(question))
    inputs.give(
        "contract_week",
        words.said("cost.fact_weekly_contract_hours"),
        given.weekly_contract_hours,
        "hour_week",
        words.of_question("weekly_contract_hours"),
    )
    inputs.parameter("in_work_shrinkage", "share", cost.shares.in_work_shrinkage)
    inputs.parameter("weeks_per_year", "weeks")
    inputs.parameter("months_per_year", "months")
    inputs.parameter("multi_skill_premium", "share", given.pool_limits.premium)


def _year(inputs: Inputs, cost: Estimate) -> None:
    words, terms = inputs.words, cost.pricing.terms
    label = words.t("input.growth")
    inputs.give("growth", label, cost.inputs.growth_year, "share", words.of_question("growth_year"))
    label = words.said("costing.input.reserve_share")
    inputs.give("reserve_share", label, terms.reserve_share, "share", words.of_question("reserve_share"))
    inputs.parameter("standby_fee_share", "share", terms.standby_fee_share)
    inputs.parameter("initial_training_h", "hour", terms.training_h)
    inputs.parameter("training_merchant_share", "share", terms.training_merchant_share)
    later = dict(cost.pricing.terms_of(first_year=False).unusual.items())
    for name, share in terms.unusual.items():
        if share and terms.surcharges.get(name):
            label = words.said(f"costing.input.{name}_share")
            origin = words.of_question("holiday_calendar" if name == "holiday" else "coverage")
            inputs.give(share_name(name, first=True), label, share, "share", origin)
            label = words.t("input.later", what=label)
            inputs.give(share_name(name, first=False), label, later[name], "share", origin)
            inputs.parameter(f"{name}_surcharge", "share", terms.surcharges[name])


def share_name(name: str, *, first: bool) -> str:
    """The cell with the part of a year's hours that falls on times that cost more."""
    return f"{name}_share" if first else f"later_{name}_share"


def _beside(inputs: Inputs, terms: YearTerms, currency: str) -> None:
    """What comes beside the hours; of domestic service under names of its own."""
    for name in ("tools_per_seat_month", "manager_month"):
        entry = terms.parameter(name).removeprefix("parameters.")
        inputs.parameter(entry, "money_month", getattr(terms, name), currency)
    if terms.market == "any":
        inputs.parameter("fx_buffer", "share", terms.fx_buffer)
    if terms.setup_fee is not None:
        name, label = terms.parameter("setup_fee"), inputs.words.said("costing.input.setup_fee")
        origin = inputs.words.of_question("setup_fee")
        inputs.give(name.removeprefix("parameters."), label, terms.setup_fee, "money", origin, currency)


def _money(inputs: Inputs, cost: Estimate) -> None:
    words = inputs.words
    if cost.inputs.budget_month is not None:
        origin = words.of_question("budget_month")
        label = words.t("input.budget")
        inputs.give("budget", label, cost.inputs.budget_month, "money_month", origin, cost.currency)
    if cost.pricing.domestic is not None and cost.pricing.domestic_budget_month is not None:
        amount, origin = cost.pricing.domestic_budget_month, words.of_question("budget_month")
        inputs.give("budget_cn", words.t("input.budget"), amount, "money_month", origin, "CNY")
    if cost.pricing.orders_month:
        origin = words.of_question("orders_month")
        inputs.give("orders", words.t("input.orders"), cost.pricing.orders_month, "orders", origin)
    for code, rate in cost.exchange.rates.items():
        label = words.t("input.exchange", currency=code, day=rate.on.isoformat())
        origin = words.of_question("fx_cny_per_eur") if rate.kind == "typed" else (words.t("origin.ecb"),)
        inputs.give(f"per_eur_{code}", label, rate.per_eur, "per_eur", origin, code)


def _seasons(inputs: Inputs, given: EstimateInputs) -> None:
    """Peaks and launches: how strong, and how much of each month they take."""
    words, seasons = inputs.words, with_seasons(given).seasons
    if not seasons:
        return
    inputs.tab.title(words.t("seasons_title"))
    inputs.tab.row(words.t("seasons_text"))
    months = [words.said(f"month.{month}") for month in MONTHS]
    inputs.tab.head(words.t("col.season"), words.t("col.multiplier"), words.t("col.surcharge"), *months)
    for number, season in enumerate(seasons, start=1):
        figures = [
            Figure(name=f"season_{number}_times", content=season.multiplier, shown="factor"),
            Figure(name=f"season_{number}_surcharge", content=season.surcharge, shown="share"),
            *(
                Figure(
                    name=f"season_{number}_month_{month}",
                    content=season.months.get(month, 0.0),
                    shown="share",
                )
                for month in MONTHS
            ),
        ]
        inputs.tab.row(season.name, *figures)
        inputs.known |= {figure.name: figure.term for figure in figures}
