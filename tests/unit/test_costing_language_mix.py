"""Work per language and channel where channels differ in their languages."""

import pytest

from domain.costing.inputs import check_inputs
from domain.costing.workload import measure_demand
from domain.shared.outcomes import DomainError
from tests.costing_case import example, staffed

FRENCH_PHONE = {"phone": {"fr": 0.75, "de": 0.25}}


def test_a_channel_with_its_own_mix_brings_its_work_to_those_languages() -> None:
    demand = measure_demand(example(channel_language_share=FRENCH_PHONE))
    # Without the phone 585 h by the general mix; the 65 h of the phone by its own.
    assert demand.languages == pytest.approx(
        {
            "de": 585 * 0.40 + 65 * 0.25,
            "fr": 585 * 0.25 + 65 * 0.75,
            "es": 585 * 0.15,
            "it": 585 * 0.10,
            "en": 585 * 0.10,
        }
    )
    assert sum(demand.languages.values()) == pytest.approx(650)


def test_every_channel_says_its_hours_per_language() -> None:
    lines = {
        line.channel: line.languages
        for line in measure_demand(example(channel_language_share=FRENCH_PHONE)).channels
    }
    assert lines["phone"] == pytest.approx({"fr": 48.75, "de": 16.25})
    assert lines["email"]["it"] == pytest.approx(38.5)


def test_a_language_that_no_channel_uses_needs_nobody() -> None:
    german = {name: {"de": 1.0} for name in ("email", "marketplace", "chat", "phone")}
    inputs = example(channel_language_share=german, pools=())
    assert inputs.languages == ("de",)
    assert staffed(inputs).separate.pools == (("de",),)


def test_a_mix_with_a_language_nobody_serves_is_refused_by_name() -> None:
    with pytest.raises(DomainError) as refused:
        check_inputs(example(channel_language_share={"phone": {"pl": 1.0}}))
    assert refused.value.code == "costing.mix_language_unknown"
    assert refused.value.values == {"channel": "phone", "language": "pl"}


def test_a_mix_that_does_not_add_up_is_refused_with_what_is_missing() -> None:
    with pytest.raises(DomainError) as refused:
        check_inputs(example(channel_language_share={"phone": {"de": 0.9}}))
    assert refused.value.code == "costing.language_shares_short"
    assert refused.value.values["missed_percent"] == "10"


def test_a_live_channel_without_target_is_refused_by_name() -> None:
    inputs = example()
    with pytest.raises(DomainError) as refused:
        check_inputs(
            example(
                contacts_month={**inputs.contacts_month, "letter": 5.0},
                aht_s={**inputs.aht_s, "letter": 600.0},
            )
        )
    assert refused.value.code == "costing.no_service_target"
    assert refused.value.values == {"channel": "letter"}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"growth_year": -1.0}, "costing.growth_outside"),
        ({"max_occupancy": 0.0}, "costing.occupancy_outside"),
    ],
)
def test_assumptions_outside_their_limits_are_refused(change: dict[str, float], code: str) -> None:
    with pytest.raises(DomainError) as refused:
        check_inputs(example(**change))
    assert refused.value.code == code
