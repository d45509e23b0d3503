"""A form with four answers, and what is read of it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import Workbook

from documents.forms import Column, Field, Form, FormSheet, Row, Stamp
from documents.forms_reading import FilledForm, read_form
from documents.forms_writing import write_form
from domain.shared.outcomes import DomainError
from tests.form_case import edited
from words import LANGUAGES, say

KIND = "kefu.test"
SHEET = "xl/worksheets/sheet1.xml"


def form(version: int = 1, kind: str = KIND, **kept: str) -> bytes:
    price = Field(kind="number", value=12.5, minimum=Decimal(0), maximum=Decimal(100))
    basis = Field(kind="choice", choices="basis")
    rows = [
        Row(cells={"text": "Prices"}, heading=True),
        Row(id="price", cells={"text": "=Price", "answer": price}),
        Row(id="basis", cells={"text": "Basis", "answer": basis}),
        Row(id="when", cells={"text": "Day", "answer": Field(kind="date", value=date(2026, 11, 20))}),
        Row(id="note", cells={"text": "Note", "answer": Field(value="=1+1")}),
    ]
    columns = [Column(key="text", title="Question", width=30), Column(key="answer", title="Answer", width=30)]
    sheet = FormSheet(name="Prices", intro="Fill in.", columns=columns, rows=rows)
    stamp = Stamp(kind=kind, version=version, content="abc")
    lists = {"basis": ("Paid hour", "Productive hour")}
    return write_form(Form(stamp=stamp, title="t", sheets=[sheet], lists=lists, kept=kept))


def read(content: bytes) -> FilledForm:
    return read_form(content, kind=KIND, version=1)


def answer(content: bytes, row: str) -> Any:
    return read(content).cells[row, "answer"].value


def refused(content: bytes) -> DomainError:
    with pytest.raises(DomainError) as caught:
        read(content)
    for language in LANGUAGES:
        assert say(language, caught.value.code, **caught.value.values)
    return caught.value


def refused_cell(content: bytes, row: str) -> DomainError:
    """Why the answer of a row cannot be read, as whoever asks for it hears it."""
    made = read(content)
    with pytest.raises(DomainError) as caught:
        assert made.cells[row, "answer"].value
    for language in LANGUAGES:
        assert say(language, caught.value.code, **caught.value.values)
    return caught.value


def put(cell: str, value: Any) -> bytes:
    """The form with something typed into a cell of its sheet."""

    def change(book: Workbook) -> None:
        book["Prices"][cell] = value

    return edited(form(), change)
