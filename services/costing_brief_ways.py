"""The third page of the cost brief: the people, and the other ways of getting the service."""

from collections.abc import Iterator

from domain.costing.week_plan import WeekPlan
from domain.shared.outcomes import NotAssessed
from domain.shared.paper import Block, Curve, Curves
from services.costing_brief_words import Brief, Part, adds_hours
from words.names import language_name, listed
from words.numbers import number, plain

_MOST_GROUPS, _MOST_CROSSINGS = 6, 3
_VOLUMES = (200, 2_000, 20_000, 200_000)
_TICKS = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)


def people_page(brief: Brief) -> tuple[Part, ...]:
    """Groups and their floor, the plan by the hour, the ways beside each other, where they change places."""
    t = brief.t
    return (
        Part(
            blocks=(
                brief.heading(t("cost_brief.people")),
                brief.paragraph(t("cost.hours_text"), leads=True),
                _groups(brief),
            )
        ),
        Part(blocks=brief.bullets(list(_people(brief)))),
        Part(
            blocks=(
                brief.heading(t("cost_view.ways_title"), 2),
                brief.paragraph(_advice(brief), leads=True),
                _ways(brief),
            )
        ),
        Part(blocks=tuple(_curves(brief)), rank=1),
        Part(blocks=brief.bullets(list(_crossings(brief))), rank=2),
        Part(blocks=brief.bullets([_wages(brief)]), rank=3),
    )


def _groups(brief: Brief) -> Block:
    """Each group of agents with what contacts need and what coverage needs; the smallest summed up."""
    t, plan = brief.t, brief.cost.staffing.pooled
    columns = ("group", "workload", "needed", "floor", "required", "idle")
    rows = []
    for group in sorted(plan.groups, key=lambda each: -each.required_hours)[:_MOST_GROUPS]:
        name = " + ".join(language_name(brief.language, code) for code in group.languages)
        figures = (
            group.workload_hours,
            group.productive_hours,
            group.floor_hours,
            group.required_hours,
            group.idle_hours,
        )
        rows.append((name, *(number(brief.language, value) for value in figures)))
    left = len(plan.groups) - len(rows)
    total = (
        brief.cost.demand.workload_hours,
        brief.cost.staffing.productive_hours,
        plan.floor_hours,
        plan.hours,
        plan.idle_hours,
    )
    name = t("cost_brief.total_with", count=left) if left else t("cost.total")
    rows.append((name, *(number(brief.language, value) for value in total)))
    return brief.table(
        [t(f"cost.col_{column}") for column in columns], rows, (30, 14, 14, 14, 14, 14), "wfffff"
    )


def _people(brief: Brief) -> Iterator[str]:
    """Full-time people, the team around them, and the second reading by the hour."""
    language, staffing, team = brief.language, brief.cost.staffing, brief.costing.plan.team
    yield brief.t(
        "cost_brief.fte",
        hours=number(language, staffing.pooled_hours),
        paid=number(language, staffing.paid_hours),
        fte=plain(language, staffing.fte, 1),
        seats=team.seats,
        trainees=team.trainees,
    )
    week = brief.costing.plan.week
    if isinstance(week, WeekPlan) and not isinstance(week.ratio, NotAssessed):
        if not adds_hours(week.ratio):
            yield brief.t("cost_brief.same_readings")
            return
        yield brief.t(
            "cost_brief.two_readings",
            formula=number(language, staffing.pooled_hours),
            plan=number(language, week.required_hours_month),
            ratio=plain(language, week.ratio),
        )


def _advice(brief: Brief) -> str:
    way, why = brief.cost.advice
    return brief.t(
        "cost_view.advice", way=brief.t(f"costing.alternative.{way}"), why=brief.t(f"costing.advice.{why}")
    )


def _ways(brief: Brief) -> Block:
    t, currency = brief.t, brief.cost.make_or_buy.currency
    rows = []
    for way in brief.cost.alternatives:
        condition = t(f"costing.holds_if.{way.holds_if}") if way.holds_if else t("cost_view.same_service")
        name = t(f"costing.alternative.{way.id}")
        rows.append((name, condition, brief.band(way.month), brief.per_contact(way.per_contact, currency)))
    heads = (
        t("cost_view.col_way"),
        t("cost_brief.col_condition"),
        t("cost.col_month", currency=currency),
        t("cost_brief.col_contact"),
    )
    return brief.table(heads, rows, (22, 38, 28, 12), "wwff")


def _curves(brief: Brief) -> Iterator[Block]:
    """The ways from 200 to 200,000 contacts."""
    t, cost, grid = brief.t, brief.cost, brief.costing.grid
    if not grid.contacts or not cost.demand.contacts_month:
        return
    language, currency, here = brief.language, cost.make_or_buy.currency, cost.demand.contacts_month
    curves = tuple(
        Curve(label=t(f"costing.alternative.{way}"), values=tuple(month.base for month in months))
        for way, months in grid.months.items()
    )
    values = [value for curve in curves for value in curve.values]
    inside = min(values), max(values)
    yield brief.heading(t("cost_view.curves_title"), 2)
    yield brief.paragraph(t("cost_brief.curves_read", currency=currency), "note", leads=True)
    yield Curves(
        language=language,
        places=grid.contacts,
        curves=curves,
        across=tuple((float(at), number(language, at)) for at in _VOLUMES),
        up=tuple((float(at), number(language, at)) for at in _TICKS if inside[0] <= at <= inside[1]),
        mark=(
            min(max(here, grid.contacts[0]), grid.contacts[-1]),
            t("cost_view.here", contacts=number(language, here)),
        ),
    )


def _crossings(brief: Brief) -> Iterator[str]:
    """Where two ways change places."""
    t, language = brief.t, brief.language
    crossings = [
        t(
            "cost_view.crossing",
            contacts=number(language, each.contacts),
            below=t(f"costing.alternative.{each.below}"),
            above=t(f"costing.alternative.{each.above}"),
        )
        for each in brief.cost.crossovers[:_MOST_CROSSINGS]
    ]
    if crossings:
        yield t("cost_brief.crossings", crossings=listed(language, crossings))


def _wages(brief: Brief) -> str:
    """Whose wages an own team is calculated at."""
    team = brief.cost.make_or_buy.own_team
    if team is None:
        return brief.t("cost_view.no_own_team")
    return brief.t("cost_view.own_team", country=team.floor.floor.name[brief.language])
