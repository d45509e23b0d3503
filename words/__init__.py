"""Every word of the interface, the documents and the messages, in Chinese and English."""

import tomllib
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, Language] = ("zh", "en")
# Whose way of writing numbers, dates and names each language follows.
LOCALES = {"zh": "zh_Hans_CN", "en": "en_GB"}


class MissingWordError(KeyError):
    """A key has no words in one of the languages, or a sentence lacks a value it interpolates."""


@lru_cache(maxsize=2)
def table(language: Language) -> dict[str, str]:
    """All words of one language, by dotted key."""
    path = Path(__file__).parent / f"{language}.toml"
    return dict(_flatten("", tomllib.loads(path.read_text(encoding="utf-8"))))


def _flatten(prefix: str, node: dict[str, Any]) -> list[tuple[str, str]]:
    """Nested tables as dotted keys."""
    found: list[tuple[str, str]] = []
    for key, value in node.items():
        dotted = f"{prefix}.{key}" if prefix else key
        if isinstance(value, dict):
            found.extend(_flatten(dotted, value))
        elif isinstance(value, str):
            found.append((dotted, value))
        else:
            raise MissingWordError(dotted)
    return found


def say(language: Language, key: str, /, **values: str | int) -> str:
    """The words for a key.

    Args:
        language: zh or en.
        key: dotted key of the word files.
        values: what the sentence interpolates; numbers that are not whole must be formatted first
            (`words.numbers`), because a bare float is never shown.

    Raises:
        MissingWordError: no such key, or a value the sentence needs was not given.
        TypeError: a float or Decimal was given unformatted.
    """
    for name, value in values.items():
        if isinstance(value, float | Decimal):
            raise TypeError(f"{key}: format {name} before saying it")
    try:
        sentence = table(language)[key]
    except KeyError as error:
        raise MissingWordError(key) from error
    try:
        return sentence.format(**values)
    except (KeyError, IndexError) as error:
        raise MissingWordError(f"{key} lacks {error}") from error


def has(key: str) -> bool:
    """Whether a key has words in both languages."""
    return all(key in table(language) for language in LANGUAGES)
