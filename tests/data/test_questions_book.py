"""The questions as data: complete in both languages, in order, and strict about mistakes."""

import re
import shutil
from pathlib import Path

import pytest

import words
from catalog.checks import load_check_rules
from catalog.questions import FOLDER, load_questions
from catalog.reader import CatalogError
from catalog.sources import load_sources
from domain.requirements.answers import check_answer
from domain.shared.sources import Bilingual

BOOK = load_questions()
QUESTIONS = tuple(BOOK.questions.values())
MOST_REQUIRED = 25
# The fields of the questionnaire in the knowledge base of the trade, and what the estimate needs besides.
ASKED = {
    "languages_share", "contacts_month", "channels", "need_24_7", "weekend", "coverage", "time_zone", "cross_border",
    "platforms", "shops", "returns_handled", "returns_owner", "product_industry", "customer_types", "reply_standards",
    "return_rules", "platform_requirements", "orders_month", "scenarios", "native_languages", "peaks",
    "average_order_value", "share_high_value", "aht_s", "merchant_country", "eu_establishment", "eu_subsidiary",
    "eu_representative", "markets", "data_location", "ticket_readers", "merchant_size", "vendor_size", "replaces_team",
    "bots_planned", "recording_planned", "budget_month", "billing_model", "governing_law", "forum",
}  # fmt: skip


def test_everything_the_trade_asks_is_asked() -> None:
    assert set(BOOK.questions) >= ASKED


def test_a_beginner_faces_at_most_twenty_five_required_questions() -> None:
    assert 0 < sum(question.required for question in QUESTIONS) <= MOST_REQUIRED


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_question_has_words(question: object, language: words.Language) -> None:
    texts = [getattr(question, name) for name in ("wording", "help", "why")]
    texts += [choice.label for choice in question.choices]  # type: ignore[attr-defined]  # ids= needs plain objects
    for text in texts:
        assert isinstance(text, Bilingual)
        assert text[language].strip()
    assert BOOK.questions[question.id].wording["zh"].endswith("？")  # type: ignore[attr-defined]  # see above
    assert BOOK.questions[question.id].wording["en"].endswith("?")  # type: ignore[attr-defined]  # see above


def test_chinese_is_chinese_and_english_is_english() -> None:
    for question in QUESTIONS:
        for text in (question.wording, question.help, question.why):
            assert not re.search(r"[\u4e00-\u9fff]", text.en), question.id
            assert re.search(r"[\u4e00-\u9fff]", text.zh), question.id
            assert not re.search(r"[\u4e00-\u9fff][,;:?!]", text.zh), question.id


def test_units_have_words() -> None:
    units = {question.unit for question in QUESTIONS if question.unit}
    assert [unit for unit in units if not words.has(f"requirements.unit.{unit}")] == []


def test_defaults_pass_their_own_checks_and_name_a_source() -> None:
    sources = load_sources()
    defaulted = [question for question in QUESTIONS if question.default is not None]
    assert {"aht_s", "occupancy", "shrinkage", "chat_concurrency"} <= {question.id for question in defaulted}
    for question in defaulted:
        assert check_answer(question, question.default, BOOK.codes) == question.default
        assert question.default_origin is not None
        assert question.default_origin.source in sources


def test_handling_times_default_to_the_parameters_of_the_estimate() -> None:
    # domain knowledge E.5: e-mail 420 s, marketplace 300 s, chat session 720 s, phone 390 s
    assert BOOK.questions["aht_s"].default == {
        "email": 420, "marketplace": 300, "chat": 720, "phone": 390, "social": 300, "form": 420,
    }  # fmt: skip
    assert "420" not in (FOLDER / "aht_s.toml").read_text(encoding="utf-8")


def test_the_whole_panorama_of_services_can_be_chosen() -> None:
    # domain knowledge A1.02-06, A0.13, A0.14 and A0.15, and help with ordering (A4.06).
    groups: dict[str, set[str]] = {}
    for choice in BOOK.questions["scenarios"].choices:
        groups.setdefault(choice.group, set()).add(choice.id)
        assert words.has(f"requirements.group.{choice.group}")
    assert groups == {
        "communication": {
            "presale",
            "insale",
            "aftersale",
            "complaint_crisis",
            "relationship",
            "emergency",
        },
        "after_sales": {
            "returns_refunds",
            "product_enquiry",
            "tech_support",
            "logistics_tracking",
            "complaint",
        },
        "platform": {"order_problem", "dispute", "review_mgmt", "shop_health", "return_label"},
    }
    assert len(BOOK.questions["analyses"].choice_ids) == 4
    assert len(BOOK.questions["channels"].choice_ids) == 6


