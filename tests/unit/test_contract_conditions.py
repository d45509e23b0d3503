"""The case of law, and what each named predicate means: one case in which it holds, one in which not."""

from typing import Any

import pytest

from domain.contract.circumstances import derive_jurisdiction
from domain.contract.conditions import PREDICATES, holds
from domain.shared.outcomes import DomainError
from tests.contract_case import case, countries


@pytest.mark.parametrize(
    ("merchant", "vendor", "jurisdiction"),
    [
        ("CN", "CN", "CN"),
        ("CN", "PL", "CN_EU"),
        ("CN", "NO", "CN_EU"),
        ("CN", "RS", "CN_XX"),
        ("CN", "GB", "CN_XX"),
        ("CN", "CH", "CN_XX"),
        ("CN", "UA", "CN_XX"),
        ("DE", "PT", "EU"),
        ("DE", "DE", "EU"),
        ("FR", "CN", "EU_CN"),
    ],
)
def test_two_seats_make_one_case_of_law(merchant: str, vendor: str, jurisdiction: str) -> None:
    assert derive_jurisdiction(countries()[merchant], countries()[vendor]) == jurisdiction


@pytest.mark.parametrize(("merchant", "vendor"), [("US", "PL"), ("CN", "PH"), ("DE", "RS"), ("HK", "PL")])
def test_a_pair_without_clauses_is_refused_by_name(merchant: str, vendor: str) -> None:
    with pytest.raises(DomainError) as refused:
        derive_jurisdiction(countries()[merchant], countries()[vendor])
    assert refused.value.code == "contract.no_clauses_for"
    assert refused.value.values == {"merchant": merchant, "vendor": vendor}


