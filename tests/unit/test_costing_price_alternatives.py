"""Make or buy: the same work by people of one's own, dedicated agents, a shared desk, a mix or a bot."""

from dataclasses import replace
from datetime import date

import pytest

from catalog.parameters import load_parameters
from catalog.rates import load_rate_library, load_rates, load_wage_floors
from domain.costing.alternatives import Alternative, AlternativeId, alternatives
from domain.costing.breakeven import cost_grid, crossovers, volumes
from domain.costing.estimate import Estimate, estimate
from domain.costing.inputs import EstimateInputs
from domain.costing.pricing import Pricing, year_terms
from domain.shared.rounding import round_half_up
from tests.unit.test_costing_estimate import EXAMPLE, SMALL

PARAMETERS = load_parameters()
PRICING = Pricing(
    terms=year_terms(PARAMETERS),
    rate_library=load_rate_library(),
    floors=load_wage_floors(),
    on=date(2026, 12, 1),
    first_month=12,
    own_country="PL",
    place="east",
)
# The written calculation reads the rate per productive hour.
PRODUCTIVE = tuple(replace(rate, read_as="productive_hour") for rate in load_rates())
# German is busy; Italian brings 60 contacts a month.
UNEVEN = replace(SMALL, contacts_month={"email": 6000}, language_share={"de": 0.99, "it": 0.01})


def made(inputs: EstimateInputs = EXAMPLE, pricing: Pricing = PRICING) -> Estimate:
    return estimate(inputs, PRODUCTIVE, PARAMETERS, pricing=pricing)


def way(cost: Estimate, name: AlternativeId) -> Alternative:
    return next(each for each in cost.alternatives if each.id == name)


def cents(value: float) -> str:
    return str(round_half_up(value, 2))


def test_the_small_merchant_pays_eight_times_as_much_for_agents_of_its_own() -> None:
    cost = made(SMALL)
    # 1,040 h x 14 EUR; 800 x 2.20 EUR
    assert cents(way(cost, "dedicated").service.base) == "14560.00"
    assert cents(way(cost, "shared_desk").service.base) == "1760.00"
    assert cost.advice == ("shared_desk", "mostly_waiting")
    assert way(cost, "shared_desk").holds_if == "reply_times_warranted"


def test_tools_and_manager_stand_beside_the_service() -> None:
    small = made(SMALL)
    # 1,040 / 0.7 / 173.33 = 8.57: 9 seats x 60 EUR, and 900 EUR for the manager
    assert cents(way(small, "dedicated").month.base) == "16000.00"
    assert cents(way(small, "shared_desk").month.base) == "2660.00"


def test_a_shared_desk_is_no_advice_where_agents_are_busy() -> None:
    name, reason = made().advice
    assert name != "shared_desk"
    assert reason == "cheapest"


def test_the_small_language_goes_to_the_shared_desk_and_the_busy_one_stays() -> None:
    cost = made(UNEVEN)
    mixed = way(cost, "hybrid_by_language")
    assert mixed.shared_languages == ("it",)
    # German: 650 h x 0.99 / 0.8 = 804.375 h x 14 EUR; Italian: 60 x 2.20 EUR instead of 260 h x 14 EUR
    assert cents(mixed.service.base) == cents(804.375 * 14 + 132)
    assert cost.advice == ("hybrid_by_language", "small_languages")


def test_a_mix_that_shares_nothing_or_everything_is_not_a_way_of_its_own() -> None:
    for inputs in (EXAMPLE, SMALL):
        assert "hybrid_by_language" not in {each.id for each in made(inputs).alternatives}


def test_a_bot_in_front_settles_written_contacts_and_leaves_the_coverage() -> None:
    cost = made(replace(EXAMPLE, pools=(("de", "fr", "es", "it", "en"),)))
    bot = way(cost, "bot_first")
    # Written: 585 of 650 h of work, 5,400 contacts. A quarter of them: 1,350 x 0.90 = 1,215 EUR;
    # (650 - 0.25 x 585) / 0.8 = 629.6875 h x 14 EUR = 8,815.63.
    assert cents(bot.total.part("bot").amount.base) == "1215.00"
    assert cents(bot.total.part("service").amount.base) == "8815.63"
    assert bot.holds_if == "people_on_request"
    # Where the coverage already makes people wait, the bot saves none of it.
    small = made(SMALL)
    assert way(small, "bot_first").total.part("service").amount.base == way(small, "dedicated").service.base


