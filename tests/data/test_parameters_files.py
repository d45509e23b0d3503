"""Every parameter has its default, its usual range and says where both come from."""

from decimal import Decimal
from pathlib import Path

import pytest

from catalog.parameters import FOLDER, load_parameters
from catalog.reader import CatalogError
from catalog.sources import load_sources
from domain.costing.assumptions import AHT_PARAMETERS, CONCURRENCY_PARAMETERS

# id: (default, low, high, source), as the knowledge base lists them.
LISTED = {
    "shrinkage": ("0.30", "0.20", "0.40", "w28"),
    "occupancy_max": ("0.85", "0.75", "0.88", "w28"),
    "chat_concurrency": ("2", "1", "4", "w56"),
    "aht_email_s": ("420", "240", "720", "expert_memory"),
    "aht_chat_session_s": ("720", "420", "1080", "expert_memory"),
    "aht_phone_s": ("390", "240", "600", "expert_memory"),
    "aht_marketplace_s": ("300", "150", "480", "expert_memory"),
    "aht_social_s": ("300", "150", "480", "house_judgement"),
    "aht_form_s": ("420", "240", "720", "house_judgement"),
    "peak_hour_factor": ("1.6", "1.3", "2.2", "expert_memory"),
    "team_lead_ratio": ("12", "8", "18", "expert_memory"),
    "qa_ratio": ("25", "15", "40", "expert_memory"),
    "initial_training_h": ("60", "24", "160", "expert_memory"),
    "ramp_weeks": ("4", "2", "8", "w28"),
    "recruit_weeks": ("4", "1", "6", "w28"),
    "attrition_year": ("0.40", "0.20", "0.60", "w26"),
    "night_surcharge": ("0.25", "0", "0.5", "expert_memory"),
    "sunday_surcharge": ("0.50", "0.25", "1.0", "expert_memory"),
    "holiday_surcharge": ("1.0", "0.5", "1.5", "expert_memory"),
    "coverage_24_7_surcharge": ("0.20", "0.15", "0.25", "w62"),
    "peak_multiplier": ("2.0", "1.2", "4.0", "article_ebay_rules"),
    "tools_per_seat_month": ("60", "25", "150", "expert_memory"),
    "setup_fee": ("3000", "0", "15000", "expert_memory"),
    "fx_buffer": ("0.03", "0", "0.10", "expert_memory"),
    "cn_chat_session_s": ("240", "120", "420", "house_judgement"),
    "cn_chat_concurrency": ("3", "2", "6", "house_judgement"),
    "shared_desk_ticket_eur": ("2.20", "1.50", "4.00", "house_judgement"),
    "bot_containment": ("0.25", "0.10", "0.45", "house_judgement"),
    "bot_per_resolution_eur": ("0.90", "0.50", "2.00", "house_judgement"),
    "own_team_wage_over_minimum": ("1.4", "1.1", "2.2", "house_judgement"),
    "own_team_overhead": ("0.35", "0.20", "0.50", "house_judgement"),
}


@pytest.mark.parametrize("name", LISTED)
def test_a_parameter_is_as_listed(name: str) -> None:
    default, low, high, source = LISTED[name]
    parameter = load_parameters()[name]
    found = (parameter.default, parameter.low, parameter.high)
    assert found == (Decimal(default), Decimal(low), Decimal(high))
    assert parameter.origin.source == source


