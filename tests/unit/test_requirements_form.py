"""What people type into the form is understood, and what cannot be is said by its cell."""

from typing import Any, get_args

import pytest

from documents.question_names import Asked
from documents.question_tables import SHAPES
from documents.requirements_form import write_requirements_form
from documents.requirements_form_reading import ReadForm, read_requirements_form
from domain.requirements.questions import Kind
from domain.shared.contents import NOTHING, Content
from domain.shared.outcomes import DomainError
from tests.form_case import BOOK, sample_form, typed
from words import LANGUAGES, Language, say

EMPTY = write_requirements_form("Winter", {}, BOOK, "en")


def read(content: bytes) -> ReadForm:
    return read_requirements_form(content, BOOK)


def answered(answers: dict[tuple[str, str], Any], question: str) -> Content:
    """What a question holds after answers were typed into an empty form."""
    form = read(typed(EMPTY, answers))
    assert not form.problems
    assert form.touched == {question}
    return form.contents[question]


def problem(answers: dict[tuple[str, str], Any], question: str) -> DomainError:
    form = read(typed(EMPTY, answers))
    assert set(form.problems) == {question}
    for language in LANGUAGES:
        assert say(language, form.problems[question].code, **form.problems[question].values)
    return form.problems[question]


def test_every_kind_of_question_has_a_place_in_the_form() -> None:
    assert set(SHAPES) == set(get_args(Kind))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_choices_of_a_question_look_the_same(language: Language) -> None:
    for question in BOOK.questions.values():
        labels = Asked(question, BOOK, language).choice_labels()
        assert len({label.casefold() for label in labels.values()}) == len(labels), question.id


def test_an_empty_form_answers_nothing() -> None:
    form = read(EMPTY)
    assert (form.name, form.touched, form.problems, form.strange) == ("Winter", set(), {}, [])
    assert set(form.contents) == set(BOOK.questions)
    assert all(content == NOTHING for content in form.contents.values())


@pytest.mark.parametrize(
    ("question", "cells", "value"),
    [
        ("merchant_name", {"": "Muster GmbH"}, "Muster GmbH"),
        ("merchant_country", {"": "Germany (DE)"}, "DE"),
        ("merchant_country", {"": "德国"}, "DE"),
        ("merchant_country", {"": "de"}, "DE"),
        ("cross_border", {"": "是"}, True),
        ("cross_border", {"": "No"}, False),
        ("occupancy", {"": 0.8}, 0.8),
        ("budget_month", {"": 20000, "/currency": "EUR"}, {"amount": "20000", "currency": "EUR"}),
        ("budget_month", {"": 0.1, "/currency": "eur"}, {"amount": "0.1", "currency": "EUR"}),
        ("markets", {"/1": "France (FR)", "/3": "DE"}, ["FR", "DE"]),
        ("channels", {"/email": "Yes", "/phone": "No", "/chat": "是"}, ["email", "chat"]),
        ("contacts_month", {"/email": 3300}, {"email": 3300}),
        (
            "coverage",
            {"/mon": "9:00–12:00，13：00 至 18:00"},
            {"mon": [["09:00", "12:00"], ["13:00", "18:00"]]},
        ),
        ("language_pools", {"/1": "de, 英语", "/2": "French (fr)"}, [["de", "en"], ["fr"]]),
        ("time_zone", {"": "Europe/Berlin"}, "Europe/Berlin"),
        ("time_zone", {"": "柏林（Europe/Berlin）"}, "Europe/Berlin"),
        ("contract_start", {"": "2027-02-01"}, "2027-02-01"),
        ("contract_start", {"": "2027/2/1"}, "2027-02-01"),
        ("contract_start", {"": "2027年2月1日"}, "2027-02-01"),
        ("contacts_month", {"/email": "5200"}, {"email": 5200}),
        ("contacts_month", {"/email": "5,200", "/chat": "５ ２００"}, {"email": 5200, "chat": 5200}),
        ("occupancy", {"": "80 %"}, 0.8),
        ("occupancy", {"": "80％"}, 0.8),
        ("occupancy", {"": "0,8"}, 0.8),
        ("budget_month", {"": "20 000", "/currency": "EUR"}, {"amount": "20000", "currency": "EUR"}),
        ("budget_month", {"": "1.234,56", "/currency": "EUR"}, {"amount": "1234.56", "currency": "EUR"}),
        ("cross_border", {"": 1}, True),
        ("cross_border", {"": "0"}, False),
        ("cross_border", {"": "✓"}, True),
        ("channels", {"/email": "x", "/phone": 0, "/chat": "√"}, ["email", "chat"]),
        (
            "coverage",
            {"/mon": "9-19", "/sat": "closed", "/sun": "休息"},
            {"mon": [["09:00", "19:00"]], "sat": [], "sun": []},
        ),
    ],
)
def test_answers_are_understood_as_people_type_them(question: str, cells: dict[str, Any], value: Any) -> None:
    given = {(f"{question}{part}", "answer"): typed_value for part, typed_value in cells.items()}
    assert answered(given, question) == Content(value=value, origin="import")


