"""Requirements as a file: TOML or JSON outside, a mapping here. The format is in docs/requirements-file.md."""

import difflib
from collections.abc import Collection, Mapping
from typing import Any

from domain.requirements.answers import ORIGINS, PACK, Answer, AnswerOrigin, State, check_answer, is_origin
from domain.requirements.questions import QuestionBook
from domain.requirements.refusals import shown
from domain.shared.outcomes import DomainError

KIND = "kefu.requirements"
VERSION = 1
_KEYS = ("kind", "version", "name", "answers", "not_applicable", "later", "origins")
MOST_NAME_CHARACTERS = 120
# How alike two names must be before one is offered for the other (difflib; 1 is the same).
_NEAR = 0.7
_WITHOUT_VALUE: tuple[State, State] = ("not_applicable", "later")


def parse_file(
    mapping: Mapping[str, Any], book: QuestionBook, *, origin: AnswerOrigin = "typed"
) -> tuple[str, dict[str, Answer]]:
    """The name of the project and its checked answers.

    Args:
        mapping: what TOML or JSON gave.
        book: the questions.
        origin: of answers for which the file names none; ``sample`` for the built-in ones.

    Raises:
        DomainError: the first thing that is wrong. ``key`` in its values says where ("answers.channels").
    """
    if mapping.get("kind") != KIND:
        raise DomainError(
            "requirements.file.kind", key="kind", expected=KIND, given=shown(mapping.get("kind", ""))
        )
    version = mapping.get("version")
    if isinstance(version, bool) or version != VERSION:
        given = shown(mapping.get("version", ""))
        raise DomainError("requirements.file.version", key="version", expected=VERSION, given=given)
    _refuse_unknown(mapping, _KEYS, "")
    origins = _origins(mapping.get("origins", {}), book)
    answers: dict[str, Answer] = {}
    for question, value in _table(mapping.get("answers", {}), "answers", book.questions).items():
        checked = _checked(book, question, value)
        answers[question] = Answer(state="answered", value=checked, origin=origins.get(question, origin))
    for state in _WITHOUT_VALUE:
        for question in _ids(mapping.get(state, []), state, book):
            if question in answers:
                raise DomainError("requirements.file.said_twice", key=state, given=question)
            answers[question] = Answer(state=state, origin=origins.get(question, origin))
    for question in origins:
        if question not in answers:
            raise DomainError(
                "requirements.file.origin_without_answer", key=f"origins.{question}", given=question
            )
    return _name(mapping.get("name")), {
        question: answers[question] for question in book.questions if question in answers
    }


def to_file(name: str, answers: Mapping[str, Answer]) -> dict[str, Any]:
    """The mapping to write; `parse_file` gives back the same name and answers."""
    return {
        "kind": KIND,
        "version": VERSION,
        "name": name,
        "not_applicable": [
            question for question, answer in answers.items() if answer.state == "not_applicable"
        ],
        "later": [question for question, answer in answers.items() if answer.state == "later"],
        "answers": {
            question: answer.value for question, answer in answers.items() if answer.state == "answered"
        },
        "origins": {
            question: answer.origin for question, answer in answers.items() if answer.origin != "typed"
        },
    }


def _checked(book: QuestionBook, question: str, value: Any) -> Any:
    try:
        return check_answer(book.questions[question], value, book.codes)
    except DomainError as error:
        part = error.values.get("part")
        key = f"answers.{question}.{part}" if part else f"answers.{question}"
        raise DomainError(error.code, **{**error.values, "key": key}) from error


def _name(value: Any) -> str:
    name = value.strip() if isinstance(value, str) else ""
    if not name or len(name) > MOST_NAME_CHARACTERS or not name.isprintable():
        raise DomainError("requirements.file.name", key="name", most=MOST_NAME_CHARACTERS)
    return name


def _origins(value: Any, book: QuestionBook) -> dict[str, AnswerOrigin]:
    origins: dict[str, AnswerOrigin] = {}
    platforms = book.questions["platforms"].choice_ids
    for question, origin in _table(value, "origins", book.questions).items():
        if not isinstance(origin, str) or not is_origin(origin, platforms):
            choices = ", ".join((*ORIGINS, f"{PACK}<platform>"))
            raise DomainError(
                "requirements.file.origin", key=f"origins.{question}", given=shown(origin), choices=choices
            )
        origins[question] = origin
    return origins


def _ids(value: Any, key: str, book: QuestionBook) -> list[str]:
    """Question ids of a list, each once."""
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        raise DomainError("requirements.file.not_a_list", key=key)
    _refuse_unknown(value, book.questions, key)
    for index, item in enumerate(value):
        if item in value[:index]:
            raise DomainError("requirements.file.said_twice", key=key, given=item)
    return list(value)


def _table(value: Any, key: str, known: Collection[str]) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise DomainError("requirements.file.not_a_table", key=key)
    _refuse_unknown(value, known, key)
    return value


def _refuse_unknown(given: Collection[str], known: Collection[str], under: str) -> None:
    """Name the first unknown key with the nearest known one."""
    for name in given:
        if name not in known:
            key = f"{under}.{name}" if under else str(name)
            near = difflib.get_close_matches(str(name), list(known), n=1, cutoff=_NEAR)
            if not near:
                raise DomainError("requirements.file.unknown_key_alone", key=key, given=shown(name))
            raise DomainError("requirements.file.unknown_key", key=key, given=shown(name), near=near[0])