def test_the_conventions_of_the_calculation_are_parameters_too() -> None:
    defaults = {
        "weekly_contract_hours": 40,
        "weeks_per_year": 52,
        "months_per_year": 12,
        "seats_min": 1,
        "shared_desk_share": Decimal("0.40"),
        "peak_surcharge": Decimal("0.15"),
        # The worked example of a year names these; the wage floors the three of the build-up.
        "saturday_surcharge": Decimal("0.25"),
        "reserve_share": Decimal("0.20"),
        "standby_fee_share": Decimal("0.30"),
        "training_merchant_share": Decimal("0.50"),
        "manager_month": 900,
        "in_work_shrinkage": Decimal("0.18"),
        "vendor_overhead": Decimal("0.22"),
        "vendor_margin": Decimal("0.10"),
        "wage_floor_share": Decimal("0.90"),
        "recruiting_cost": 800,
        "shift_month_h": 240,
        "temp_day_h": 8,
        "night_from_h": 22,
        "night_until_h": 6,
        "public_holidays_year": 11,
        "weekday_holidays_year": 9,
        "surcharge_stacking": 0,
        "cn_tools_per_seat_month": 100,
        "cn_manager_month": 3000,
        "cn_bot_per_resolution": Decimal("0.30"),
        # Which people can be hired, how they are put on duty, how a team is built.
        "multi_skill_premium": Decimal("0.10"),
        "shift_part_time_h": 4,
        "shift_full_h": 8,
        "shift_long_h": 9,
        "shift_overlap_h": 2,
        "phone_patience_s": 90,
        "chat_target_share": Decimal("0.90"),
        "trainer_ratio": 40,
        "ramp_output": Decimal("0.70"),
        # How far volume and handling times may turn out otherwise.
        "volume_spread": 1,
        "handling_time_spread": 1,
    }
    parameters = load_parameters()
    assert {name: parameters[name].default for name in defaults} == defaults
    assert set(parameters) == set(LISTED) | set(defaults)


def test_shares_lie_between_0_and_1_unless_they_are_surcharges() -> None:
    for parameter in load_parameters().values():
        if parameter.unit == "share" and not parameter.id.endswith("_surcharge"):
            assert 0 <= parameter.low <= parameter.high <= 1


def test_every_label_and_note_is_in_both_languages_and_every_source_is_registered() -> None:
    sources = load_sources()
    for parameter in load_parameters(sources=sources).values():
        texts = [parameter.label, *([parameter.note] if parameter.note else [])]
        assert all(text.zh.strip() and text.en.strip() for text in texts)
        assert parameter.origin.locator
        assert parameter.origin.source in sources


def test_what_holds_in_china_only_is_marked() -> None:
    marked = {parameter.id for parameter in load_parameters().values() if parameter.market == "cn"}
    assert marked == {
        *("cn_chat_session_s", "cn_chat_concurrency"),
        *("cn_tools_per_seat_month", "cn_manager_month", "cn_bot_per_resolution"),
    }


def test_every_channel_default_names_a_parameter_that_exists() -> None:
    assert {*AHT_PARAMETERS.values(), *CONCURRENCY_PARAMETERS.values()} <= set(load_parameters())


@pytest.mark.parametrize(
    ("before", "after", "key", "reason"),
    [
        ("default = 60", "default = 300", "parameter.6.default", "default_outside_range"),
        ("low = 24", "low = 161", "parameter.6.low", "inverted_range"),
        ('id = "qa_ratio"', 'id = "team_lead_ratio"', "parameter.5.id", "duplicate"),
        ('unit = "hour"', 'unit = "fortnight"', "parameter.6.unit", "not_a_choice"),
        ('source = "w26"', 'source = "hearsay"', "parameter.9.origin.source", "unknown_source"),
        ("checked_on = 2026-11-22", 'checked_on = "some day"', "parameter.0.origin.checked_on", "bad_date"),
    ],
)
def test_a_mistake_in_a_parameter_names_the_key_and_the_reason(
    tmp_path: Path, before: str, after: str, key: str, reason: str
) -> None:
    text = (FOLDER / "staffing.toml").read_text(encoding="utf-8")
    assert before in text
    (tmp_path / "staffing.toml").write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(CatalogError) as refusal:
        load_parameters(tmp_path)
    assert (refusal.value.key, refusal.value.reason) == (key, reason)


def test_a_parameter_may_not_stand_in_two_files(tmp_path: Path) -> None:
    text = (FOLDER / "calendar.toml").read_text(encoding="utf-8")
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(CatalogError) as refusal:
        load_parameters(tmp_path)
    assert (refusal.value.reason, refusal.value.values["given"]) == ("duplicate", "weeks_per_year")
