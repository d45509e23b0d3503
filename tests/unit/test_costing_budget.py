"""A budget is compared with the first year, which has peaks and everything beside the hours."""

from dataclasses import replace

import pytest

from catalog.parameters import load_parameters
from catalog.rates import load_rates
from domain.costing.band import Band
from domain.costing.budget import budget_state, drawn_state, draws_within, month_to_budget
from domain.costing.estimate import estimate
from domain.costing.inputs import Peak
from domain.costing.spread import Spread
from services.costing_brief import brief_document
from services.costing_lines import estimate_lines
from tests.unit.test_costing_brief import TODAY, brief_of, costing_with, texts
from tests.unit.test_costing_estimate import EXAMPLE
from ui.cost import cost_verdict
from words import Language
from words.numbers import span

# Just below or above a percentile of the draws; what is said of it; the badge.
JUDGED = (
    (("p10", 0.99), "fewer than one in ten draws", "Over budget"),
    (("p10", 1.01), "at least one in ten, but fewer than half of the draws", "May exceed the budget"),
    (("p50", 1.01), "at least half, but fewer than nine in ten of the draws", "May exceed the budget"),
    (("p90", 1.01), "at least nine in ten draws", "Within budget"),
)


def test_the_worked_year_is_what_the_budget_has_to_cover() -> None:
    """East on productive hours: 13,309 EUR in a normal month, 18,792 in an average month of the first year."""
    made = costing_with("shenzhen-eu").estimate
    assert round(made.regions["east"].on("productive_hour").month.base) == 13_309
    assert round(month_to_budget(made, "east", "productive_hour").base) == 18_792


def test_another_way_is_budgeted_at_the_contacts_of_the_year() -> None:
    """100 contacts at 2 to 3 a ticket are cheap on a shared desk; two months with five times as many
    add 2 x 4 / 12 of the tickets, and nothing to tools and manager."""
    peak = Peak(months=2, multiplier=5.0)
    small = replace(EXAMPLE, contacts_month={"email": 100.0}, peak=peak)
    busy = estimate(small, load_rates(), load_parameters())
    name, why = busy.advice
    assert (name, why) == ("shared_desk", "mostly_waiting")
    normal = next(way for way in busy.alternatives if way.id == name)
    budgeted = month_to_budget(busy, "east", "paid_hour")
    assert budgeted.base - normal.month.base == pytest.approx(normal.service.base * 2 * 4 / 12)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "To budget, a month of this way at the contacts of an average month of the first year: "),
        ("zh", "做预算请用这一方式按首年月均联系量计算的每月费用："),
    ],
)
def test_the_terminal_promises_no_first_year_at_full_cost_of_another_way(
    language: Language, said: str
) -> None:
    """166.67 tickets, 100 and the peak's two thirds more, at 1.50, 2.20 and 4.00, and the manager's 900."""
    small = replace(EXAMPLE, contacts_month={"email": 100.0}, peak=Peak(months=2, multiplier=5.0))
    lines = estimate_lines(estimate(small, load_rates(), load_parameters()), language)
    assert lines[1] == f"{said}{span('1,150', '1,267', '1,567')} EUR"


def test_a_budget_above_the_normal_month_and_below_the_year_is_not_called_enough() -> None:
    """East paid: at most 24,445 in a normal month (1,358.04 h x 18), more in the first year."""
    budget = {"amount": "25000", "currency": "EUR"}
    page = " ".join(texts(brief_of("shenzhen-eu", "en", budget_month=budget)))
    assert "Budget €25,000 a month: fewer than one in ten draws" in page


@pytest.mark.parametrize(
    ("budget", "within", "state"),
    [
        (9.99, "hardly_any", "over_budget"),
        (10, "below_half", "perhaps_over_budget"),
        (19.99, "below_half", "perhaps_over_budget"),
        (20, "above_half", "perhaps_over_budget"),
        (39.99, "above_half", "perhaps_over_budget"),
        (40, "nearly_all", "within_budget"),
    ],
)
def test_a_budget_is_judged_by_the_share_of_draws_below_it(budget: float, within: str, state: str) -> None:
    """By definition a tenth of the draws lies below P10, half below P50, nine tenths below P90."""
    drawn = Spread(p10=10, p50=20, p90=40, mean=25)
    assert draws_within(drawn, budget) == within
    assert drawn_state(drawn, budget) == state


@pytest.mark.parametrize("sample", ["shenzhen-eu", "tmall-cosmetics"])
@pytest.mark.parametrize(("factor", "within", "badge"), JUDGED)
def test_first_page_and_cost_page_say_of_the_budget_what_the_draws_say(
    sample: str, factor: tuple[str, float], within: str, badge: str
) -> None:
    """A budget just below or above a percentile of the last page is judged by that percentile on every page."""
    place = {"shenzhen-eu": "east", "tmall-cosmetics": "cn_dedicated_seat"}[sample]
    plain = costing_with(sample)
    drawn = plain.uncertainty("paid_hour").places[place]
    name, times = factor
    budget = {"amount": str(round(getattr(drawn.month, name) * times)), "currency": drawn.currency}
    costing = costing_with(sample, budget_month=budget)
    page = " ".join(list(texts(brief_document(costing, "en", name="x", today=TODAY)))[:8])
    assert f"{within} of the first year stay within it" in page
    verdict = cost_verdict(costing.estimate, costing.record, "paid_hour", "en", costing.uncertainty)
    assert within in verdict.facts
    assert verdict.badges[0].text == badge


def test_the_terminal_prints_the_draws_below_the_month_of_the_formula() -> None:
    """Calls and chats need people who are ready before they come, so even P10 lies above the formula's base."""
    lines = estimate_lines(costing_with("shenzhen-eu").estimate, "en")
    place = next(at for at, line in enumerate(lines) if line.startswith("To budget"))
    base = int(lines[place].split(": ")[1].split("–")[1].strip("\u2060 ").replace(",", ""))
    tenth = int(lines[place + 1].split("one in ten below ")[1].split(", one")[0].replace(",", ""))
    assert tenth > base


@pytest.mark.parametrize(
    ("budget", "state"),
    [
        (9.99, "over_budget"),
        (10, "perhaps_over_budget"),
        (14.99, "perhaps_over_budget"),
        (15, "within_budget"),
    ],
)
def test_a_budget_covers_all_of_a_band_a_part_or_nothing(budget: float, state: str) -> None:
    assert budget_state(Band(low=10, base=12, high=15), budget) == state
