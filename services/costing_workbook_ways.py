"""The sheet of make or buy."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from documents.formulas import Term, either, most, term, total, whole
from documents.workbook import Figure, Tab, cell_name
from domain.costing.alternatives import AlternativeId
from domain.costing.band import ENDS, End
from domain.costing.estimate import Estimate
from domain.costing.language_mix import shared_groups
from domain.costing.make_or_buy import MakeOrBuy
from domain.costing.own_team import OwnTeam
from domain.shared.measures import MONTHS_PER_YEAR
from services.catalog import catalog
from services.costing_workbook_inputs import Inputs
from services.costing_workbook_rows import Calculation, Three, exact, three
from services.costing_workbook_work import Group, Work

Lines = Iterator[tuple[str, Three]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ways:
    """What the alternatives are calculated with."""

    case: MakeOrBuy
    made: Calculation
    work: Work
    rate: Three
    shared: Three
    bot: Three
    seat_hours: Term

    def contacts(self, group: Group) -> Term:
        return total([self.work.language_contacts[code] for code in group.of.languages])

    def service(self, hours: Three, paid: Three) -> Three:
        """Dedicated agents: hours and their premium at the rate, or whole seats at the price of a seat."""
        if self.case.agent_unit == "seat_month":
            return self.rate.end_by_end(Three(*(whole(each / self.seat_hours) for each in hours)))
        return self.rate.end_by_end(paid)

    @property
    def tools(self) -> Term:
        return self.made.inputs[self.case.entry("tools").removeprefix("parameters.")]

    @property
    def manager(self) -> Term:
        return self.made.inputs[self.case.entry("manager").removeprefix("parameters.")]

    def beside(self, hours: Term) -> Lines:
        """Tools for the seats these hours take, and the manager."""
        yield "tools", exact(whole(hours / self.seat_hours) * self.tools)
        yield "manager", exact(self.manager)


def write_ways(cost: Estimate, inputs: Inputs, work: Work, rates: Mapping[str, Three]) -> Tab:
    """Every way of getting the service, line by line."""
    words, case = inputs.words, cost.make_or_buy
    made = Calculation(Tab(words.t("tab.ways")), inputs)
    ways = _prepared(cost, made, work, rates)
    makers: Mapping[AlternativeId, Callable[[_Ways], Lines]] = {
        "own_team": _own_team,
        "dedicated": _dedicated,
        "shared_desk": _shared_desk,
        "hybrid_by_language": _hybrid,
        "bot_first": _bot_first,
    }
    for way in cost.alternatives:
        made.tab.title(f"{words.said(f'costing.alternative.{way.id}')}, {case.currency}")
        made.tab.head(words.t("col.line"), *(words.said(f"ui.{end}") for end in ENDS))
        lines = [
            three(made, cell_name("way", way.id, line), words.said(f"costing.line.{line}"), content)
            for line, content in makers[way.id](ways)
        ]
        month = Three(*(total([line[end] for line in lines]) for end in range(len(ENDS))))
        month = three(made, cell_name("way", way.id, "month"), words.said("costing.line.month"), month)
        if work.contacts.value:
            three(
                made,
                cell_name("way", way.id, "per_contact"),
                words.t("per_contact"),
                month.over(work.contacts),
            )
        if way.holds_if:
            made.tab.row(words.said(f"costing.holds_if.{way.holds_if}"))
    return made.tab


def _prepared(cost: Estimate, made: Calculation, work: Work, rates: Mapping[str, Three]) -> _Ways:
    """The rate per productive hour or seat, hours of a seat, and prices beside them."""
    case, words = cost.make_or_buy, made.words
    made.tab.title(words.t("ways_title"))
    made.tab.head(words.t("col.input"), *(words.said(f"ui.{end}") for end in ENDS))
    hours = made.step("seat_hours", words.t("seat_hours"), work.full_time * work.shares["paid_hour"])
    rate = rates[case.rate]
    if case.agent_unit == "productive_hour":
        rate = rate.over(work.shares[cost.places[case.rate].rate.read_as])
        rate = three(made, "rate_productive", words.said("costing.input.rate_productive"), rate, "rate")
    return _Ways(
        case=case,
        made=made,
        work=work,
        rate=rate,
        shared=_price(made, case, "shared", rates),
        bot=_price(made, case, "bot", rates),
        seat_hours=hours,
    )


def _price(made: Calculation, case: MakeOrBuy, name: str, rates: Mapping[str, Three]) -> Three:
    """The price of a shared desk or a bot: one of the rates, or a range of the parameters."""
    room, _, entry = case.entry(name).partition(".")
    return rates[entry] if room != "parameters" else _range(made, entry)


def _range(made: Calculation, entry: str) -> Three:
    """A range of the parameters: low, default and high are inputs of this sheet."""
    parameter, words = catalog().parameters[entry], made.words
    cells = [
        Figure(name=cell_name(entry, end), content=float(value), shown="rate")
        for end, value in zip(ENDS, (parameter.low, parameter.default, parameter.high), strict=True)
    ]
    made.tab.row(parameter.label[words.language], *cells, *words.of_parameter(entry))
    return Three(*(cell.term for cell in cells))


def _dedicated(ways: _Ways) -> Lines:
    yield "service", ways.service(exact(ways.work.people.hours), exact(ways.work.people.billed))
    yield from ways.beside(ways.work.people.hours)


def _shared_desk(ways: _Ways) -> Lines:
    yield "shared_tickets", ways.shared.times(ways.work.contacts)
    yield "manager", exact(ways.manager)


def _hybrid(ways: _Ways) -> Lines:
    """Each group goes where it is cheaper; a group that fills its coverage stays with agents of its own."""
    mixes = [_mix(ways, end) for end in ENDS]
    label = ways.made.words.t("hybrid_hours")
    hours = three(ways.made, "hybrid_hours", label, Three(*(mix.hours for mix in mixes)), "hours")
    if any(each.value for each in hours):
        yield "service", ways.service(hours, Three(*(mix.paid for mix in mixes)))
    yield "shared_tickets", ways.shared.end_by_end(Three(*(mix.contacts for mix in mixes)))
    yield "tools", Three(*(whole(each / ways.seat_hours) * ways.tools for each in hours))
    yield "manager", exact(ways.manager)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mix:
    """Hours of dedicated agents, the hours paid for them, and contacts of the shared desk."""

    hours: Term
    paid: Term
    contacts: Term


def _mix(ways: _Ways, end: End) -> _Mix:
    """Each group where it is cheaper at an end."""
    goes = [(group, _goes_to_the_desk(ways, group, end)) for group in ways.work.groups]
    kept = [(group, (term(1) - share) * group.required) for group, share in goes]
    return _Mix(
        hours=total([hours for _, hours in kept]),
        paid=total([group.paid(hours) for group, hours in kept]),
        contacts=total([share * ways.contacts(group) for group, share in goes]),
    )


def _goes_to_the_desk(ways: _Ways, group: Group, end: End) -> Term:
    """1 for a group at the shared desk, 0 for one with agents of its own.

    Where seats are paid, every choice of groups was weighed; it is taken as the estimate made it, as the pools are.
    """
    case = ways.case
    if case.agent_unit == "seat_month":
        shared = {work.languages for work in shared_groups(case, 1.0, end)}
        of_group = next(
            each.languages
            for each in case.groups
            if {work.language for work in each.languages} == set(group.of.languages)
        )
        return term(1 if of_group in shared else 0)
    price, rate = ways.shared[ENDS.index(end)], ways.rate[ENDS.index(end)]
    cheaper = either(ways.contacts(group) * price, "<", group.paid(group.required) * rate, 1, 0)
    limit = ways.made.inputs["shared_desk_share"]
    return either(group.needed, "<", limit * group.floor, cheaper, 0)


def _bot_first(ways: _Ways) -> Lines:
    """A bot settles its share of the written contacts; agents answer the rest and keep the coverage."""
    work, share = ways.work, ways.made.inputs["bot_containment"]
    left = [
        most(
            group.floor,
            group.needed - share * total([work.language_text_hours[code] for code in group.of.languages]),
        )
        for group in work.groups
    ]
    hours = ways.made.step("bot_hours", ways.made.words.t("bot_hours"), total(left))
    paid = total([group.paid(each) for group, each in zip(work.groups, left, strict=True)])
    settled = total(
        [work.language_text_contacts[code] for group in work.groups for code in group.of.languages]
    )
    yield "service", ways.service(exact(hours), exact(paid))
    yield "bot", ways.bot.times(settled * share)
    yield from ways.beside(hours)


def _own_team(ways: _Ways) -> Lines:
    """Wages above the minimum, overhead, and replacing who leaves."""
    team, inputs = ways.case.own_team, ways.made.inputs
    if not isinstance(team, OwnTeam):
        return
    country = team.floor.floor.country
    worked = Term(cell_name("floor", country, "worked_year"), float(team.floor.floor.worked_hours_year))
    paid = Term(cell_name("floor", country, "paid_year"), float(team.floor.floor.paid_hours_year))
    cost = Term(cell_name("floor", country, "cost_paid_hour"), team.floor.cost_paid_hour)
    person = worked * (term(1) - inputs["in_work_shrinkage"]) / MONTHS_PER_YEAR
    people = ways.made.step(
        "own_people", ways.made.words.said("costing.input.own_fte"), ways.work.people.hours / person, "factor"
    )
    hour = _range(ways.made, "own_team_wage_over_minimum").times(cost)
    paid_people = ways.work.people.billed / person
    wages = hour.times(paid_people).times(paid).over(MONTHS_PER_YEAR)
    yield "wages", wages
    yield "own_overhead", wages.end_by_end(_range(ways.made, "own_team_overhead"))
    leavers = inputs["attrition_year"] * people / MONTHS_PER_YEAR
    training = hour.times(inputs["initial_training_h"])
    yield (
        "replacements",
        Three(*((each + inputs["recruiting_cost"]) * leavers for each in training)),
    )