def test_shares_by_language_stand_with_their_language_in_a_row() -> None:
    given = {
        ("languages_share/1", "part"): "German (de)",
        ("languages_share/1", "answer"): 0.6,
        ("languages_share/2", "part"): "法语",
        ("languages_share/2", "answer"): 0.4,
    }
    assert answered(given, "languages_share").value == {"de": 0.6, "fr": 0.4}


def test_a_peak_is_typed_as_a_row_of_a_small_table() -> None:
    given = {
        ("peaks/1", "name"): "Christmas",
        ("peaks/1", "months"): "11、12",
        ("peaks/1", "multiplier"): 2,
        ("peaks/1", "lead_weeks"): 4,
        ("peaks/2", "name"): "Sale",
        ("peaks/2", "start"): "06-01",
        ("peaks/2", "end"): "06-20",
    }
    assert answered(given, "peaks").value == [
        {"name": "Christmas", "months": [11, 12], "multiplier": 2, "lead_weeks": 4},
        {"name": "Sale", "start": "06-01", "end": "06-20"},
    ]


def test_that_there_are_no_peaks_is_an_answer_and_an_empty_table_is_none() -> None:
    assert answered({("peaks", "answer"): "There are none"}, "peaks").value == []
    refusal = problem({("peaks", "answer"): "没有", ("peaks/1", "name"): "Sale"}, "peaks")
    assert refusal.code == "requirements_form.none_but_rows"


def test_the_weights_of_a_week_stand_in_seven_rows_of_twenty_four_hours() -> None:
    drawn = answered(
        {("hour_profiles/email/tue", "h09"): 3, ("hour_profiles/email/tue", "h10"): 1}, "hour_profiles"
    )
    weights = drawn.value["email"]["weights"]
    assert weights["tue"] == [0] * 9 + [3, 1] + [0] * 13
    assert weights["sun"] == [0] * 24
    chosen = {("hour_profiles/chat/template", "template"): "office"}
    assert answered(chosen, "hour_profiles").value == {"chat": {"template": "office"}}
    both = {**chosen, ("hour_profiles/chat/mon", "h08"): 1}
    assert problem(both, "hour_profiles").code == "requirements_form.template_or_weights"


@pytest.mark.parametrize("text", ["20.000", "20,000", "１．２３４"])
def test_money_is_never_guessed(text: str) -> None:
    refusal = problem(
        {("budget_month", "answer"): text, ("budget_month/currency", "answer"): "EUR"}, "budget_month"
    )
    assert refusal.code == "forms.number_ambiguous"
    assert refusal.values["given"] == text


def test_a_figure_with_two_readings_is_refused_with_both_and_its_cell() -> None:
    given = {("languages_share/1", "part"): "German (de)", ("languages_share/1", "answer"): "0.125"}
    assert answered(given, "languages_share").value == {"de": 0.125}
    refusal = problem({("replacement_h", "answer"): "1.234"}, "replacement_h")
    assert (refusal.values["first"], refusal.values["second"]) == ("1234", "1.234")
    assert "!" in str(refusal.values["cell"])


def test_figures_in_the_columns_of_a_table_may_be_text_too() -> None:
    peak = {"name": "Sale", "months": "11", "multiplier": "1,5", "lead_weeks": "４"}
    given = {("peaks/1", column): value for column, value in peak.items()}
    assert answered(given, "peaks").value == [
        {"name": "Sale", "months": [11], "multiplier": 1.5, "lead_weeks": 4}
    ]
    launch = {"name": "Lamp", "on": "2027/3/1", "weeks": "6", "multiplier": "2"}
    given = {("launches/1", column): value for column, value in launch.items()}
    assert answered(given, "launches").value == [
        {"name": "Lamp", "on": "2027-03-01", "weeks": 6, "multiplier": 2}
    ]
    weights = {("hour_profiles/email/tue", "h09"): " 3 "}
    assert answered(weights, "hour_profiles").value["email"]["weights"]["tue"][9] == 3


def test_what_does_not_fit_is_kept_as_it_was_typed() -> None:
    assert answered({("occupancy", "answer"): "about 80"}, "occupancy").value == "about 80"
    assert answered({("coverage/mon", "answer"): "all day"}, "coverage").value == {"mon": [["all day"]]}
    assert answered({("merchant_country", "answer"): "Atlantis"}, "merchant_country").value == "Atlantis"


def test_a_language_in_two_rows_is_refused_by_its_cell() -> None:
    given = {
        (f"languages_share/{row}", column): value
        for row in (1, 2)
        for column, value in (("part", "de"), ("answer", 0.5))
    }
    refusal = problem(given, "languages_share")
    assert refusal.code == "forms.twice"
    assert "!" in refusal.values["cell"]


@pytest.mark.parametrize(("said", "state"), [("Not applicable", "not_applicable"), ("稍后再答", "later")])
def test_a_question_can_be_set_aside_and_keeps_its_answer(said: str, state: Any) -> None:
    form = read(typed(sample_form(), {("occupancy", "state"): said}))
    assert form.contents["occupancy"] == Content(value=0.8, state=state, origin="import")
    assert form.touched == {"occupancy"}


def test_an_answer_that_was_cleared_is_taken_away() -> None:
    form = read(typed(sample_form(), {("occupancy", "answer"): None}))
    assert (form.contents["occupancy"], form.touched) == (NOTHING, {"occupancy"})
