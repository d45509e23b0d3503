"""Every condition of a request shows what it is for in one case and hides it in another."""

from collections.abc import Mapping
from typing import Any

import pytest

from domain.sourcing.conditions import PREDICATES, SourcingCase, holds

DAY: Mapping[str, list[list[str]]] = {"mon": [["09:00", "18:00"]]}
# (a case in which it holds, a case in which it does not)
CASES: Mapping[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "marketplace_seller": (
        {"platforms": frozenset({"own_shop", "ebay"})},
        {"platforms": frozenset({"own_shop"})},
    ),
    "returns_handled": ({"returns_handled": True}, {}),
    "disputes_in_scope": ({"scenarios": frozenset({"dispute"})}, {"scenarios": frozenset({"presale"})}),
    "phone_channel": ({"channels": frozenset({"phone"})}, {"channels": frozenset({"chat"})}),
    "written_channel": (
        {"channels": frozenset({"chat", "email"})},
        {"channels": frozenset({"chat", "phone"})},
    ),
    "phone_in_china": (
        {"channels": frozenset({"phone"}), "vendor_country": "CN"},
        {"channels": frozenset({"phone"}), "vendor_country": "PL"},
    ),
    "vendor_in_china": ({"vendor_country": "CN"}, {"merchant_country": "CN"}),
    "vendor_in_germany": ({"vendor_country": "DE"}, {"vendor_country": "PL"}),
    "chinese_data_law": ({"merchant_country": "CN", "vendor_country": "PL"}, {"vendor_country": "PL"}),
    "data_crosses_borders": (
        {"data_countries": frozenset({"DE", "CN"}), "eea": frozenset({"DE", "PL"})},
        {"data_countries": frozenset({"DE"}), "vendor_country": "PL", "eea": frozenset({"DE", "PL"})},
    ),
    "several_languages": ({"languages": frozenset({"de", "fr"})}, {"languages": frozenset({"zh"})}),
    "has_peak": ({"has_peak": True}, {}),
    "pilot_planned": ({"pilot_planned": True}, {}),
    "evening_hours": (
        {"schedule": {"fri": [["09:00", "20:30"]]}},
        {"schedule": {"fri": [["09:00", "20:00"], ["22:00", "24:00"]]}},
    ),
    "night_hours": (
        {"schedule": {"fri": [["05:00", "09:00"]]}},
        {"schedule": {"fri": [["06:00", "22:00"]]}},
    ),
    "saturday_hours": ({"schedule": {"sat": [["09:00", "10:00"]]}}, {}),
    "holiday_hours": ({"holidays_served": True}, {}),
    "sunday_hours": (
        {"schedule": {"sun": [["09:00", "10:00"]]}},
        {"schedule": {"sat": [["09:00", "10:00"]]}},
    ),
}


def _case(**known: Any) -> SourcingCase:
    return SourcingCase(**{"schedule": DAY, **known})


@pytest.mark.parametrize("name", PREDICATES)
def test_a_condition_holds_in_one_case_and_not_in_another(name: str) -> None:
    if name == "always":
        assert holds(name, _case())
        return
    shows, hides = CASES[name]
    assert holds(name, _case(**shows))
    assert not holds(name, _case(**hides))


def test_every_condition_says_what_it_means() -> None:
    assert all(predicate.__doc__ for predicate in PREDICATES.values())
