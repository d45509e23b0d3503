"""The cheapest grouping of languages: the three figures of the worked example, the limits, the premium."""

from dataclasses import replace

import pytest

from domain.costing.inputs import check_inputs
from domain.costing.pools import (
    MOST_LANGUAGES,
    Pool,
    PoolLimits,
    cheapest_pools,
    hireable_pools,
)
from domain.costing.staffing import Plan
from domain.shared.outcomes import DomainError, NotAssessed
from tests.costing_case import ANY_PAIR, NO_LIMIT, example, shown, staffed


def cheapest(limits: PoolLimits, **change: object) -> Plan:
    plan = staffed(example(pool_limits=limits, **change)).cheapest
    assert isinstance(plan, Plan)
    return plan


def test_the_pools_given_in_the_worked_example_need_950_point_6_hours() -> None:
    staffing = staffed(example())
    assert staffing.pools_considered
    assert staffing.pooling == "given"
    assert staffing.pooled.pools == (("de", "en"), ("fr", "it"), ("es",))
    assert shown(staffing.pooled_hours) == "950.6"


def test_any_pair_without_premium_needs_869_point_4_hours() -> None:
    plan = cheapest(ANY_PAIR)
    assert plan.pools == (("de",), ("fr", "en"), ("es", "it"))
    assert shown(plan.hours) == "869.4"
    assert plan.premium_hours == 0


def test_without_a_limit_on_languages_812_and_a_half_hours_are_left() -> None:
    plan = cheapest(NO_LIMIT)
    assert shown(plan.hours) == "812.5"
    # No hour is idle any more: the work alone fills every seat.
    assert shown(plan.idle_hours) == "0.0"


def test_only_pairs_that_can_be_hired_are_formed() -> None:
    limits = PoolLimits(pairs=frozenset({frozenset({"es", "en"})}))
    # German 325, French 260, Italian 260, Spanish and English together 260 instead of twice 260.
    plan = cheapest(limits)
    assert set(plan.pools) == {("de",), ("fr",), ("it",), ("es", "en")}
    assert shown(plan.hours, 0) == "1,105"


def test_in_a_pool_of_three_every_two_languages_must_be_such_a_pair() -> None:
    two = frozenset({frozenset({"de", "en"}), frozenset({"fr", "en"})})
    triple = frozenset({*two, frozenset({"de", "fr"})})
    languages = ("de", "fr", "en")
    limits = PoolLimits(languages_per_agent=3, pairs=two)
    assert hireable_pools(languages, limits) == (("de", "en"), ("fr", "en"))
    assert ("de", "fr", "en") in hireable_pools(languages, replace(limits, pairs=triple))


def test_a_premium_is_paid_on_pooled_hours_and_not_part_of_the_hours() -> None:
    plan = cheapest(PoolLimits(premium=0.10), pools=())
    # German alone 325; the two pairs 284.375 and 260 with 10 % on top.
    assert shown(plan.hours) == "869.4"
    assert plan.premium_hours == pytest.approx(0.10 * (284.375 + 260))


def test_pools_that_were_offered_carry_no_premium_because_their_price_contains_it() -> None:
    staffing = staffed(example(pool_limits=PoolLimits(premium=0.10)))
    assert staffing.given.premium_hours == 0
    # French with Italian was offered, Spanish with English was not: 10 % of 260 h.
    assert isinstance(staffing.cheapest, Plan)
    assert staffing.cheapest.pools == (("de",), ("fr", "it"), ("es", "en"))
    assert staffing.cheapest.premium_hours == pytest.approx(26.0)


def test_a_high_premium_keeps_languages_apart() -> None:
    # Two languages of 260 h each: together 260 h, still cheaper at +90 %; with work for 520 h nothing is saved.
    lone, together = 100.0, 190.0

    def cost_of(pool: Pool) -> float:
        return lone if len(pool) == 1 else together * 1.1

    assert cheapest_pools(("de", "fr"), cost_of, (("de", "fr"),)) == (("de",), ("fr",))


def test_what_costs_the_same_is_not_pooled() -> None:
    assert cheapest_pools(("de", "fr"), lambda pool: 100.0 * len(pool), (("de", "fr"),)) == (("de",), ("fr",))


def test_the_chosen_mode_decides_what_the_price_is_made_from() -> None:
    separate, cheap = (
        staffed(example(pool_limits=ANY_PAIR, pooling=mode)) for mode in ("separate", "cheapest")
    )
    assert shown(separate.pooled_hours) == "1,365.0"
    assert shown(cheap.pooled_hours) == "869.4"
    assert shown(cheap.given.hours) == "950.6"


def test_beyond_a_dozen_languages_the_search_says_that_it_was_not_made() -> None:
    names = [f"l{number}" for number in range(MOST_LANGUAGES + 1)]
    many = example(language_share={name: 1 / len(names) for name in names}, pools=(), week=None)
    assert staffed(many).cheapest == NotAssessed(
        "costing.too_many_languages_to_pool", {"most": MOST_LANGUAGES}
    )
    with pytest.raises(DomainError) as refused:
        staffed(replace(many, pooling="cheapest"))
    assert refused.value.code == "costing.too_many_languages_to_pool"


@pytest.mark.parametrize("limits", [{"languages_per_agent": 0}, {"premium": -0.1}, {"premium": 1.0}])
def test_limits_that_make_no_sense_are_refused(limits: dict[str, float]) -> None:
    with pytest.raises(DomainError) as refused:
        PoolLimits(**limits)  # type: ignore[arg-type]  # on purpose
    assert refused.value.code == "costing.pool_limits_outside"


def test_the_inputs_of_the_sample_are_good_ones() -> None:
    check_inputs(example())
