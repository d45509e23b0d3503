"""The register of sources and the figures of the trade articles."""

from datetime import date
from pathlib import Path

import pytest

from catalog.reader import CatalogError
from catalog.sources import FOLDER, load_article_figures, load_sources

SOURCES = load_sources()
FIGURES = {figure.id: figure for figure in load_article_figures(SOURCES)}
ARTICLES = {
    "article_europe_guide",
    "article_communication_guide",
    "article_contract_points",
    "article_ebay_rules",
    "article_contract_template",
}
LAWS = {
    "civil_code",
    "spc_contract_interp",
    "pipl",
    "dsl",
    "csl",
    "network_data_regs",
    "cac_order_16",
    "cac_order_20",
    "pi_audit_measures",
    "incident_reporting_measures",
    "arbitration_law_2025",
    "arbitration_law_2017",
    "spc_arbitration_interp",
    "labour_interp_2",
    "labour_contract_law",
    "dispatch_provisions",
    "sme_payment_regs",
    "vat_law_cn",
    "ai_label_measures",
    "ecommerce_law",
    "consumer_rights_law",
    "esign_law",
    "conflict_law",
    "civil_procedure_law",
    "aucl",
    "telecom_regs_cn",
    "contract_law_repealed",
    "gdpr",
    "scc_2021_914",
    "scc_2021_915",
    "edpb_05_2021",
    "edpb_22_2024",
    "ai_act",
    "crd",
    "sale_of_goods_directive",
    "right_to_repair",
    "empco",
    "odr_repeal",
    "late_payment_directive",
    "ucpd",
    "eprivacy",
    "eu_vat_directive",
    "eidas",
    "ard_2001_23",
    "working_time_directive",
    "rome_i",
    "new_york_convention",
    "de_law",
    "fr_law",
    "es_law",
    "pt_law",
    "pl_law",
    "it_law",
    "rs_law",
    "es_ley_10_2025",
    "de_minimum_wage",
    "cn_tax_filing",
}


def test_every_id_of_the_register_is_there_and_no_other() -> None:
    pages = {f"w{number}" for number in range(3, 69)}
    own = {"house_judgement", "computed", "expert_memory", "own_figure"}
    assert set(SOURCES) == LAWS | ARTICLES | pages | own


def test_every_title_stands_in_both_languages() -> None:
    for source in SOURCES.values():
        assert source.title.zh.strip()
        assert source.title.en.strip()
        assert source.checked_on == date(2026, 11, 22)


def test_kinds_and_confidence_follow_what_was_read() -> None:
    assert {SOURCES[name].kind for name in LAWS} == {"law"}
    assert {SOURCES[name].kind for name in ARTICLES} == {"article"}
    assert {SOURCES[name].confidence for name in ARTICLES} == {"low"}
    assert SOURCES["w20"].kind == "published"
    assert SOURCES["expert_memory"].confidence == "low"
    assert SOURCES["civil_code"].confidence == "high"
    for name in ("w5", "w6", "w18", "w22", "w35", "w36", "w46", "w47"):  # official pages
        assert SOURCES[name].confidence == "high"


def test_what_is_known_against_an_article_is_said_to_its_reader_and_not_to_ourselves() -> None:
    for name in (name for name, source in SOURCES.items() if source.kind == "article"):
        note = SOURCES[name].note
        assert note is not None
        assert "unverified" in note.en
        assert "未经核实" in note.zh
        assert "facts only" not in note.en


def test_what_is_from_memory_says_so() -> None:
    for name in ("aucl", "ucpd", "eidas", "rome_i", "new_york_convention", "de_law"):
        note = SOURCES[name].note
        assert SOURCES[name].confidence == "low"
        assert note is not None
        assert "verify" in note.en


