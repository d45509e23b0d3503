"""What an estimate rests on: assumptions with their source, and each step with its formula."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from domain.costing.estimate import Estimate
from domain.costing.rates import HourlyRate, ModelRate, PrivateRate
from domain.requirements.record import Record
from domain.shared.sources import Origin, Source
from ui.cost_places import rate_name
from ui.cost_tables import group_name, unit
from ui.facts import Fact
from words import Language, say
from words.names import listed
from words.numbers import day, number, percent, plain, span

_MOST_RATES = 5


def assumption_facts(
    made: Estimate,
    rates: Sequence[HourlyRate | ModelRate | PrivateRate],
    record: Record,
    sources: Mapping[str, Source],
    language: Language,
) -> list[Fact]:
    """Prices, working conditions and exchange rates; a default shows where it comes from.

    Many prices are left to their table.
    """
    inputs = made.inputs
    facts = [_price(rate, sources, language) for rate in rates] if len(rates) <= _MOST_RATES else []
    answers = {
        "occupancy": percent(language, inputs.occupancy, 0),
        "shrinkage": percent(language, inputs.shrinkage, 0),
        "weekly_contract_hours": plain(language, inputs.weekly_contract_hours),
    }
    facts += [_answer(record, sources, question, value, language) for question, value in answers.items()]
    pools = [group_name(pool, language) for pool in inputs.pools]
    facts.append(_answer(record, sources, "language_pools", listed(language, pools) or "–", language))
    facts += _exchange(made, language)
    return facts


def _price(
    rate: HourlyRate | ModelRate | PrivateRate, sources: Mapping[str, Source], language: Language
) -> Fact:
    """A price as low – base – high with what it is for; a quote has its day instead of a source."""
    fact = Fact(label=rate_name(rate, language), value=_amounts(rate, language))
    if isinstance(rate, PrivateRate):
        return fact
    return replace(
        fact,
        source=sources[rate.origin.source],
        origin=rate.origin,
        note=rate.note[language] if rate.note else "",
    )


def _amounts(rate: HourlyRate | ModelRate | PrivateRate, language: Language) -> str:
    amounts = span(*dict.fromkeys(plain(language, value) for value in rate.band.ends))
    if rate.unit != "hour":
        return f"{amounts} {unit(rate, language)}"
    sign = say(language, f"currency.{rate.currency}.sign")
    return say(language, "cost.fact_rate_value", amounts=amounts, sign=sign)


def _answer(
    record: Record, sources: Mapping[str, Source], question: str, value: str, language: Language
) -> Fact:
    """An answer; while it is a default, with the source of the default."""
    asked = record.book.questions[question]
    fact = Fact(label=say(language, f"cost.fact_{question}"), value=value)
    if record.origin(question) != "default" or asked.default_origin is None:
        return fact
    return replace(
        fact,
        source=sources[asked.default_origin.source],
        origin=asked.default_origin,
        note=say(language, "cost.default_note"),
    )


def _exchange(made: Estimate, language: Language) -> list[Fact]:
    """The exchange rates frozen into the estimate; domestic prices need none."""
    label, rates = say(language, "cost.fact_fx"), made.exchange.rates.values()
    if not rates:
        return [] if made.domestic else [Fact(label=label, value=say(language, "cost.fact_fx_none"))]
    return [
        Fact(
            label=label,
            value=say(
                language,
                "cost.fact_fx_value",
                rate=plain(language, rate.per_eur, 4),
                sign=say(language, f"currency.{rate.currency}.sign"),
                day=day(language, rate.on),
            ),
        )
        for rate in rates
    ]


def step_facts(made: Estimate, sources: Mapping[str, Source], language: Language) -> list[Fact]:
    """From contacts to people: every total of the way, each opening its formula."""
    staffing = made.staffing
    week, month = made.inputs.coverage_hours_week, staffing.coverage_hours_month
    coverage = say(
        language, "cost.fact_coverage_value", week=plain(language, week), month=number(language, month)
    )
    computed = sources["computed"]
    origin = Origin(
        source=computed.id, locator="", checked_on=computed.checked_on, valid_from=computed.checked_on
    )

    def step(name: str, formula: str, value: str) -> Fact:
        label, note = say(language, f"cost.fact_{name}"), say(language, f"costing.formula.{formula}")
        return Fact(label=label, value=value, source=computed, origin=origin, note=note)

    return [
        Fact(label=say(language, "cost.fact_contacts"), value=number(language, made.demand.contacts_month)),
        Fact(label=say(language, "cost.fact_coverage"), value=coverage),
        step("workload", "workload_hours", plain(language, made.demand.workload_hours, 1)),
        step("productive", "productive_hours", number(language, staffing.productive_hours, 1)),
        step("separate", "separate_hours", number(language, staffing.separate_hours, 1)),
        step("pooled", "pooled_hours", number(language, staffing.pooled_hours, 1)),
        step("paid", "paid_hours", number(language, staffing.paid_hours)),
        step("fte", "fte", number(language, staffing.fte, 1)),
    ]
