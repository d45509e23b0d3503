"""The people behind a record beyond the monthly figure: by the hour of the week, by the month of the year, as a team."""

from dataclasses import dataclass

from domain.costing.calendar import calendar_of
from domain.costing.guardrails import check_week
from domain.costing.inputs import check_inputs
from domain.costing.people import Team, TeamRules, build_team
from domain.costing.staffing import Staffing, staff
from domain.costing.week_plan import WeekPlan, plan_week
from domain.costing.workload import measure_demand
from domain.costing.year import YearStaffing, staff_year
from domain.requirements.record import Record
from domain.shared.outcomes import Finding, NotAssessed
from services.catalog import catalog
from services.costing_inputs import estimate_inputs, first_month
from services.costing_pricing import reserve_share


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffingPlan:
    """All readings of the staffing of a record.

    Attributes:
        month: the normal month, with every language on its own, the given and the cheapest pools.
        week: the normal week hour by hour, in the time zone of the record.
        year: the first twelve months with growth, peaks and launches.
        team: the people behind the normal month.
        findings: what the week cannot keep.
    """

    month: Staffing
    week: WeekPlan | NotAssessed
    year: YearStaffing[float]
    team: Team
    findings: tuple[Finding, ...]


def staffing_plan(record: Record) -> StaffingPlan:
    """The staffing of a record.

    Raises:
        DomainError: an answer is missing or nothing can be calculated with it.
    """
    inputs = estimate_inputs(record)
    check_inputs(inputs)
    calendar = calendar_of(catalog().parameters)
    month = staff(inputs, measure_demand(inputs), calendar)
    week = plan_week(inputs, month.pooled, calendar)
    return StaffingPlan(
        month=month,
        week=week,
        year=staff_year(inputs, month.pooled, calendar, first_month=first_month(record).month),
        team=build_team(month.fte, inputs.weekly_contract_hours, team_rules(record)),
        findings=() if isinstance(week, NotAssessed) else check_week(week),
    )


def team_rules(record: Record) -> TeamRules:
    """How a team is built and kept; the reserve is the merchant's answer."""
    parameters = catalog().parameters
    return TeamRules(
        agents_per_team_lead=float(parameters["team_lead_ratio"].default),
        agents_per_qa=float(parameters["qa_ratio"].default),
        agents_per_trainer=float(parameters["trainer_ratio"].default),
        reserve_share=reserve_share(record),
        recruit_weeks=float(parameters["recruit_weeks"].default),
        initial_training_h=float(parameters["initial_training_h"].default),
        attrition_year=float(parameters["attrition_year"].default),
        ramp_weeks=float(parameters["ramp_weeks"].default),
        ramp_output=float(parameters["ramp_output"].default),
    )