def test_a_pilot_lasts_two_to_four_weeks() -> None:
    weeks = BOOK.questions["pilot_weeks"]
    assert weeks.minimum == 2
    assert weeks.maximum == 4


def test_codes_know_europe_and_leave_out_what_is_no_country() -> None:
    assert {"de", "fr", "es", "it", "en", "pl", "zh"} <= BOOK.codes.languages
    assert {"CN", "DE", "PL", "RO", "RS", "GB"} <= BOOK.codes.countries
    assert {"EU", "ZZ", "UN"}.isdisjoint(BOOK.codes.countries)
    assert "PL" in BOOK.codes.eea
    assert "RS" not in BOOK.codes.eea


def test_a_file_is_named_after_its_question_and_stands_in_one_section() -> None:
    in_sections = [question for section in BOOK.sections for question in section.questions]
    assert in_sections == list(BOOK.questions)
    assert {path.stem for path in FOLDER.glob("*.toml")} == {*in_sections, "manifest"}


@pytest.mark.parametrize(
    ("name", "old", "new", "key", "reason"),
    [
        ("occupancy", "kind =", "kindd =", "kindd", "unknown_key"),
        ("occupancy", 'help = { zh = "', 'help = { zhh = "', "help.zhh", "unknown_key"),
        ("occupancy", ', en = "How much', ', eng = "How much', "wording.eng", "unknown_key"),
        ("occupancy", 'default_parameter = "occupancy_max"', 'default_parameter = "occupancy"', "default_parameter", "unknown_parameter"),
        ("occupancy", "maximum = 0.95", "maximum = 0.8", "default", "bad_default"),
        ("occupancy", 'source = "w28"', 'source = "w99"', "origin.source", "unknown_source"),
        ("occupancy", 'kind = "share"', 'kind = "percentage"', "kind", "not_a_choice"),
        ("occupancy", 'id = "occupancy"', 'id = "busy"', "id", "not_the_file_name"),
        ("peaks", "minimum = 1\n", 'minimum = 1\napplies_when = "at_christmas"\n', "applies_when", "unknown_predicate"),
        ("contacts_month", 'choices_of = "channels"', 'choices_of = "chanels"', "choices_of", "unknown_question"),
        ("need_24_7", "default_origin", "# default_origin", "default_origin", "missing_key"),
        ("manifest", '  "orders_month",\n', "", "section", "question_without_section"),
        ("manifest", '  "orders_month",\n', '  "orders",\n', "section.3.questions", "unknown_question"),
        ("manifest", '  "orders_month",\n', '  "orders_month",\n  "peaks",\n', "section.3.questions", "duplicate"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_file_is_named(
    tmp_path: Path, name: str, old: str, new: str, key: str, reason: str
) -> None:
    folder = tmp_path / "questions"
    shutil.copytree(FOLDER, folder)
    path = folder / f"{name}.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        load_questions(folder)
    assert (Path(caught.value.file).name, caught.value.key, caught.value.reason) == (
        f"{name}.toml",
        key,
        reason,
    )
    assert words.has(f"catalog.{reason}")


def test_a_missing_language_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "questions"
    shutil.copytree(FOLDER, folder)
    path = folder / "shops.toml"
    path.write_text(
        re.sub(
            r'why = \{ zh = ("[^"]+"), en = "[^"]+" \}',
            r"why = { zh = \1 }",
            path.read_text(encoding="utf-8"),
        ),
        encoding="utf-8",
    )
    with pytest.raises(CatalogError) as caught:
        load_questions(folder)
    assert (caught.value.key, caught.value.reason) == ("why.en", "missing_key")


def test_check_rules_expect_native_speakers_in_three_markets_and_two_weeks_before_a_peak() -> None:
    rules = load_check_rules()
    assert {(rule.market, rule.language) for rule in rules.native_languages} == {
        ("DE", "de"),
        ("FR", "fr"),
        ("ES", "es"),
    }
    assert rules.limits["peak_lead_weeks"].value == 2
