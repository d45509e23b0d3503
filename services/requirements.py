"""The questionnaire: read the record, save one answer, look at the whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from domain.requirements.answers import Answer, check_answer
from domain.requirements.file import parse_file, to_file
from domain.requirements.origins import with_proven_origins
from domain.requirements.questions import QuestionBook
from domain.requirements.record import Record, read_record
from domain.shared.contents import NOTHING, Content, State
from domain.shared.outcomes import DomainError, Finding
from domain.shared.people import Actor
from services.catalog import catalog
from services.record import NO_ENTRY, Entry, content_of, read_entries, save_entry
from services.requirements_checks import findings_of
from services.requirements_origins import offered_in

SUBJECT: Literal["requirements"] = "requirements"


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirements:
    """A project's requirements as they stand.

    Attributes:
        record: answers over defaults.
        entries: what is stored, by question.
        drafts: what was typed and refused, by question, with the refusal.
    """

    record: Record
    entries: Mapping[str, Entry]
    drafts: Mapping[str, tuple[Any, DomainError]]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Blockers and warnings of the whole record."""
        return findings_of(self.record)

    @property
    def unsettled(self) -> frozenset[str]:
        """Questions that keep the requirements from being complete: missing, refused or blocked."""
        blocked = (each.place for each in self.findings if each.severity == "blocker")
        return frozenset((*self.record.missing, *self.drafts, *blocked))

    def stored(self, question: str) -> Content:
        """What is kept for a question."""
        return content_of(self.entries[question]) if question in self.entries else NOTHING

    def version(self, question: str) -> int:
        """Of the stored value, to notice somebody else's change."""
        entry = self.entries.get(question)
        return entry.version if entry else NO_ENTRY

    def set_aside(self, question: str) -> str:
        """How the question was set aside (not_applicable, later); empty when it was not."""
        entry = self.entries.get(question)
        return entry.state if entry and entry.state in {"not_applicable", "later"} else ""

    @property
    def saved_at(self) -> datetime | None:
        """When somebody last answered anything; None before the first answer."""
        return max((entry.changed_at for entry in self.entries.values()), default=None)

    def shown(self, question: str) -> Any:
        """What the field of a question starts with: the refused draft, else the answer; defaults stay hints."""
        if question in self.drafts:
            return self.drafts[question][0]
        answer = self.record.answers.get(question)
        return answer.value if answer is not None and answer.state == "answered" else None


def read_requirements(actor: Actor, project_id: str) -> Requirements:
    """The requirements of a project."""
    return from_entries(read_entries(actor, project_id, SUBJECT))


def from_entries(entries: Mapping[str, Entry]) -> Requirements:
    """The same from entries already read; keys that are no question any more are left alone."""
    book = catalog().book
    answers: dict[str, Answer] = {}
    drafts: dict[str, tuple[Any, DomainError]] = {}
    for key, entry in entries.items():
        if key in book.questions:
            judged = _judged(book, key, entry)
            if isinstance(judged, Answer):
                answers[key] = judged
            else:
                drafts[key] = (entry.value, judged)
    return Requirements(record=read_record(book, answers), entries=entries, drafts=drafts)


def _judged(book: QuestionBook, key: str, entry: Entry) -> Answer | DomainError:
    """The answer an entry holds, or why its question refuses it (limits may have changed since)."""
    origin: Any = entry.origin
    if entry.state in {"not_applicable", "later"}:
        state: Any = entry.state
        return Answer(state=state, origin=origin)
    try:
        value = check_answer(book.questions[key], entry.value, book.codes)
    except DomainError as error:
        return error
    return Answer(state="answered", value=value, origin=origin)


