"""The worked example as the sample states it, for the tests of the staffing."""

from dataclasses import replace
from typing import Any

from domain.costing.calendar import Calendar
from domain.costing.inputs import EstimateInputs
from domain.costing.live_queue import ServiceTarget
from domain.costing.pools import PoolLimits
from domain.costing.shifts import ShiftRules
from domain.costing.staffing import Staffing, staff
from domain.costing.week import Windows
from domain.costing.week_inputs import WeekInputs
from domain.costing.workload import measure_demand
from domain.shared.rounding import round_half_up
from services.costing_inputs import estimate_inputs
from services.requirements import from_file
from services.samples import read_sample

CALENDAR = Calendar(weeks_per_year=52, months_per_year=12)
RECORD = from_file(read_sample()[0], sample=True)[1]
ANY_PAIR = PoolLimits(languages_per_agent=2)
NO_LIMIT = PoolLimits(languages_per_agent=None)


def example(**change: Any) -> EstimateInputs:
    """The inputs of the sample: 6,000 contacts a month, five languages, Monday to Saturday 9 to 19."""
    return replace(estimate_inputs(RECORD), **change)


def staffed(inputs: EstimateInputs) -> Staffing:
    """The people for the normal month."""
    return staff(inputs, measure_demand(inputs), CALENDAR)


def shown(value: float, digits: int = 1) -> str:
    """A figure as it is printed."""
    return f"{round_half_up(value, digits):,}"


def windows(start: int, end: int, days: int = 6) -> Windows:
    """The same open hours on the first days of the week, from Monday."""
    return tuple(((day * 24 + start) * 60, (day * 24 + end) * 60) for day in range(days))


def week_inputs(**change: Any) -> WeekInputs:
    """A week of one language, Monday to Friday 9 to 17, everything answered within a day."""
    plain = WeekInputs(
        open_windows={"de": windows(9, 17, days=5)},
        targets={
            "phone": ServiceTarget(share=0.8, within_s=20),
            "chat": ServiceTarget(share=0.9, within_s=30),
        },
        answer_within_h={"email": 24.0, "social": 24.0},
        shifts=ShiftRules(lengths_h=(8,), overlap_h=0),
    )
    return replace(plain, **change)


def one_language(contacts: dict[str, float], week: WeekInputs | None = None, **change: Any) -> EstimateInputs:
    """A merchant with one language, open 40 hours a week."""
    plain = EstimateInputs(
        contacts_month=contacts,
        language_share={"de": 1.0},
        aht_s={"email": 360.0, "social": 360.0, "phone": 390.0, "chat": 720.0},
        concurrency={"chat": 2.0} if "chat" in contacts else {},
        coverage_hours_week=40,
        seats_min=1,
        occupancy=0.8,
        shrinkage=0.3,
        weekly_contract_hours=40,
        week=week or week_inputs(),
    )
    return replace(plain, **change)
