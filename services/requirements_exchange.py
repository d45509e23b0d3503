"""Requirements leave as a form or file and come back: what would change is shown first, saved at one stroke."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from documents.requirements_form import write_requirements_form
from documents.requirements_form_reading import read_requirements_form
from documents.toml_file import write_toml
from domain.requirements.answers import check_answer, is_origin
from domain.requirements.file import parse_file
from domain.requirements.questions import QuestionBook
from domain.shared.contents import NOTHING, Content
from domain.shared.outcomes import DomainError
from domain.shared.people import BUYING_SIDE, Actor
from services.catalog import catalog
from services.exchange import as_json
from services.mappings import MOST_BYTES, mapping_of
from services.record import put_contents, writable_project
from services.requirements import SUBJECT, Requirements, as_file
from services.unit import require, work
from services.versions import keep_version_within
from words import Language

FileKind = Literal["json", "toml"]
# The endings of what can be imported.
ENDINGS = ("xlsx", "json", "toml")
_MEGABYTE = 2**20
_ASIDE = ("not_applicable", "later")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an import would do to one question.

    Attributes:
        question: its id.
        before: what is stored now.
        after: what would be stored; state ``draft`` when the question refuses it.
        refusal: why it is refused, None when it is not.
        place: the cell it was read from ("3 Languages!E12"), or its key in a file.
        overtaken: somebody changed the answer here after the form had been sent out.
        version: of the stored answer, to notice another change before this one is saved.
    """

    question: str
    before: Content
    after: Content
    refusal: DomainError | None
    place: str
    overtaken: bool
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """A file that was read and not yet saved.

    Attributes:
        name: of the file.
        changes: in the order the questions are asked; empty when the file says what is stored already.
        problems: by question, why its cells cannot be read; these answers stay as they are.
        strange: cells with answers to questions that are not asked any more.
    """

    name: str
    changes: tuple[Change, ...] = ()
    problems: Mapping[str, DomainError]
    strange: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """What a file says about one question, and what the question held when the file was made (None: unknown)."""

    content: Content
    place: str
    sent: Content | None


def contents_of(requirements: Requirements) -> dict[str, Content]:
    """What is stored, by question: answers, drafts, what was set aside."""
    return {
        key: Content(value=entry.value, state=entry.state, origin=entry.origin)
        for key, entry in requirements.entries.items()
        if key in requirements.record.book.questions
    }


def requirements_form(name: str, requirements: Requirements, language: Language) -> bytes:
    """The form that people fill in offline, with everything that is stored."""
    return write_requirements_form(name, contents_of(requirements), requirements.record.book, language)


def requirements_file(name: str, requirements: Requirements, kind: FileKind) -> bytes:
    """The accepted answers as the file of docs/requirements-file.md."""
    mapping = as_file(name, requirements)
    return as_json(mapping) if kind == "json" else write_toml(mapping)


def read_import(requirements: Requirements, name: str, content: bytes) -> Import:
    """Look at a file before anything is saved.

    A form changes what somebody touched in it and fills what is empty here; what they left alone never replaces
    a newer answer. A JSON or TOML file changes what it mentions.

    Args:
        requirements: as they stand.
        name: of the file; its ending says what it is.
        content: of the file.

    Raises:
        DomainError: the file cannot be read; ``forms.<reason>`` names the cell, ``requirements.file.<reason>``
            and ``answer.<reason>`` the key.
    """
    book = catalog().book
    ending = name.lower().rpartition(".")[2]
    if ending not in ENDINGS:
        raise DomainError("import.ending", given=name, endings=", ".join(ENDINGS))
    if ending != "xlsx":
        given = dict(_from_mapping(content, book, is_json=ending == "json"))
        return Import(name=name, changes=_changes(requirements, given, book), problems={})
    form = read_requirements_form(content, book)
    given = {
        question: _Given(content=each, place=form.places[question], sent=form.sent[question])
        for question, each in form.contents.items()
        if question in form.touched or not each.is_nothing
    }
    return Import(
        name=name,
        changes=_changes(requirements, given, book),
        problems=form.problems,
        strange=tuple(form.strange),
    )


def save_import(actor: Actor, project_id: str, made: Import, chosen: Collection[str]) -> int:
    """Save the chosen changes at one stroke; returns the number of the version that keeps what was before.

    Args:
        actor: who imports.
        project_id: of the project.
        made: the import as it was shown.
        chosen: questions to change.

    Raises:
        DomainError: not allowed, no such project, a deleted one; ``accounts.overtaken``: somebody changed one of
            the answers since the import was shown, and nothing was saved.
    """
    require(actor, *BUYING_SIDE)
    with work(actor) as session:
        project = writable_project(session, project_id)
        kept = keep_version_within(session, project, "import", made.name)
        contents = {
            change.question: (change.after, change.version)
            for change in made.changes
            if change.question in chosen
        }
        put_contents(session, project, SUBJECT, contents)
        return kept.number


def _from_mapping(content: bytes, book: QuestionBook, *, is_json: bool) -> Iterator[tuple[str, _Given]]:
    """What a JSON or TOML file says, question by question."""
    if len(content) > MOST_BYTES:
        raise DomainError("forms.too_large", limit_mb=MOST_BYTES // _MEGABYTE)
    _, answers = parse_file(mapping_of(content, is_json=is_json), book, origin="import")
    for question, answer in answers.items():
        said = Content(value=answer.value, state=answer.state, origin=answer.origin)
        yield question, _Given(content=said, place=f"answers.{question}", sent=None)


def _changes(
    requirements: Requirements, given: Mapping[str, _Given], book: QuestionBook
) -> tuple[Change, ...]:
    stored = contents_of(requirements)
    found = (
        _change(question, given[question], stored.get(question, NOTHING), requirements)
        for question in book.questions
        if question in given
    )
    return tuple(change for change in found if change is not None)


def _change(question: str, given: _Given, before: Content, requirements: Requirements) -> Change | None:
    """What a file would do to a question; None when nothing."""
    if given.sent is not None and _same(given.content, given.sent) and not before.is_nothing:
        return None
    after, refusal = _judged(question, given.content, before)
    if _same(after, before):
        return None
    return Change(
        question=question,
        before=before,
        after=after,
        refusal=refusal,
        place=given.place,
        overtaken=given.sent is not None and not _same(given.sent, before),
        version=requirements.version(question),
    )


def _same(one: Content, other: Content) -> bool:
    """The same answer, wherever it came from."""
    return (one.state, one.value) == (other.state, other.value)


def _judged(question: str, given: Content, before: Content) -> tuple[Content, DomainError | None]:
    """The content as it would be stored: checked, or a draft with the refusal; what is set aside keeps its answer."""
    book = catalog().book
    # A default or a platform's rule stays what it was; what a person typed elsewhere was imported here.
    said = given.origin != "typed" and is_origin(given.origin, book.questions["platforms"].choice_ids)
    content = given if said else replace(given, origin="import")
    if content.state in _ASIDE:
        return (replace(content, value=before.value) if content.value is None else content), None
    if content.value is None:
        return NOTHING, None
    try:
        value = check_answer(book.questions[question], content.value, book.codes)
    except DomainError as refusal:
        return replace(content, state="draft"), refusal
    return replace(content, state="answered", value=value), None
