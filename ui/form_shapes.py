"""Whether a refused answer can stand in its field: what comes from a file may have any shape."""

import re
from collections.abc import Callable, Mapping
from typing import Any

Fits = Callable[[Any], bool]
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")


def can_be_drawn(kind: str, value: Any) -> bool:
    """Whether the field of a kind can show a value; what it cannot is named in its sentence alone."""
    return value is None or _SHAPES.get(kind, _text)(value)


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _list(part: Fits) -> Fits:
    return lambda value: isinstance(value, list) and all(map(part, value))


def _map(part: Fits) -> Fits:
    return lambda value: isinstance(value, dict) and all(map(part, value.values()))


def _row(**parts: Fits) -> Fits:
    """A table whose known entries, where they are there, have their shape."""
    return lambda value: (
        isinstance(value, dict) and all(fits(value[name]) for name, fits in parts.items() if name in value)
    )


def _window(value: Any) -> bool:
    return _list(_text)(value) and len(value) == 2 and all(_CLOCK.fullmatch(clock) for clock in value)  # noqa: PLR2004  # from, until


def _money(value: Any) -> bool:
    return isinstance(value, dict) and bool(re.fullmatch(r"-?\d+(\.\d+)?", str(value.get("amount"))))


_SCHEDULE = _map(_list(_window))
_SHAPES: Mapping[str, Fits] = {
    **dict.fromkeys(("integer", "number", "share"), _number),
    **dict.fromkeys(("choices", "countries", "languages"), _list(_text)),
    **dict.fromkeys(
        ("shares_by_language", "numbers_by_language", "integer_by_channel", "seconds_by_channel"),
        _map(_number),
    ),
    "boolean": lambda value: isinstance(value, bool),
    "money": _money,
    "levels_by_language": _map(_text),
    "shares_by_channel_language": _map(_map(_number)),
    "profiles_by_channel": _map(_row(template=_text, weights=_map(_list(_number)))),
    "schedule": _SCHEDULE,
    "schedules_by_market": _map(_SCHEDULE),
    "peaks": _list(
        _row(
            name=_text, months=_list(_number), start=_text, end=_text, multiplier=_number, lead_weeks=_number
        )
    ),
    "launches": _list(_row(name=_text, on=_text, weeks=_number, multiplier=_number)),
    "pools": _list(_list(_text)),
}
