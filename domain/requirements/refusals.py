"""What a refused answer says: which question, which entry of it, and what was given."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import time
from typing import Any

from domain.requirements.questions import Question
from domain.shared.outcomes import DomainError


def refuse(question: Question, reason: str, **values: str | int) -> DomainError:
    """The refusal of an answer, ready to be raised."""
    return DomainError(f"answer.{reason}", question=question.id, **values)


@contextmanager
def located(part: str | int) -> Iterator[None]:
    """Whatever is refused inside says which entry of the answer it is: a channel, a language, a row from 1."""
    try:
        yield
    except DomainError as error:
        inner = error.values.get("part")
        values = {**error.values, "part": str(part) if inner is None else f"{part}.{inner}"}
        raise DomainError(error.code, **values) from error


def shown(value: Any) -> str:
    """What was given as a file would write it, short enough for a sentence."""
    text = _written(value)
    most = 40
    return text if len(text) <= most else text[: most - 1] + "…"


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, time):
        return value.isoformat("seconds" if value.second else "minutes")
    if isinstance(value, list | tuple):
        return ", ".join(map(_written, value))
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_written(each)}" for key, each in value.items())
    return "–" if value is None else "∞" if value == math.inf else str(value)
