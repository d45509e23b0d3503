"""The sheet of staffing: hours become people."""

from dataclasses import dataclass

from documents.formulas import Term, least, most, share_of, term, total, whole
from documents.workbook import Figure, Tab, cell_name
from domain.costing.coverage import AgentGroup
from domain.costing.estimate import Estimate
from domain.costing.hours import BASES, BillingBasis
from domain.costing.staffing import premium_of
from domain.shared.measures import MINUTES_PER_HOUR
from services.costing_workbook_demand import contacts_of, text_hours_of, write_demand
from services.costing_workbook_inputs import Inputs
from services.costing_workbook_rows import Calculation


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group of agents as formulas refer to it; hours of a normal month."""

    of: AgentGroup
    workload: Term
    needed: Term
    floor: Term
    required: Term
    premium: Term | None

    def paid(self, hours: Term) -> Term:
        """Hours of the group, what several languages cost more counted as hours."""
        return hours if self.premium is None else hours * (term(1) + self.premium)


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The hours of all groups in a normal month, and how many people work them."""

    hours: Term
    idle: Term
    premium: Term
    fte: Term
    seats: Term

    @property
    def billed(self) -> Term:
        """The productive hours a price per hour is paid for."""
        return self.hours + self.premium if self.premium.value else self.hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Demand and staffing of a normal month as formulas refer to them."""

    contacts: Term
    workload: Term
    aht_s: Term | None
    language_contacts: dict[str, Term]
    language_text_contacts: dict[str, Term]
    language_text_hours: dict[str, Term]
    language_hours: dict[str, Term]
    groups: tuple[Group, ...]
    people: People
    full_time: Term
    shares: dict[BillingBasis, Term]

    def billed(self, hours: Term, basis: BillingBasis) -> Term:
        """Productive hours as hours of a basis."""
        return hours / self.shares[basis]

    @property
    def minutes(self) -> Term:
        """Minutes of handling."""
        return self.workload * MINUTES_PER_HOUR

    def language_share(self, language: str) -> Term:
        """The share of all hours that a language causes; where nothing comes in, everybody waits alike."""
        group = next(each for each in self.groups if language in each.of.languages)
        part = share_of(self.language_hours[language], group.workload, 1 / len(group.of.languages))
        return share_of(group.required * part, self.people.hours, 1 / len(self.language_hours))


def write_work(cost: Estimate, inputs: Inputs) -> tuple[tuple[Tab, ...], Work]:
    """Demand and staffing."""
    words = inputs.words
    demand, staffing = Tab(words.t("tab.demand")), Tab(words.t("tab.staffing"))
    hours, contacts, workload, aht = write_demand(cost, Calculation(demand, inputs))
    made = Calculation(staffing, inputs)
    month = inputs["weeks_per_year"] / inputs["months_per_year"]
    full_time = _calendar(made, month, workload)
    _separate(cost, made, hours, month)
    groups = _groups(cost, made, hours, month)
    people = _people(made, groups, full_time)
    return (demand, staffing), Work(
        contacts=contacts,
        workload=workload,
        aht_s=aht,
        language_contacts={code: contacts_of(cost, inputs, code, every=True) for code in hours},
        language_text_contacts={code: contacts_of(cost, inputs, code, every=False) for code in hours},
        language_text_hours={code: text_hours_of(cost, inputs, code) for code in hours},
        language_hours=hours,
        groups=groups,
        people=people,
        full_time=full_time,
        shares=_shares(made),
    )


def _calendar(made: Calculation, month: Term, workload: Term) -> Term:
    """Hours of full-time work, coverage and handling in a month; those of full-time work are needed further on."""
    words, inputs = made.words, made.inputs
    made.tab.title(words.t("staffing_title"))
    made.tab.head(words.t("col.line"), words.t("col.hours"), words.t("col.formula"))
    full_time = made.step("full_time_month", words.t("full_time"), inputs["contract_week"] * month)
    made.step(
        "coverage_month",
        words.t("coverage_month"),
        inputs["coverage_week"] * month,
        formula="coverage_hours_month",
    )
    made.step(
        "productive_hours",
        words.said("cost.fact_productive"),
        workload / inputs["occupancy"],
        formula="productive_hours",
    )
    return full_time


def _people(made: Calculation, groups: tuple[Group, ...], full_time: Term) -> People:
    """The hours of all groups, and how many people work them."""
    words, inputs = made.words, made.inputs
    pooled = total([group.required for group in groups])
    pooled = made.step("pooled_hours", words.said("cost.fact_pooled"), pooled, formula="pooled_hours")
    idle = total([group.required - group.needed for group in groups])
    idle = made.step("idle_hours", words.said("cost.col_idle"), idle, formula="idle_hours")
    paid = pooled / (term(1) - inputs["shrinkage"])
    paid = made.step("paid_hours", words.said("cost.fact_paid"), paid, formula="paid_hours")
    fte = made.step("fte", words.said("cost.fact_fte"), paid / full_time, "factor", "fte")
    seats = made.step("seats", words.said("costing.input.seats"), whole(fte), "count", "seats")
    premium = total([group.required * group.premium for group in groups if group.premium is not None])
    if premium.text != "0":
        label, formula = words.said("costing.input.premium_hours"), "pool_premium_hours"
        premium = made.step("premium_hours", label, premium, formula=formula)
    return People(hours=pooled, idle=idle, premium=premium, fte=fte, seats=seats)


def _separate(cost: Estimate, made: Calculation, hours: dict[str, Term], month: Term) -> None:
    """Every language on its own."""
    parts = [
        most(_floor(made.inputs, (code,), month), hours[code] / made.inputs["occupancy"])
        for code in cost.demand.languages
    ]
    label = made.words.said("cost.fact_separate")
    made.step("separate_hours", label, total(parts), formula="separate_hours")


def _floor(inputs: Inputs, languages: tuple[str, ...], month: Term) -> Term:
    return inputs.coverage(languages) * month * inputs["seats_min"]


def _groups(cost: Estimate, made: Calculation, hours: dict[str, Term], month: Term) -> tuple[Group, ...]:
    """The pools as they are staffed; which languages share agents is decided in the questionnaire."""
    words, inputs, found = made.words, made.inputs, []
    made.tab.title(words.said("cost.hours"))
    columns = ("group", "workload", "needed", "floor", "required", "idle")
    made.tab.head(*(words.said(f"cost.col_{name}") for name in columns))
    for number, group in enumerate(cost.staffing.pooled.groups, start=1):
        workload = total([hours[code] for code in group.languages])
        needed, floor = workload / inputs["occupancy"], _floor(inputs, group.languages, month)
        names = [cell_name("group", str(number), part) for part in ("work", "needed", "floor", "required")]
        cells = [
            Figure(name=names[0], content=workload, shown="hours"),
            Figure(
                name=names[1], content=Term(names[0], workload.value) / inputs["occupancy"], shown="hours"
            ),
            Figure(name=names[2], content=floor, shown="hours"),
        ]
        required = Figure(
            name=names[3],
            content=most(Term(names[2], floor.value), Term(names[1], needed.value)),
            shown="hours",
        )
        idle = Figure(content=required.term - cells[1].term, shown="hours")
        made.tab.row(words.group(group.languages), *cells, required, idle)
        premium = inputs["multi_skill_premium"] if premium_of(cost.inputs, group.languages) else None
        found.append(
            Group(
                of=group,
                workload=cells[0].term,
                needed=cells[1].term,
                floor=cells[2].term,
                required=required.term,
                premium=premium,
            )
        )
    made.tab.title(words.t("sums"))
    made.tab.head(words.t("col.line"), words.t("col.value"), words.t("col.formula"))
    return tuple(found)


def _shares(made: Calculation) -> dict[BillingBasis, Term]:
    """What of an hour of each basis is productive."""
    lost = {
        "paid_hour": made.inputs["shrinkage"],
        "logged_in_hour": least(made.inputs["in_work_shrinkage"], made.inputs["shrinkage"]),
        "productive_hour": term(0),
    }
    words = made.words
    return {
        basis: made.step(
            f"productive_share_{basis}",
            words.t("productive_share", basis=words.said(f"cost.basis.{basis}")),
            term(1) - lost[basis],
            "share",
            "productive_share",
        )
        for basis in BASES
    }
