"""The sheet of demand: contacts become hours of work."""

from documents.formulas import Term, total
from documents.workbook import cell_name
from domain.costing.estimate import Estimate
from domain.shared.measures import SECONDS_PER_HOUR
from services.costing_workbook_inputs import Inputs
from services.costing_workbook_rows import Calculation
from services.sentences import channel_name
from words.names import language_name

_SPOKEN = "phone"


def write_demand(cost: Estimate, made: Calculation) -> tuple[dict[str, Term], Term, Term, Term | None]:
    """Hours of work per channel and per language."""
    inputs, words = made.inputs, made.words
    made.tab.title(words.t("by_channel"))
    made.tab.head(words.t("col.line"), words.t("col.hours"), words.t("col.formula"))
    work: dict[str, Term] = {}
    for channel in cost.inputs.contacts_month:
        content = (
            inputs[cell_name("contacts", channel)] * inputs[cell_name("aht", channel)] / SECONDS_PER_HOUR
        )
        if channel in cost.inputs.concurrency:
            content = content / inputs[cell_name("concurrency", channel)]
        name = channel_name(words.language, channel)
        work[channel] = made.step(cell_name("work", channel), name, content, formula="workload_hours")
    hours: dict[str, Term] = {}
    made.tab.title(words.t("by_language"))
    made.tab.head(words.t("col.line"), words.t("col.hours"))
    for code in cost.demand.languages:
        content = total([work[channel] * inputs.mix(channel, code) for channel in work])
        name = language_name(words.language, code)
        hours[code] = made.step(cell_name("hours", code), name, content)
    made.tab.title(words.said("cost.total"))
    made.tab.head(words.t("col.line"), words.t("col.value"), words.t("col.formula"))
    contacts = total([inputs[cell_name("contacts", channel)] for channel in work])
    contacts = made.step("contacts", words.said("cost.fact_contacts"), contacts, "count")
    workload = total(list(work.values()))
    workload = made.step("workload", words.said("cost.fact_workload"), workload, formula="workload_hours")
    if not contacts.value:
        return hours, contacts, workload, None
    aht = workload * SECONDS_PER_HOUR / contacts
    return (
        hours,
        contacts,
        workload,
        made.step("aht", words.t("effective_aht"), aht, "hours", "effective_aht_s"),
    )


def contacts_of(cost: Estimate, inputs: Inputs, code: str, *, every: bool) -> Term:
    """Contacts of a language in a month: all of them, or those that a bot can take."""
    channels = [name for name in cost.inputs.contacts_month if every or name != _SPOKEN]
    return total([inputs[cell_name("contacts", name)] * inputs.mix(name, code) for name in channels])


def text_hours_of(cost: Estimate, inputs: Inputs, code: str) -> Term:
    """Productive hours of what a bot can take."""
    lines = [line for line in cost.demand.channels if line.channel != _SPOKEN]
    work = [
        Term(cell_name("work", line.channel), line.hours) * inputs.mix(line.channel, code) for line in lines
    ]
    return total(work) / inputs["occupancy"]
