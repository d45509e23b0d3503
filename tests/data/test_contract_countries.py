"""The register of countries against the treaties: 27 member states, 30 states of the EEA."""

import re
from pathlib import Path

import pytest

from catalog.countries import load_countries
from catalog.reader import CatalogError

MEMBERS = [
    "AT",
    "BE",
    "BG",
    "CY",
    "CZ",
    "DE",
    "DK",
    "EE",
    "ES",
    "FI",
    "FR",
    "GR",
    "HR",
    "HU",
    "IE",
    "IT",
    "LT",
    "LU",
    "LV",
    "MT",
    "NL",
    "PL",
    "PT",
    "RO",
    "SE",
    "SI",
    "SK",
]


def test_the_union_has_27_members_and_the_eea_three_more() -> None:
    countries = load_countries().values()
    assert {country.code for country in countries if country.eu} == set(MEMBERS)
    assert {country.code for country in countries if country.eea} == {*MEMBERS, "IS", "LI", "NO"}


@pytest.mark.parametrize("code", ["RS", "GB", "CH", "AL", "MK", "UA"])
def test_these_are_in_europe_and_not_in_the_eea(code: str) -> None:
    country = load_countries()[code]
    assert (country.europe, country.eea, country.eu) == (True, False, False)


def test_every_code_is_two_capital_letters_and_every_name_is_given_in_both_languages() -> None:
    for country in load_countries().values():
        assert re.fullmatch(r"[A-Z]{2}", country.code)
        assert country.name.zh
        assert country.name.en


@pytest.mark.parametrize(
    ("entries", "reason"),
    [
        ('[[countries]]\ncode = "XA"\nzone = "UTC"\nname = { zh = "甲", en = "A" }\n' * 2, "duplicate_id"),
        (
            '[[countries]]\ncode = "XA"\nzone = "UTC"\nname = { zh = "甲", en = "A" }\neu = true\n',
            "contradiction",
        ),
        ('[[countries]]\ncode = "XA"\nzone = "UTC"\nname = { zh = "甲" }\n', "missing_key"),
        (
            '[[countries]]\ncode = "XA"\nzone = "UTC"\nname = { zh = "甲", en = "A" }\nnato = true\n',
            "unknown_key",
        ),
    ],
)
def test_a_register_that_contradicts_itself_is_refused(tmp_path: Path, entries: str, reason: str) -> None:
    origin = '[origin]\nsource = "x"\nlocator = ""\nchecked_on = 2026-11-22\nvalid_from = "unknown"\n\n'
    path = tmp_path / "countries.toml"
    path.write_text(origin + entries, encoding="utf-8")
    with pytest.raises(CatalogError) as refused:
        load_countries(path)
    assert refused.value.reason == reason
