"""What a request is written from: the questions of the trade, weights that make 100, every answer in one place."""

import shutil
from pathlib import Path

import pytest

from catalog.reader import CatalogError
from catalog.sourcing import FOLDER, load_sourcing
from services.catalog import catalog

KNOWN = catalog()
BOOK = KNOWN.sourcing
ASKED = [question for topic in BOOK.diligence for question in topic.question]
# Documents that the list of due-diligence questions marks with an asterisk.
EVIDENCE = [
    "q01",
    "q05",
    "q07",
    "q08",
    "q15",
    "q18",
    "q19",
    "q23",
    "q24",
    "q25",
    "q26",
    "q28",
    "q34",
    "q35",
    "q36",
    "q38",
    "q43",
]
# Weights of the four schemes: quality, experience, operations, data, reporting, price.
WEIGHTS = {
    "balanced": (25, 15, 20, 15, 10, 15),
    "quality_first": (35, 15, 15, 15, 10, 10),
    "cost_first": (20, 15, 15, 15, 10, 25),
    "data_critical": (20, 10, 15, 35, 10, 10),
}


def test_all_fifty_five_questions_are_there_in_order() -> None:
    assert [question.id for question in ASKED] == [f"q{number:02d}" for number in range(1, 56)]
    assert [question.id for question in ASKED if question.evidence] == EVIDENCE


def test_the_four_schemes_weigh_as_they_should_and_price_never_above_thirty() -> None:
    names = [criterion.id for criterion in BOOK.evaluation.criterion]
    found = {s.id: tuple(int(s.weights[name]) for name in names) for s in BOOK.evaluation.scheme}
    assert found == WEIGHTS
    assert all(sum(weights) == 100 and weights[-1] <= 30 for weights in found.values())
    assert BOOK.evaluation.price_most.value == 30


def test_the_schemes_are_the_choices_of_their_question() -> None:
    assert set(KNOWN.book.questions["weighting_scheme"].choice_ids) == set(WEIGHTS)


def test_every_question_is_printed_in_one_place_or_kept_from_vendors() -> None:
    printed = [item.question for part in BOOK.text.part for item in part.item]
    named = [*printed, *BOOK.text.withheld.questions, *BOOK.text.withheld.elsewhere]
    assert len(named) == len(set(named))
    assert set(named) == set(KNOWN.book.questions)


def test_what_the_buyer_would_pay_is_kept_from_vendors() -> None:
    assert {"budget_month", "vendor_name", "region_chosen"} <= set(BOOK.text.withheld.questions)


def test_yes_or_no_is_printed_as_a_sentence() -> None:
    items = {item.question: item for part in BOOK.text.part for item in part.item}
    for name, item in items.items():
        if KNOWN.book.questions[name].kind == "boolean" and item.reply == "confirm":
            assert item.yes is not None, name
            assert item.no is not None, name


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("evaluation.toml", "quality = 25,", "quality = 26,", "weights_not_100"),
        ("evaluation.toml", "operations = 15, data = 15, reporting = 10, price = 25", "operations = 5, data = 15, reporting = 10, price = 35", "outside_range"),
        ("evaluation.toml", 'default = "balanced"', 'default = "cheapest"', "not_a_choice"),
        ("due_diligence.toml", 'id = "q02"', 'id = "q01"', "duplicate"),
        ("due_diligence.toml", 'when = "has_peak"', 'when = "hs_peak"', "unknown_predicate"),
        ("due_diligence.toml", 'criterion = "price"', 'criterion = "prize"', "not_a_choice"),
        ("due_diligence.toml", 'source = "pipl"', 'source = "pipll"', "unknown_source"),
        ("request.toml", 'question = "tone"', 'question = "tune"', "unknown_question"),
        ("request.toml", 'question = "tone"', 'question = "shops"', "duplicate"),
        ("request.toml", "optional = true", "optionl = true", "unknown_key"),
        ("price_form.toml", 'when = "phone_channel"', 'when = "fone"', "unknown_predicate"),
        ("timetable.toml", 'plus = "pilot"', 'plus = "pylot"', "not_a_choice"),
        ("aims.toml", 'question = "fcr_target"', 'question = "fcr"', "unknown_question"),
        ("aims.toml", 'when = "written_channel"', 'when = "written"', "unknown_predicate"),
        ("aims.toml", 'source = "house_judgement"', 'source = "house"', "unknown_source"),
        ("names.toml", "towns = [", "tuns = [", "unknown_key"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_file_is_named(tmp_path: Path, file: str, old: str, new: str, reason: str) -> None:
    shutil.copytree(FOLDER, tmp_path / "sourcing")
    path = tmp_path / "sourcing" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        load_sourcing(questions=KNOWN.book.questions, sources=KNOWN.sources, folder=tmp_path / "sourcing")
    assert caught.value.reason == reason


def test_every_aim_is_the_definition_of_a_target_that_is_printed() -> None:
    printed = {item.question for part in BOOK.text.part for item in part.item if item.reply == "confirm"}
    assert {aim.question for aim in BOOK.aims} == {
        "fcr_target",
        "resolution_target",
        "csat_mean_target",
        "high_value_reply_h",
    }
    assert {aim.question for aim in BOOK.aims} <= printed


def test_terms_of_the_contract_are_fields_of_its_clauses_that_a_sentence_can_say() -> None:
    (part,) = [part for part in BOOK.text.part if part.terms]
    assert part.id == "contract"
    fields = [KNOWN.clauses.fields[name] for name in part.terms]
    assert all(field.choices or (field.kind == "integer" and field.unit) for field in fields)


def test_words_that_tell_nothing_are_compared_in_lower_case() -> None:
    names = BOOK.names
    for words in (names.legal_forms, names.towns, names.platforms, names.everyday):
        assert [word for word in words if word != word.lower()] == []
    # A longer form contains the shorter one and has to be tried first.
    assert names.legal_forms.index("股份有限公司") < names.legal_forms.index("有限公司")
