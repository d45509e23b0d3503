"""The cost as a workbook that calculates: change an input and every result follows, unrounded."""

from collections.abc import Iterator

from documents.workbook import Tab, write_workbook
from domain.costing.estimate import Estimate
from domain.costing.guardrails import refusals
from services.catalog import catalog
from services.costing_kept import Costing
from services.costing_workbook_floors import write_floors
from services.costing_workbook_inputs import Inputs, write_inputs
from services.costing_workbook_models import write_models
from services.costing_workbook_months import write_years
from services.costing_workbook_prices import write_prices, write_rates
from services.costing_workbook_ways import write_ways
from services.costing_workbook_words import Spoken
from services.costing_workbook_work import write_work
from services.costing_workbook_year import write_year
from services.sentences import finding_sentence
from words import Language

_PARAMETERS = ("vendor_overhead", "vendor_margin", "shared_desk_share", "bot_containment", "attrition_year")
_MONEY = ("recruiting_cost",)
_HOURS = ("shift_month_h", "temp_day_h")


def cost_workbook(costing: Costing, language: Language, *, name: str) -> bytes:
    """The estimate as XLSX: inputs with their sources, and every result as a formula that refers to them.

    What cannot be a formula is left to the page: the plan by the hour, the 10,000 draws, and quotes with
    tiers or a minimum.

    Args:
        costing: what is written.
        language: of every word.
        name: of the project.
    """
    cost, words = costing.estimate, Spoken(record=costing.record, language=language)
    inputs = write_inputs(cost, words)
    _other_parameters(inputs, cost)
    rates_tab, rates = write_rates(cost, inputs)
    work_tabs, work = write_work(cost, inputs)
    months_tab, first, later = write_years(cost, inputs, work)
    tabs = (
        *_refusal(cost, words),
        inputs.tab,
        rates_tab,
        *work_tabs,
        months_tab,
        write_prices(cost, inputs, work, rates),
        write_year(cost, inputs, work, rates, first, first=True),
        write_year(cost, inputs, work, rates, later, first=False),
        write_models(cost, inputs, work, first, rates),
        write_floors(cost, inputs),
        write_ways(cost, inputs, work, rates),
        _sources(cost, words),
    )
    return write_workbook(tabs, title=words.t("title", name=name))


def _refusal(cost: Estimate, words: Spoken) -> Iterator[Tab]:
    """Before anything else, what refuses the plan; no such sheet in a workbook that may be used."""
    refused = refusals(cost.findings)
    if refused:
        tab = Tab(words.said("cost.refused_badge"))
        tab.title(words.said("cost.refused"))
        for finding in refused:
            tab.row(finding_sentence(words.language, finding))
        yield tab


def _other_parameters(inputs: Inputs, cost: Estimate) -> None:
    """What make or buy, wage floors and domestic models are calculated with."""
    inputs.tab.title(inputs.words.t("other_inputs"))
    for name in _PARAMETERS:
        inputs.parameter(name, "share")
    for name in _MONEY:
        inputs.parameter(name, "money", currency=cost.currency)
    if cost.pricing.domestic is not None:
        for name in _HOURS:
            inputs.parameter(name, "hour")


def _sources(cost: Estimate, words: Spoken) -> Tab:
    """Every source of the register that rates and parameters name."""
    tab, known, library = Tab(words.t("tab.sources")), catalog(), cost.pricing.rate_library
    names = ("source", "kind", "confidence", "checked_on", "address", "note")
    tab.head(*(words.t(f"col.{name}") for name in names))
    used = [
        *(price.rate.origin.source for price in cost.places.values()),
        *(model.origin.source for model in (*library.models, *library.domestic)),
        *(parameter.origin.source for parameter in known.parameters.values()),
        *(wage.origin.source for floor in known.wage_floors.values() for wage in floor.wages),
    ]
    for source in (known.sources[name] for name in dict.fromkeys(used)):
        tab.row(
            source.title[words.language],
            words.said(f"source.kind.{source.kind}"),
            words.said(f"source.confidence.{source.confidence}"),
            source.checked_on.isoformat(),
            source.address,
            source.note[words.language] if source.note else "",
        )
    return tab
