"""What people of one's own cost: wages above the minimum, contributions, overhead, and replacing who leaves."""

from dataclasses import dataclass

from domain.costing.band import Band
from domain.costing.floors import FloorPrice
from domain.costing.lines import CostLine, computed, data
from domain.shared.measures import MONTHS_PER_YEAR


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTeam:
    """What an own team is calculated with.

    Attributes:
        floor: the minimum wage of the country, its contributions and hours.
        wage_over_minimum: wage over minimum wage.
        overhead: team leads, quality assurance, planning, IT and premises, over the cost of wages.
        in_work_shrinkage: share of worked hours that go to breaks, meetings and coaching.
        attrition_year: share of the people who leave in a year.
        training_h: hours of training of a new agent.
        recruiting: what finding one costs.
    """

    floor: FloorPrice
    wage_over_minimum: Band
    overhead: Band
    in_work_shrinkage: float
    attrition_year: float
    training_h: float
    recruiting: float

    @property
    def productive_hours_person_month(self) -> float:
        """Productive hours one full-time employee gives in an average month."""
        worked = float(self.floor.floor.worked_hours_year)
        return worked * (1 - self.in_work_shrinkage) / MONTHS_PER_YEAR

    @property
    def paid_hour(self) -> Band:
        """Wage and contributions per paid hour."""
        return self.wage_over_minimum.scaled(self.floor.cost_paid_hour)


def own_team_lines(team: OwnTeam, productive_hours: float, paid_for: float) -> tuple[CostLine, ...]:
    """The month of an own team: wages, overhead, replacements.

    Args:
        team: what it is calculated with.
        productive_hours: that its people work.
        paid_for: the same, what several languages cost more counted as hours.
    """
    fte = productive_hours / team.productive_hours_person_month
    wages = _wages(team, paid_for / team.productive_hours_person_month)
    overhead = CostLine(
        id="own_overhead",
        amount=wages.amount.times(team.overhead),
        formula="own_overhead",
        inputs=(
            computed("charged", wages.amount, "own_wages"),
            data("overhead_share", team.overhead, "parameters.own_team_overhead"),
        ),
    )
    return wages, overhead, _replacements(team, fte)


def _wages(team: OwnTeam, fte: float) -> CostLine:
    floor = team.floor.floor
    paid_hours = fte * float(floor.paid_hours_year) / MONTHS_PER_YEAR
    return CostLine(
        id="wages",
        amount=team.paid_hour.scaled(paid_hours),
        formula="own_wages",
        inputs=(
            computed("own_paid_hours", paid_hours, "own_paid_hours"),
            data("cost_paid_hour", team.floor.cost_paid_hour, f"floors.{floor.country}"),
            data("wage_over_minimum", team.wage_over_minimum, "parameters.own_team_wage_over_minimum"),
        ),
    )


def _replacements(team: OwnTeam, fte: float) -> CostLine:
    return CostLine(
        id="replacements",
        amount=_replacing(team).scaled(team.attrition_year * fte / MONTHS_PER_YEAR),
        formula="replacements",
        inputs=(
            computed("own_fte", fte, "own_fte"),
            data("attrition_share", team.attrition_year, "parameters.attrition_year"),
            data("training_h", team.training_h, "parameters.initial_training_h"),
            computed("own_paid_hour", team.paid_hour, "own_paid_hour"),
            data("recruiting", team.recruiting, "parameters.recruiting_cost"),
        ),
    )


def _replacing(team: OwnTeam) -> Band:
    """What one person who leaves costs: training the next one, and finding them."""
    training = team.paid_hour.scaled(team.training_h)
    return Band.total((training, Band.exact(team.recruiting)))