def save_answer(
    actor: Actor, project_id: str, question: str, value: Any, *, version: int | None = None
) -> int:
    """Save what was typed; a value the question refuses is kept as a draft and shown with its sentence.

    Returns the version the answer now has.

    Args:
        actor: who typed it.
        project_id: of the project.
        question: id of the question.
        value: plain value; None takes the answer away.
        version: of the entry the field was filled from, to notice somebody else's change.

    Raises:
        DomainError: not allowed, no such project, overtaken. Never for a refused value.
    """
    book = catalog().book
    state: State = "answered"
    if value is not None:
        try:
            value = check_answer(book.questions[question], value, book.codes)
        except DomainError:
            state = "draft"
    return save_entry(actor, project_id, SUBJECT, question, value=value, state=state, version=version)


def save_content(
    actor: Actor, project_id: str, question: str, content: Content, *, version: int | None
) -> int:
    """Save what a person decided about a question: an answer, its default, or that it is set aside.

    Returns:
        The version the answer now has.

    Args:
        actor: who decides.
        project_id: of the project.
        question: id of the question.
        content: typed, accepted as default, or set aside.
        version: of the answer the person saw; None to save over whatever there is.

    Raises:
        DomainError: not allowed, no such project, overtaken. Never for a refused value.
    """
    if content.state in {"not_applicable", "later"}:
        aside: Any = content.state
        return set_aside(actor, project_id, question, aside, version=version)
    if content.origin == "default":
        return accept_default(actor, project_id, question, version=version)
    return save_answer(actor, project_id, question, content.value, version=version)


def accept_default(actor: Actor, project_id: str, question: str, *, version: int | None = NO_ENTRY) -> int:
    """Answer a question with its default, which stays an assumption; returns the version the answer now has.

    Args:
        actor: who accepts it.
        project_id: of the project.
        question: id of the question.
        version: of the answer the person saw; unless given, there must be none.

    Raises:
        DomainError: not allowed, no such project, or somebody answered meanwhile.
    """
    # Which default applies may depend on other answers, so the record says it.
    default = read_requirements(actor, project_id).record.book.questions[question].default
    return save_entry(actor, project_id, SUBJECT, question, value=default, origin="default", version=version)


def set_aside(
    actor: Actor,
    project_id: str,
    question: str,
    state: Literal["not_applicable", "later"] | None,
    *,
    version: int | None = None,
) -> int:
    """Mark a question "not applicable" or "ask me later"; None opens it again with the answer it had.

    Returns the version the answer now has.

    Args:
        actor: who decides.
        project_id: of the project.
        question: id of the question.
        state: how it is set aside; None to answer it again.
        version: of the answer the person saw, to notice somebody else's change; None for the one stored now.

    Raises:
        DomainError: not allowed, no such project, overtaken.
    """
    entry = read_entries(actor, project_id, SUBJECT).get(question)
    value, origin = (entry.value, entry.origin) if entry and entry.value is not None else (None, "typed")
    then: State = state or _state_of(question, value)
    seen = (entry.version if entry else NO_ENTRY) if version is None else version
    return save_entry(
        actor, project_id, SUBJECT, question, value=value, state=then, origin=origin, version=seen
    )


def _state_of(question: str, value: Any) -> State:
    """Whether the question takes the value; None takes an answer away."""
    book = catalog().book
    if value is not None:
        try:
            check_answer(book.questions[question], value, book.codes)
        except DomainError:
            return "draft"
    return "answered"


def as_file(name: str, requirements: Requirements) -> dict[str, Any]:
    """The requirements as the file format of docs/requirements-file.md."""
    return to_file(name, requirements.record.answers)


def from_file(mapping: Mapping[str, Any], *, sample: bool = False) -> tuple[str, Record]:
    """A requirements file as a record; an origin the file claims and nothing gives is that of a file.

    Raises:
        DomainError: the first thing that is wrong, with its key.
    """
    book = catalog().book
    by = "sample" if sample else "typed"
    name, answers = parse_file(mapping, book, origin=by)
    markets = answers["markets"].value if "markets" in answers else None
    return name, read_record(book, with_proven_origins(answers, offered_in(markets or ()), by=by))
