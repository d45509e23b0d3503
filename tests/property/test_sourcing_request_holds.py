"""Whatever valid answers are given, vendors can be asked: both editions, all figures explained, Word and PDF printable."""

import json
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.docx import write_docx
from documents.pdf import write_pdf
from domain.requirements.answers import Answer
from domain.requirements.record import read_record
from domain.shared.outcomes import DomainError
from domain.shared.paper import FORMS, Document, Form
from domain.shared.provenance import OriginOf, unexplained
from services.sourcing import document_of, make_request, request_json
from services.sourcing_answers import answer_workbook, read_answers
from tests.random_answers import BOOK, whole_answers

TODAY = date(2026, 11, 22)
# One example answers more than a hundred questions: drawing them takes longer than Hypothesis finds healthy.
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]


def _refusal(document: Document) -> str:
    try:
        write_pdf(document)
    except DomainError as refusal:
        return refusal.code
    return ""


@settings(max_examples=20, deadline=None, suppress_health_check=SLOW)
@given(answers=whole_answers(), anonymous=st.booleans())
def test_every_record_gives_a_request_with_all_its_figures_explained(
    answers: dict[str, Answer], *, anonymous: bool
) -> None:
    made = make_request(read_record(BOOK, answers), None, anonymous=anonymous, today=TODAY)
    told = json.loads(json.dumps(request_json(made), allow_nan=False))
    origins = {path: OriginOf(**origin) for path, origin in told["from"].items()}
    assert unexplained({"figures": told["figures"]}, origins) == ()
    assert [item.number for item in made.asked] == [f"R-{n:02d}" for n in range(1, len(made.asked) + 1)]
    assert len({item.id for item in made.asked}) == len(made.asked)


@settings(max_examples=6, deadline=None, suppress_health_check=SLOW)
@given(answers=whole_answers(), form=st.sampled_from(FORMS))
def test_every_record_prints_as_word_pdf_and_answer_sheet(answers: dict[str, Answer], form: Form) -> None:
    made = make_request(read_record(BOOK, answers), None, anonymous=False, today=TODAY)
    document = document_of(made, form)
    assert write_docx(document).startswith(b"PK")
    # A letter no font of ours has is refused by name, in requests as in contracts; Word has more fonts.
    assert _refusal(document) in {"", "documents.no_glyph"}
    read = read_answers(made, answer_workbook(made, form))
    assert (read.values, read.problems) == ({}, ())
