"""Requests of the samples with other answers, and their words: what the tests of the request for proposal look at."""

from datetime import date
from functools import cache
from typing import Any

from domain.requirements.answers import Answer, check_answer
from domain.requirements.record import Record, read_record
from domain.shared.paper import Document, Heading, Paragraph, Table
from domain.sourcing.request import Request
from services.catalog import catalog
from services.requirements import from_file
from services.samples import read_sample
from services.sourcing import make_request, request_json

BOOK = catalog().book
TODAY = date(2026, 11, 22)


def record_of(sample: str = "shenzhen-eu", **changed: Any) -> Record:
    record = from_file(read_sample(sample)[0], sample=True)[1]
    answers = dict(record.answers)
    for name, value in changed.items():
        if value is None:
            answers.pop(name, None)
        else:
            checked = check_answer(BOOK.questions[name], value, BOOK.codes)
            answers[name] = Answer(state="answered", value=checked)
    return read_record(BOOK, answers)


def made(sample: str = "shenzhen-eu", *, anonymous: bool = False, **changed: Any) -> Request:
    return make_request(record_of(sample, **changed), None, anonymous=anonymous, today=TODAY)


@cache
def plain_json(sample: str = "shenzhen-eu") -> dict[str, Any]:
    return request_json(made(sample))


def ids(request: Request) -> list[str]:
    return [item.id for item in request.asked]


def text_of(document: Document) -> str:
    """Every word of a document."""
    parts: list[str] = [text for _, text in document.title]
    for block in document.blocks:
        match block:
            case Heading():
                parts += [text for _, text in block.texts]
            case Paragraph():
                parts.append(block.text)
            case Table():
                rows = (block.header, *block.rows)
                parts += [text for row in rows for cell in row for _, text in cell.texts]
    return "\n".join([*parts, document.subject])
