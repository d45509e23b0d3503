"""A form that comes back: what was left alone is what went out, and what cannot be read refuses its question alone."""

from dataclasses import replace
from typing import Any

import pytest

from documents.requirements_form import write_requirements_form
from documents.requirements_form_reading import ReadForm, read_requirements_form
from domain.shared.contents import Content
from domain.shared.outcomes import DomainError
from tests.form_case import BOOK, edited, find, sample_contents, sample_form, typed

EMPTY = write_requirements_form("Winter", {}, BOOK, "en")


def read(content: bytes) -> ReadForm:
    return read_requirements_form(content, BOOK)


def test_only_what_was_touched_loses_its_origin() -> None:
    form = read(typed(sample_form(), {("occupancy", "answer"): 0.7}))
    assert form.touched == {"occupancy"}
    expected = {**sample_contents(), "occupancy": Content(value=0.7, origin="import")}
    assert {key: each for key, each in form.contents.items() if not each.is_nothing} == expected
    assert form.sent["occupancy"] == sample_contents()["occupancy"]


def test_a_text_that_looks_like_a_formula_leaves_and_comes_back_as_text() -> None:
    contents = {"shops": Content(value='=HYPERLINK("https://example.com")')}
    assert read(write_requirements_form("x", contents, BOOK, "zh")).contents["shops"] == contents["shops"]


def test_hidden_contents_that_were_typed_over_are_refused_for_that_question_alone() -> None:
    form = write_requirements_form("x", {"occupancy": Content(value=0.8)}, BOOK, "en")
    for broken in (
        '{"value": NaN, "state": "answered", "origin": ""}',
        "{}",
        "[" * 5000,
        '{"state": "gone"}',
    ):
        refusals = read(_kept(form, broken)).problems
        assert [(key, each.code) for key, each in refusals.items()] == [("occupancy", "forms.kept_damaged")]


def _kept(form: bytes, text: str) -> bytes:
    def change(book: Any) -> None:
        for row in book["kefu_kept"].iter_rows():
            if row[0].value == "occupancy":
                row[1].value = text

    return edited(form, change)


def test_an_older_form_is_read_as_far_as_it_is_asked_today() -> None:
    fewer = {key: each for key, each in BOOK.questions.items() if key != "occupancy"}
    more = {**BOOK.questions, "asked_once": replace(BOOK.questions["shops"], id="asked_once")}
    contents = {"asked_once": Content(value="an answer"), "shops": Content(value="x")}
    older = write_requirements_form("x", contents, replace(BOOK, questions=more), "en")
    form = read(older)
    assert form.contents["shops"].value == "x"
    assert len(form.strange) == 1
    newer = read_requirements_form(
        write_requirements_form("x", {}, replace(BOOK, questions=fewer), "en"), BOOK
    )
    assert "occupancy" not in newer.contents


def test_a_question_missing_from_a_form_of_today_is_named() -> None:
    with pytest.raises(DomainError) as caught:
        read(_without("shops"))
    assert (caught.value.code, caught.value.values["question"]) == ("requirements_form.row_missing", "shops")


def _without(question: str) -> bytes:
    def change(book: Any) -> None:
        sheet, cell = find(book, question, "state")
        sheet.delete_rows(sheet[cell].row)

    return edited(EMPTY, change)


@pytest.mark.parametrize(
    ("question", "spelling"),
    # As the sample says it, in other words: a country by its code, yes in small letters, a figure as text.
    [
        ("merchant_country", "CN"),
        ("merchant_country", "中国"),
        ("cross_border", "YES"),
        ("orders_month", " 24000 "),
        ("reserve_share", "20 %"),
    ],
)
def test_the_same_answer_in_another_spelling_keeps_its_origin(question: str, spelling: str) -> None:
    sent = sample_contents()[question]
    form = read(typed(sample_form(), {(question, "answer"): spelling}))
    assert not form.problems
    assert form.contents[question] == sent
    assert question not in form.touched


def test_a_formula_refuses_the_answer_it_stands_in_and_no_other() -> None:
    answers = {("orders_month", "answer"): "=2600*2", ("merchant_name", "answer"): "Muster GmbH"}
    form = read(typed(EMPTY, answers))
    assert {question: refusal.code for question, refusal in form.problems.items()} == {
        "orders_month": "forms.formula"
    }
    assert form.places["orders_month"] == form.problems["orders_month"].values["cell"]
    assert form.contents["merchant_name"].value == "Muster GmbH"
