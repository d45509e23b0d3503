"""How many customers can be answered in time at all, and the warning when a target lies beyond that."""

from datetime import date
from decimal import Decimal

import pytest

from domain.pilot.plan import PilotPlan
from domain.requirements.reach import reachable_of, share_reachable
from domain.requirements.record import Record
from services.requirements import from_file
from services.requirements_checks import findings_of, timed_targets
from services.samples import read_sample
from services.sentences import finding_sentence

HOUR = 3600
EVEN = ((1 / 168,) * 24,) * 7
OFFICE = {"mon": [["09:00", "17:00"]]}
# The pattern "online shop, day and evening": 123 on each of five weekdays, 120 on Saturdays, 126 on Sundays.
WHOLE = 5 * 123 + 120 + 126


def _sample(sample: str = "shenzhen-eu", **changes: object) -> Record:
    requirements = read_sample(sample)[0]
    return from_file({**requirements, "answers": requirements["answers"] | changes})[1]


def test_who_writes_up_to_the_time_allowed_before_opening_is_reached() -> None:
    # Monday 09-17 with three hours allowed: those who write from 06 to 17, 11 of the 168 hours.
    assert share_reachable(EVEN, OFFICE, 3 * HOUR) == pytest.approx(11 / 168)
    # At once: the eight hours of service. Half an hour: half an hour more.
    assert share_reachable(EVEN, OFFICE, 0) == pytest.approx(8 / 168)
    assert share_reachable(EVEN, OFFICE, HOUR / 2) == pytest.approx(8.5 / 168)


def test_the_time_before_monday_is_sunday() -> None:
    # 24 hours before Monday 09:00 is Sunday 09:00: 24 + 8 hours.
    assert share_reachable(EVEN, OFFICE, 24 * HOUR) == pytest.approx(32 / 168)


def test_within_a_week_somebody_always_comes_and_without_service_nobody_does() -> None:
    assert share_reachable(EVEN, OFFICE, 10_000 * HOUR) == pytest.approx(1)
    assert share_reachable(EVEN, {}, 10_000 * HOUR) == 0


def test_sixty_hours_reach_the_marketplace_messages_counted_by_hand() -> None:
    # Three hours: 06-19 from Monday to Saturday. Weekday 1+2+4+6+6x7+8+9+10 = 82, Saturday 1+2+4+7+5x8+3x7+8 = 83.
    record = _sample()
    assert reachable_of(record, "marketplace", 3 * HOUR) == pytest.approx((5 * 82 + 83) / WHOLE)
    # A day: all but Saturday after 19 (9+9+8+6+3) and Sunday before 9 (1+1+1+3).
    assert reachable_of(record, "marketplace", 24 * HOUR) == pytest.approx((WHOLE - 35 - 6) / WHOLE)


def test_all_channels_count_with_their_volume() -> None:
    # A tenth are calls by the office pattern: 94 of 95 from 06 to 19 on weekdays. 61.4 % in three hours, 95.7 % in a day.
    record, web = _sample(), (5 * 82 + 83) / WHOLE
    assert reachable_of(record, "", 3 * HOUR) == pytest.approx(0.9 * web + 0.1 * 94 / 95)
    assert reachable_of(record, "", 24 * HOUR) == pytest.approx(0.9 * (WHOLE - 41) / WHOLE + 0.1)


def test_a_language_counts_with_the_hours_of_its_own_market() -> None:
    always = {day: [["00:00", "24:00"]] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
    record = _sample(coverage_by_market={"FR": always})
    share = record.mix("marketplace")["fr"]
    others = (5 * 82 + 83) / WHOLE
    assert reachable_of(record, "marketplace", 3 * HOUR) == pytest.approx(share + (1 - share) * others)


def test_the_sample_asks_for_a_target_that_no_vendor_can_keep() -> None:
    found = [each for each in findings_of(_sample()) if each.code.endswith("target_out_of_reach")]
    # Complaints in two hours: 07-19, so the hour from 6 is missing (1 a day; office pattern 1 of 95).
    assert {each.values["kpi"]: (each.values["reached"], each.values["target"]) for each in found} == {
        "escalation_on_time": ("60.7%", "95%"),
    }
    assert {each.place for each in found} == {"coverage"}
    assert "60.7%" in finding_sentence("en", found[0])
    assert "升级及时率" in finding_sentence("zh", found[0])


def test_longer_hours_silence_it() -> None:
    always = {day: [["06:00", "24:00"]] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
    assert not [
        each for each in findings_of(_sample(coverage=always)) if each.code.endswith("target_out_of_reach")
    ]


def test_a_target_agreed_for_the_pilot_is_the_one_that_counts() -> None:
    plan = PilotPlan(
        start=date(2026, 12, 1),
        weeks=4,
        zone="Europe/Berlin",
        targets={"frt_within.marketplace_3h": Decimal("0.55")},
    )
    agreed = {each.kpi: each.target for each in timed_targets(_sample(), plan)}
    usual = {each.kpi: each.target for each in timed_targets(_sample())}
    # Nobody asks for three hours until the plan does.
    assert agreed.pop("frt_within.marketplace_3h") == Decimal("0.55")
    assert agreed == usual


def test_only_clocks_that_never_stop_are_looked_at() -> None:
    # Live chat and calls are counted in the hours of service; the domestic sample has live chat alone.
    assert {each.kpi for each in timed_targets(_sample())} == {
        "frt_within.email",
        "frt_within.marketplace",
        "escalation_on_time",
    }
    assert {each.kpi for each in timed_targets(_sample("tmall-cosmetics"))} == {"escalation_on_time"}
