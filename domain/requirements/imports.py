"""What a form or file that came back would change, before anything is saved."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

from domain.requirements.answers import check_answer
from domain.requirements.origins import Offered, proven
from domain.requirements.questions import QuestionBook
from domain.shared.contents import NOTHING, Content
from domain.shared.outcomes import DomainError

# What requirements can be exported as: the form, and files for programs.
FileKind = Literal["xlsx", "json", "toml"]
FILE_KINDS: tuple[FileKind, ...] = get_args(FileKind)
_ASIDE = ("not_applicable", "later")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a file says about one question.

    Attributes:
        content: the answer, not yet judged by its question.
        place: the cell it stands in ("3 Languages!E12"), or its key.
        sent: what the question held when the form went out; None when that is not known.
    """

    content: Content
    place: str
    sent: Content | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an import would do to one question.

    Attributes:
        question: its id.
        before: what is stored now.
        after: what would be stored; state ``draft`` when the question refuses it.
        refusal: why it is refused, None when it is not.
        place: the cell it was read from, or its key in a file.
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

    @property
    def proposed(self) -> bool:
        """Whether it is taken over unless somebody objects: no answer is lost to a refused or an older one."""
        return self.before.is_nothing or (self.refusal is None and not self.overtaken)


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
    changes: tuple[Change, ...]
    problems: Mapping[str, DomainError]
    strange: tuple[str, ...] = ()


def changes(
    book: QuestionBook,
    given: Mapping[str, Given],
    stored: Mapping[str, Content],
    versions: Mapping[str, int],
    offered: Offered,
) -> tuple[Change, ...]:
    """What would change, in the order the questions are asked.

    What nobody touched in a form fills an answer that is missing here, and never replaces one.

    Args:
        book: the questions.
        given: what the file says.
        stored: what is stored.
        versions: of what is stored; 0 where nothing is.
        offered: what each origin gives; an answer that claims one and says something else was imported.
    """
    found = (
        _change(
            book,
            question,
            given[question],
            stored.get(question, NOTHING),
            version=versions.get(question, 0),
            offered=offered,
        )
        for question in book.questions
        if question in given
    )
    return tuple(change for change in found if change is not None)


def _change(
    book: QuestionBook, question: str, given: Given, before: Content, *, version: int, offered: Offered
) -> Change | None:
    """What would happen to one question; None when nothing."""
    untouched = given.sent is not None and _same(given.content, given.sent)
    if untouched and not before.is_nothing:
        return None
    after, refusal = _judged(book, question, given.content, before)
    after = replace(after, origin=proven(after.origin, question, after.value, offered))
    if _same(after, before):
        return None
    return Change(
        question=question,
        before=before,
        after=after,
        refusal=refusal,
        place=given.place,
        overtaken=given.sent is not None and not untouched and not _same(given.sent, before),
        version=version,
    )


def _same(one: Content, other: Content) -> bool:
    """The same answer, wherever it came from."""
    return (one.state, one.value) == (other.state, other.value)


def _judged(
    book: QuestionBook, question: str, content: Content, before: Content
) -> tuple[Content, DomainError | None]:
    """The content as it would be stored: checked, or a draft with its refusal; set aside it keeps its answer."""
    if content.state in _ASIDE:
        return (replace(content, value=before.value) if content.value is None else content), None
    if content.value is None:
        return NOTHING, None
    try:
        value = check_answer(book.questions[question], content.value, book.codes)
    except DomainError as refusal:
        return replace(content, state="draft"), refusal
    return replace(content, state="answered", value=value), None
