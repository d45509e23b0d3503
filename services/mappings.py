"""TOML and JSON of people as mappings: what is neither, or says something twice, is refused with how to mend it."""

import json
import tomllib
from typing import Any

from domain.shared.outcomes import DomainError

MOST_BYTES = 4 * 1024 * 1024


def mapping_of(content: bytes, *, is_json: bool = False) -> dict[str, Any]:
    """A TOML or JSON file as a mapping.

    Args:
        content: of the file.
        is_json: its name says so; text that begins with a brace is JSON whatever it is called.

    Raises:
        DomainError: ``command.not_toml_or_json`` with the reason, ``command.not_a_table``, ``command.key_twice``.
    """
    try:
        text = content.decode("utf-8-sig")
        value = (
            json.loads(text, object_pairs_hook=_each_once)
            if is_json or text.lstrip().startswith("{")
            else tomllib.loads(text)
        )
    except (ValueError, RecursionError) as error:
        # ValueError: not UTF-8, not JSON, not TOML, or a number of thousands of digits.
        raise DomainError("command.not_toml_or_json", reason=str(error).splitlines()[0]) from error
    if not isinstance(value, dict):
        raise DomainError("command.not_a_table")
    return value


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object; JSON would silently keep the last of two values where TOML refuses."""
    table = dict(pairs)
    if len(table) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise DomainError("command.key_twice", key=twice)
    return table
