"""Plain values as TOML. Python reads TOML and cannot write it; the values of a record need only this much of it."""

import json
import re
from collections.abc import Mapping
from typing import Any

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def write_toml(value: Mapping[str, Any]) -> bytes:
    """Entries first, then a table for each mapping, whose own entries stand one to a line.

    Args:
        value: text, numbers, yes and no, lists and mappings with text keys; nothing else has a form in TOML.
    """
    lines = [_line(key, each) for key, each in value.items() if not isinstance(each, Mapping)]
    for key, table in value.items():
        if isinstance(table, Mapping):
            lines += ["", f"[{_key(key)}]", *(_line(name, each) for name, each in table.items())]
    return ("\n".join(lines) + "\n").encode()


def _line(key: str, value: Any) -> str:
    return f"{_key(key)} = {_written(value)}"


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _text(key)


def _written(value: Any) -> str:
    """One value on one line."""
    if isinstance(value, Mapping):
        inner = ", ".join(_line(key, each) for key, each in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_written(each) for each in value)}]"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    raise TypeError(value)


def _text(text: str) -> str:
    """A basic string: what JSON escapes TOML escapes alike, and the delete character besides."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