PHONE: dict[str, Any] = {"channels": ("phone", "email")}
AT_HOME: dict[str, Any] = {"vendor": "CN", "markets": ("CN",)}
CHINESE: dict[str, Any] = {"languages": ("zh",), "native_languages": ("zh",)}
CASES: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("phone_channel", PHONE, {"channels": ("email",)}),
    ("chat_channel", {"channels": ("chat",)}, PHONE),
    ("email_channel", PHONE, {"channels": ("chat",)}),
    ("languages_not_native", {"languages": ("de", "it"), "native_languages": ("de",)}, CHINESE),
    ("on_marketplaces", {"platforms": ("amazon", "own_shop")}, {"platforms": ("own_shop",)}),
    ("marketplace_channel", {"channels": ("marketplace",)}, PHONE),
    ("has_peak", {"has_peak": True}, {"has_peak": False}),
    ("parties_in_different_countries", {}, {"vendor": "CN"}),
    ("vendor_in_eu", {"vendor": "RO"}, {"vendor": "RS"}),
    ("vendor_in_china", {"vendor": "CN"}, {"vendor": "PL"}),
    ("vendor_outside_eea", {"vendor": "GB"}, {"vendor": "NO"}),
    ("merchant_without_eu_establishment", {"markets": ("DE",)}, {"eu_establishment": True}),
    ("merchant_without_eu_establishment", {"markets": ("GB", "FR")}, {"markets": ("GB",)}),
    (
        "merchant_with_eu_establishment",
        {"eu_establishment": True},
        {"merchant": "DE", "eu_establishment": True},
    ),
    ("sells_in_eea", {"markets": ("CN", "DE")}, {"markets": ("CN", "GB")}),
    ("gdpr_applies", {"merchant": "DE", "markets": ("GB",)}, AT_HOME),
    ("pipl_applies", {"merchant": "DE", "markets": ("CN",)}, {"merchant": "DE", "markets": ("DE",)}),
    ("both_data_laws", {"markets": ("DE",)}, AT_HOME),
    ("prc_call_centre", PHONE | {"vendor": "CN"}, PHONE),
    ("chinese_data_abroad", {"markets": ("CN",)}, AT_HOME),
    ("calls_from_eea", PHONE | {"markets": ("FR",)}, PHONE | AT_HOME),
    ("sells_in_china", {"markets": ("DE", "CN")}, {"markets": ("DE",)}),
    ("replaces_team", {"replaces_team": True}, {}),
    ("eu_agents_monitored", {"monitoring_planned": True}, {"monitoring_planned": True, "vendor": "RS"}),
    ("cross_data_regimes", {}, {"vendor": "CN"}),
    ("prc_party", {}, {"merchant": "DE", "vendor": "PL"}),
    ("no_prc_party", {"merchant": "DE", "vendor": "PL"}, {"vendor": "CN"}),
    ("eu_vendor_of_prc_merchant", {}, {"merchant": "DE"}),
    ("bots_planned", {"bots_planned": True}, {}),
    ("recording_planned", {"recording_planned": True}, {}),
    ("pilot_before_contract", {}, {"pilot_before_contract": False}),
    ("bilingual", {"form": "bilingual"}, {"form": "en"}),
    ("arbitration", {"forum": "arbitration"}, {"forum": "court"}),
    ("court", {"forum": "court"}, {"forum": "arbitration"}),
    ("returns_handled", {"returns_handled": True}, {"returns_handled": False}),
    ("prc_law", {"law": "prc"}, {"law": ""}),
    ("holidays_off", {"holidays": "off"}, {"holidays": "served"}),
    ("holidays_served", {"holidays": "served"}, {"holidays": "off"}),
    ("billed_by_hour", {"billing": "hourly"}, {"billing": "hybrid"}),
    ("billed_per_ticket", {"billing": "per_ticket"}, {"billing": "hybrid"}),
    ("billed_per_seat", {"billing": "seat_month"}, {"billing": "fixed_month"}),
    ("billed_fixed", {"billing": "fixed_month"}, {"billing": "seat_month"}),
    ("billed_hybrid", {"billing": "hybrid"}, {"billing": "per_ticket"}),
    ("not_billed_by_hour", {"billing": "per_ticket"}, {"billing": "hourly"}),
    ("priced_per_ticket", {"billing": "hybrid"}, {"billing": "seat_month"}),
    ("billed_by_capacity", {"billing": "seat_month"}, {"billing": "per_ticket"}),
    ("fee_follows_volume", {"billing": "hybrid"}, {"billing": "fixed_month"}),
    ("fee_is_flat", {"billing": "fixed_month"}, {"billing": "hourly"}),
]


@pytest.mark.parametrize(
    ("name", "yes", "no"), CASES, ids=[f"{name}-{number}" for number, (name, _, _) in enumerate(CASES)]
)
def test_a_predicate_holds_in_one_case_and_not_in_another(
    name: str, yes: dict[str, Any], no: dict[str, Any]
) -> None:
    assert holds(name, case(**yes))
    assert not holds(name, case(**no))


def test_every_predicate_but_always_has_its_two_cases() -> None:
    assert {name for name, _, _ in CASES} == set(PREDICATES) - {"always"}


def test_without_a_named_market_european_consumers_are_assumed_unless_both_parties_are_chinese() -> None:
    assert holds("sells_in_eea", case())
    assert not holds("sells_in_eea", case(vendor="CN"))


def test_a_reader_of_tickets_in_europe_brings_the_gdpr() -> None:
    assert holds("gdpr_applies", case(**AT_HOME, ticket_readers=(countries()["PL"],)))


def test_readers_in_another_regime_make_a_transfer_even_inside_the_eu() -> None:
    at_home = case(merchant="DE", vendor="PL")
    assert not holds("cross_data_regimes", at_home)
    assert holds("cross_data_regimes", case(merchant="DE", vendor="PL", ticket_readers=(countries()["RS"],)))


def test_the_law_of_a_chinese_partys_seat_is_the_law_of_the_prc() -> None:
    assert holds("prc_law", case(law="merchant"))
    assert not holds("prc_law", case(law="hk"))
