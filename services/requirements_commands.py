"""What `kefu requirements schema`, `form` and `read` do."""

from pathlib import Path
from typing import Any

from documents.requirements_form import write_requirements_form
from documents.requirements_form_reading import ReadForm, read_requirements_form
from domain.requirements.answers import Answer, check_answer
from domain.requirements.file import to_file
from domain.requirements.origins import with_proven_origins
from domain.requirements.schema import requirements_schema
from domain.shared.contents import Content
from domain.shared.outcomes import DomainError
from services.catalog import catalog
from services.commands import named, read_mapping
from services.mappings import MOST_BYTES, read_bytes
from services.requirements import from_file
from services.requirements_origins import offered_in
from services.sentences import explain
from words import LANGUAGES, Language, say


def schema_command() -> dict[str, Any]:
    """`kefu requirements schema`: the JSON Schema of the requirements file."""
    return requirements_schema(catalog().book)


def form_command(path: Path | None, language: Language) -> bytes:
    """`kefu requirements form`: the spreadsheet to fill in, empty or with the answers of a file."""
    if path is None:
        name = say(language, "requirements_form.new")
        return write_requirements_form(name, {}, catalog().book, language)
    with named(path):
        name, record = from_file(read_mapping(path))
        contents = {
            question: Content(value=answer.value, state=answer.state, origin=answer.origin)
            for question, answer in record.answers.items()
        }
        return write_requirements_form(name, contents, record.book, language)


def read_command(path: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """`kefu requirements read`: the requirements file of a form, and what could not be taken over.

    Raises:
        DomainError: the form as a whole cannot be read.
    """
    book = catalog().book
    with named(path):
        form = read_requirements_form(read_bytes(path, MOST_BYTES), book)
        answers: dict[str, Answer] = {}
        refused = dict(form.problems)
        for question, content in form.contents.items():
            try:
                answers |= _answer(question, content)
            except DomainError as refusal:
                refused[question] = refusal
        name = form.name or say(LANGUAGES[1], "requirements_form.new")
        markets = answers["markets"].value if "markets" in answers else None
        answers = with_proven_origins(answers, offered_in(markets or ()), by="typed")
        return to_file(name, answers), [_refused(form, *each) for each in refused.items()]


def _answer(question: str, content: Content) -> dict[str, Answer]:
    """The accepted answer by its question; none when nothing stands there."""
    if content.state in {"not_applicable", "later"}:
        state: Any = content.state
        return {question: Answer(state=state, origin=content.origin)}
    if content.value is None:
        return {}
    book = catalog().book
    value = check_answer(book.questions[question], content.value, book.codes)
    return {question: Answer(state="answered", value=value, origin=content.origin)}


def _refused(form: ReadForm, question: str, refusal: DomainError) -> dict[str, Any]:
    return {
        "question": question,
        "cell": str(refusal.values.get("cell", form.places[question])),
        "code": refusal.code,
        "sentence": {language: explain(language, refusal) for language in LANGUAGES},
    }
