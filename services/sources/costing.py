"""Assumptions, rates and prices in words."""

from dataclasses import replace

from domain.costing.parameters import Parameter
from domain.costing.pools import PoolRules
from domain.costing.rates import HourlyRate, PriceClaim
from services.catalog import catalog
from services.sources.description import Description, note_of
from services.sources.printing import printed, span_of, usual_of
from services.sources.requirements import pages_of
from services.sources.walk import Named
from words import Language, say

# What an estimate reads by name beside the answers; a test lets an estimate run and listens.
COST_PARAMETERS = frozenset(
    [
        "aht_chat_session_s",
        "aht_email_s",
        "aht_form_s",
        "aht_marketplace_s",
        "aht_phone_s",
        "aht_social_s",
        "attrition_year",
        "bot_containment",
        "bot_per_resolution_eur",
        "chat_concurrency",
        "chat_target_share",
        "cn_bot_per_resolution",
        "cn_chat_concurrency",
        "cn_chat_session_s",
        "cn_manager_month",
        "cn_tools_per_seat_month",
        "coverage_24_7_surcharge",
        "fx_buffer",
        "holiday_surcharge",
        "in_work_shrinkage",
        "initial_training_h",
        "manager_month",
        "months_per_year",
        "multi_skill_premium",
        "night_from_h",
        "night_surcharge",
        "night_until_h",
        "occupancy_max",
        "own_team_overhead",
        "own_team_wage_over_minimum",
        "peak_hour_factor",
        "peak_multiplier",
        "peak_surcharge",
        "phone_patience_s",
        "public_holidays_year",
        "qa_ratio",
        "ramp_output",
        "ramp_weeks",
        "recruit_weeks",
        "recruiting_cost",
        "reserve_share",
        "saturday_surcharge",
        "seats_min",
        "shared_desk_share",
        "shared_desk_ticket_eur",
        "shift_full_h",
        "shift_long_h",
        "shift_month_h",
        "shift_overlap_h",
        "shift_part_time_h",
        "shrinkage",
        "standby_fee_share",
        "sunday_surcharge",
        "surcharge_stacking",
        "team_lead_ratio",
        "temp_day_h",
        "tools_per_seat_month",
        "trainer_ratio",
        "training_merchant_share",
        "vendor_margin",
        "vendor_overhead",
        "volume_spread",
        "wage_floor_share",
        "weekday_holidays_year",
        "weekly_contract_hours",
        "weeks_per_year",
    ]
)
COST_CLAIMS = frozenset(["rate_ticket"])


def parameter(owner: Parameter, _named: Named, language: Language) -> Description:
    """An assumption of an estimate: its default and what is usual."""
    asked = [
        page
        for question in catalog().book.questions.values()
        if owner.id in {question.default_parameter, *question.default_parameters.values()}
        for page in pages_of(question)
    ]
    used = {*asked, *(["cost"] if owner.id in COST_PARAMETERS else [])}
    return Description(
        topic="parameter",
        label=owner.label[language],
        value=printed(language, owner.unit, owner.default),
        usual=usual_of(language, owner.unit, owner.low, owner.high),
        pages=tuple(
            page for page in ("requirements", "cost", "request", "pilot", "contract") if page in used
        ),
        note=note_of(owner.note, language),
    )


def pool_rules(owner: PoolRules, _named: Named, language: Language) -> Description:
    """Which agents with several languages can be hired."""
    value = say(language, "sources_page.pools_value", most=owner.languages_per_agent, count=len(owner.pairs))
    return Description(
        topic="parameter",
        label=say(language, "sources_page.file.pools"),
        value=value,
        pages=("cost",),
        note=owner.note[language],
    )


def rate(owner: HourlyRate, named: Named, language: Language) -> Description:
    """A published hourly rate, its midpoint, or how it is read."""
    unit, label = f"{owner.currency}_per_{owner.unit}", owner.name[language]
    whole = Description(topic="rate", label=label, pages=("cost",), note=note_of(owner.note, language))
    if named.role == "base_origin":
        label = say(language, "sources_page.rate_base", region=label)
        return replace(whole, label=label, value=printed(language, unit, owner.base))
    if named.role == "read_as_origin":
        label = say(language, "sources_page.rate_read_as", region=label)
        return replace(whole, label=label, value=say(language, f"cost.basis.{owner.read_as}"))
    label = say(language, "sources_page.rate_published", region=label)
    return replace(whole, label=label, value=span_of(language, unit, owner.low, owner.high))


def claim(owner: PriceClaim, _named: Named, language: Language) -> Description:
    """A published price that is only checked against."""
    return Description(
        topic="claim",
        label=owner.name[language],
        value=span_of(language, f"{owner.currency}_per_{owner.unit}", owner.low, owner.high),
        pages=("cost",) if owner.id in COST_CLAIMS else (),
        note=owner.note[language],
    )