def test_an_own_team_costs_wages_overhead_and_replacements() -> None:
    cost = made()
    own = way(cost, "own_team")
    # 950.625 h / (1,768 x 0.82 / 12) = 7.8686 people x 2,080 / 12 = 1,363.89 paid hours x 8.026 x 1.4
    assert cents(own.total.part("wages").amount.base) == "15325.13"
    # 35 % of it
    assert cents(own.total.part("own_overhead").amount.base) == "5363.79"
    # 7.8686 x 0.4 / 12 x (60 h x 8.026 x 1.4 + 800) = 0.26229 x 1,474.18
    assert own.total.part("replacements").amount.base == pytest.approx(386.66, abs=0.01)
    assert own.holds_if == ""


def test_without_known_wages_there_is_no_own_team() -> None:
    cost = made(pricing=replace(PRICING, own_country="BR"))
    assert "own_team" not in {each.id for each in cost.alternatives}


def test_the_alternatives_use_the_rate_of_the_chosen_place() -> None:
    west = made(pricing=replace(PRICING, place="west"))
    assert cents(way(west, "dedicated").service.base) == "28518.75"
    unknown = made(pricing=replace(PRICING, place=""))
    assert cents(way(unknown, "dedicated").service.base) == "13308.75"


def test_at_the_volume_of_the_record_the_grid_says_what_the_alternatives_say() -> None:
    case = made().make_or_buy
    grid = cost_grid(case, (6000,))
    for each in alternatives(case, every=True):
        assert grid.months[each.id] == (each.month,)


def test_the_grid_runs_from_200_to_200000_contacts() -> None:
    assert (round(volumes()[0]), round(volumes()[-1])) == (200, 200_000)
    grid = cost_grid(made().make_or_buy)
    assert all(len(months) == len(grid.contacts) for months in grid.months.values())


def test_a_shared_desk_and_dedicated_agents_change_places_where_their_costs_meet() -> None:
    """One pool of one language, 390 s, 80 %, 14 EUR: 260 h x 14 = 3,640 EUR until it is full at 1,920 contacts.

    Two seats (260 / 0.7 / 173.3 = 2.14: 3) x 60 EUR beside it: 3,820 EUR; 3,820 / 2.20 = 1,736.4 contacts.
    """
    one = replace(SMALL, language_share={"de": 1.0})
    found = [
        each
        for each in crossovers(made(one).make_or_buy)
        if {each.below, each.above} == {"shared_desk", "dedicated"}
    ]
    assert found[0].contacts == pytest.approx(1736.36, abs=0.01)
    assert (found[0].below, found[0].above) == ("shared_desk", "dedicated")


def test_a_case_without_contacts_has_neither_grid_nor_crossovers() -> None:
    case = made(replace(EXAMPLE, contacts_month={"email": 0})).make_or_buy
    assert cost_grid(case).contacts == ()
    assert crossovers(case) == ()


def test_each_end_of_a_mix_takes_the_shared_desk_where_that_is_cheaper_at_its_own_prices() -> None:
    """Two languages of n contacts each, 60 s a contact, 260 open hours each at 20 EUR a productive hour.

    At base 2.20 n is less than 5,200 EUR up to n = 2,363; at the high end 4.00 n passes 260 x 25.714 = 6,685.71 EUR
    at n = 1,672. One contact more must cost no less at any end.
    """
    even = replace(
        SMALL,
        contacts_month={"marketplace": 4726},
        language_share={"de": 0.5, "fr": 0.5},
        aht_s={"marketplace": 60},
    )
    case = estimate(even, load_rates(), PARAMETERS, pricing=PRICING).make_or_buy
    fewer, more = cost_grid(case, (4726, 4728)).months["hybrid_by_language"]
    # High: both stay dedicated, 2 x 6,685.71; 520 / 0.7 / 173.33 = 4.29, so 5 x 60 EUR of tools; 900 EUR manager.
    assert [cents(fewer.high), cents(more.high)] == ["14571.43", "14571.43"]
    # Base: 4,726 x 2.20 + 900, then 2 x 5,200 + 300 + 900.
    assert [cents(fewer.base), cents(more.base)] == ["11297.20", "11600.00"]
    # Low: 1.50 a contact, still less than 3,714.29 EUR for each language.
    assert [cents(fewer.low), cents(more.low)] == ["7989.00", "7992.00"]


def test_people_who_mostly_wait_are_kept_where_they_cost_less_than_a_shared_desk() -> None:
    """12,000 contacts of 15 s are 62.5 h at 80 % for 1,040 open hours; 12,000 x 2.20 EUR are more than agents cost."""
    short = replace(SMALL, contacts_month={"email": 12_000}, aht_s={"email": 15})
    cost = made(short)
    assert way(cost, "shared_desk").month.base > way(cost, "dedicated").month.base
    assert cost.advice[0] != "shared_desk"
