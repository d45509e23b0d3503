"""Full-time employees become people: seats, reserve, leaders, leavers, and the hours they need to learn."""

import math
from dataclasses import dataclass

from domain.costing.shifts import whole_people
from domain.shared.outcomes import DomainError


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRules:
    """How a team is built and kept.

    Attributes:
        agents_per_team_lead: full-time agents per team leader.
        agents_per_qa: full-time agents per quality analyst.
        agents_per_trainer: full-time agents per trainer.
        reserve_share: trained people in reserve over seats.
        recruit_weeks: weeks until somebody is hired.
        initial_training_h: hours of training before the first contact.
        attrition_year: leavers a year over agents.
        ramp_weeks: weeks until a new agent works at full pace.
        ramp_output: what a new agent gets done in these weeks over what an experienced one does.

    Raises:
        DomainError: ``costing.team_rules_outside`` names the first value that makes no sense.
    """

    agents_per_team_lead: float
    agents_per_qa: float
    agents_per_trainer: float
    reserve_share: float
    recruit_weeks: float
    initial_training_h: float
    attrition_year: float
    ramp_weeks: float
    ramp_output: float

    def __post_init__(self) -> None:
        ratios = ("agents_per_team_lead", "agents_per_qa", "agents_per_trainer")
        sensible = {
            **{name: 0 < getattr(self, name) < math.inf for name in ratios},
            **{
                name: 0 <= getattr(self, name) < math.inf
                for name in (
                    "reserve_share",
                    "recruit_weeks",
                    "initial_training_h",
                    "attrition_year",
                    "ramp_weeks",
                )
            },
            "ramp_output": 0 < self.ramp_output <= 1,
        }
        for name, holds in sensible.items():
            if not holds:
                raise DomainError("costing.team_rules_outside", rule=name, given=float(getattr(self, name)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """The people behind a plan.

    Attributes:
        agents_fte: full-time agents.
        seats: agents in whole people: desks, tools and log-ins.
        reserve: further people who are trained and stand by, unrounded.
        trainees: people to train before the start, the reserve included.
        team_leads_fte: team leaders, as full-time employees.
        qa_fte: quality analysts.
        trainers_fte: trainers.
        leavers_year: agents to replace each year.
        start_weeks: from the order to the first contact: hiring, then training full-time.
        start_training_hours: training before the start.
        replacement_training_hours_year: training of those who replace leavers, a year.
        start_ramp_hours: paid hours lost until the first team works at full pace.
        replacement_ramp_hours_year: the same for replacements, a year.
    """

    agents_fte: float
    seats: int
    reserve: float
    trainees: int
    team_leads_fte: float
    qa_fte: float
    trainers_fte: float
    leavers_year: float
    start_weeks: float
    start_training_hours: float
    replacement_training_hours_year: float
    start_ramp_hours: float
    replacement_ramp_hours_year: float


def build_team(agents_fte: float, weekly_contract_hours: float, rules: TeamRules) -> Team:
    """The people behind so many full-time agents.

    Args:
        agents_fte: full-time employees of a plan.
        weekly_contract_hours: of one of them.
        rules: how the team is built and kept.
    """
    seats = whole_people(agents_fte)
    trainees = whole_people(seats * (1 + rules.reserve_share))
    leavers = agents_fte * rules.attrition_year
    # Paid hours in which one new agent gets less done.
    ramp_hours = rules.ramp_weeks * weekly_contract_hours * (1 - rules.ramp_output)
    return Team(
        agents_fte=agents_fte,
        seats=seats,
        reserve=seats * rules.reserve_share,
        trainees=trainees,
        team_leads_fte=agents_fte / rules.agents_per_team_lead,
        qa_fte=agents_fte / rules.agents_per_qa,
        trainers_fte=agents_fte / rules.agents_per_trainer,
        leavers_year=leavers,
        start_weeks=rules.recruit_weeks + rules.initial_training_h / weekly_contract_hours,
        start_training_hours=trainees * rules.initial_training_h,
        replacement_training_hours_year=leavers * rules.initial_training_h,
        start_ramp_hours=seats * ramp_hours,
        replacement_ramp_hours_year=leavers * ramp_hours,
    )