def test_the_status_of_a_statute_is_dated() -> None:
    dates = {
        "civil_code": date(2021, 1, 1), "spc_contract_interp": date(2023, 12, 5), "csl": date(2026, 1, 1),
        "network_data_regs": date(2025, 1, 1), "cac_order_16": date(2024, 3, 22), "cac_order_20": date(2026, 1, 1),
        "pi_audit_measures": date(2025, 5, 1), "incident_reporting_measures": date(2025, 11, 1),
        "arbitration_law_2025": date(2026, 3, 1), "labour_interp_2": date(2025, 9, 1), "dispatch_provisions": date(2014, 3, 1),
        "ai_label_measures": date(2025, 9, 1), "crd": date(2026, 6, 19), "right_to_repair": date(2026, 7, 31),
        "empco": date(2026, 9, 27), "odr_repeal": date(2025, 7, 20), "es_ley_10_2025": date(2025, 12, 28),
    }  # fmt: skip
    assert {name: SOURCES[name].valid_from for name in dates} == dates


def test_repealed_law_has_an_end() -> None:
    assert SOURCES["contract_law_repealed"].valid_to == date(2020, 12, 31)
    assert SOURCES["arbitration_law_2017"].valid_to == date(2026, 2, 28)
    assert [name for name, source in SOURCES.items() if source.valid_to] == [
        "arbitration_law_2017",
        "contract_law_repealed",
    ]


def test_the_figures_of_the_articles_are_all_there() -> None:
    assert len(FIGURES) == 46
    assert FIGURES["rate_hour_east"].values == (10, 18)
    assert (FIGURES["rate_hour_east"].source, FIGURES["rate_hour_east"].locator) == (
        "article_europe_guide",
        "L108",
    )
    assert [str(value) for value in FIGURES["attrition_month_max"].values] == ["0.15"]
    assert FIGURES["pilot_weeks"].values == (2, 4)
    assert str(FIGURES["csat_stars"].values[0]) == "4.5"
    assert FIGURES["first_response_strict"].locator == "L100"
    assert FIGURES["std_hours"].source == "article_contract_template"


def test_claims_nobody_can_check_are_marked() -> None:
    for name in ("german_success_gain", "disputes_vague_terms", "account_freeze_anecdote", "rate_hour_west"):
        assert FIGURES[name].unverifiable
    assert not FIGURES["pilot_weeks"].unverifiable


def test_shares_lie_between_nought_and_one() -> None:
    shares = [
        float(str(value)) for figure in FIGURES.values() if figure.unit == "share" for value in figure.values
    ]
    assert len(shares) == 8
    assert all(0 < share < 1 for share in shares)


def _copy_with(tmp_path: Path, old: str, new: str, *, name: str) -> Path:
    for path in FOLDER.glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        if path.name == name:
            assert old in text
            text = text.replace(old, new, 1)
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "old", "new", "reason"),
    [
        ("own.toml", 'id = "computed"', 'id = "house_judgement"', "duplicate"),
        ("own.toml", 'id = "computed"', 'id = "w3"', "duplicate"),
        (
            "law_china.toml",
            "valid_to = 2020-12-31",
            "valid_from = 2021-01-01\nvalid_to = 2020-12-31",
            "inverted_range",
        ),
        ("web.toml", "checked_on = 2026-11-22", 'checked_on = "yesterday"', "bad_date"),
        ("web.toml", 'confidence = "high"', 'confidence = "sure"', "not_a_choice"),
    ],
)
def test_a_mistake_in_the_register_is_named(
    tmp_path: Path, name: str, old: str, new: str, reason: str
) -> None:
    with pytest.raises(CatalogError) as caught:
        load_sources(_copy_with(tmp_path, old, new, name=name))
    assert caught.value.reason == reason


@pytest.mark.parametrize("source", ["w3", "article_of_faith"])
def test_a_figure_belongs_to_a_trade_article(tmp_path: Path, source: str) -> None:
    folder = _copy_with(
        tmp_path, 'source = "article_europe_guide"', f'source = "{source}"', name="article_figures.toml"
    )
    with pytest.raises(CatalogError) as caught:
        load_article_figures(SOURCES, folder)
    assert caught.value.reason == "unknown_source"
