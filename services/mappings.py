"""TOML and JSON of people as mappings: what is neither, or says something twice, is refused with how to mend it."""

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from domain.shared.outcomes import DomainError

MOST_BYTES = 4 * 1024 * 1024
# How Python's reader of TOML begins its sentences about a key or table that stands there twice.
_TWICE_IN_TOML = ("Cannot overwrite", "Cannot declare")
_TOML_LINE = re.compile(r"line (\d+)")

# Why a file cannot be read; the system says it in its own language.
_UNREADABLE: Mapping[type[OSError], str] = {
    FileNotFoundError: "command.no_such_file",
    IsADirectoryError: "command.is_a_folder",
    PermissionError: "command.not_permitted",
}


def read_bytes(path: Path, most: int) -> bytes:
    """The bytes of a file.

    Raises:
        DomainError: it is missing, a folder, not readable or larger than `most` bytes.
    """
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise DomainError(_UNREADABLE.get(type(error), "command.unreadable")) from error
    if len(content) > most:
        raise DomainError("command.too_large", limit_mb=most // 2**20)
    return content


def mapping_of(content: bytes, *, is_json: bool = False) -> dict[str, Any]:
    """A TOML or JSON file as a mapping.

    Args:
        content: of the file.
        is_json: its name says so; text that begins with a brace is JSON whatever it is called.

    Raises:
        DomainError: ``command.not_utf8``, ``command.empty``, ``command.not_toml_or_json`` with the line,
            ``command.too_deep``, ``command.key_twice``, ``command.key_twice_at``, ``command.not_a_table``.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DomainError("command.not_utf8") from error
    if not text.strip():
        raise DomainError("command.empty")
    value = _parsed(text, is_json=is_json or text.lstrip().startswith("{"))
    if not isinstance(value, dict):
        raise DomainError("command.not_a_table")
    return value


def _parsed(text: str, *, is_json: bool) -> Any:
    """What a text holds; the parsers' own words are English and stay out of the refusal, the line does not."""
    try:
        return json.loads(text, object_pairs_hook=_each_once) if is_json else tomllib.loads(text)
    except json.JSONDecodeError as error:
        raise DomainError("command.not_toml_or_json", line=error.lineno) from error
    except tomllib.TOMLDecodeError as error:
        twice = str(error).startswith(_TWICE_IN_TOML)
        code = "command.key_twice_at" if twice else "command.not_toml_or_json"
        raise DomainError(code, line=_line_of(str(error), text)) from error
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits, or brackets within brackets.
        raise DomainError("command.too_deep") from error


def _line_of(message: str, text: str) -> int:
    """The line a TOML refusal names ("at line 3, column 9"); the last one when it names the end of the document."""
    found = _TOML_LINE.search(message)
    return int(found[1]) if found else text.count("\n") + 1


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object; JSON would silently keep the last of two values where TOML refuses."""
    table = dict(pairs)
    if len(table) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise DomainError("command.key_twice", key=twice)
    return table
