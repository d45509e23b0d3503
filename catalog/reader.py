"""Reads one data file strictly: a mistake in it stops the start and says file, key, reason and mend."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

T = TypeVar("T")

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
TEMPLATES = ROOT / "contract_templates"


class CatalogError(Exception):
    """A data file is malformed; the portal does not start with it.

    Attributes:
        file: the file, relative to the checkout.
        key: where in the file, dotted ("rate.0.low"); empty when the file as a whole is meant.
        reason: what is wrong, as a code of words/ (``catalog.<reason>``).
        values: what the sentence interpolates.
    """

    def __init__(self, file: Path | str, key: str, reason: str, **values: Any) -> None:
        self.file = _in_checkout(file)
        self.key = key
        self.reason = reason
        self.values = values
        super().__init__(f"{self.file}: {key}: {reason} {values}")


# pydantic's error types, as the codes of our own sentences.
_REASONS = {
    "unexpected_keyword_argument": "unknown_key",
    "extra_forbidden": "unknown_key",
    "missing": "missing_key",
    "missing_argument": "missing_key",
    "literal_error": "not_a_choice",
    "date_from_datetime_parsing": "bad_date",
    "date_type": "bad_date",
    "date_parsing": "bad_date",
}


def read_toml(path: Path) -> dict[str, Any]:
    """The file as Python values; numbers with a point become Decimal, dates stay dates.

    Raises:
        CatalogError: the file is missing or not TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except FileNotFoundError as error:
        raise CatalogError(path, "", "missing_file") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CatalogError(path, "", "not_toml", detail=str(error)) from error


_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}
_kept: ContextVar[dict[str, Any] | None] = ContextVar("kept", default=None)


@contextmanager
def keeping() -> Iterator[dict[str, Any]]:
    """Keep what every file says while the files are read: path in the checkout → its objects.

    Whoever asks in which file a value stands finds it here, also for files that nobody thought of yet.
    """
    files: dict[str, Any] = {}
    token = _kept.set(files)
    try:
        yield files
    finally:
        _kept.reset(token)


def _adapter(kind: Any) -> TypeAdapter[Any]:
    """Built once per type: building takes longer than reading a file."""
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def parse(kind: type[T], values: Any, *, path: Path, key: str = "") -> T:
    """Values of a file as a frozen object of the domain.

    Args:
        kind: a dataclass carrying ``__pydantic_config__ = STRICT``.
        values: what `read_toml` gave.
        path: the file, for the error.
        key: where in the file these values stand, for the error.

    Raises:
        CatalogError: the first thing that is wrong.
    """
    try:
        parsed: T = _adapter(kind).validate_python(values)
    except ValidationError as error:
        first = _most_telling(error)
        where = ".".join([key, *(str(part) for part in first["loc"])] if key else map(str, first["loc"]))
        reason = _REASONS.get(first["type"], "bad_value")
        raise CatalogError(path, where, reason, detail=first["msg"], given=first.get("input")) from error
    files = _kept.get()
    if files is not None:
        files[_in_checkout(path)] = parsed
    return parsed


def _in_checkout(path: Path | str) -> str:
    """A path as people name it: relative to the checkout where it lies in it."""
    return str(Path(path).relative_to(ROOT)) if Path(path).is_relative_to(ROOT) else str(path)


def _most_telling(error: ValidationError) -> Any:
    """An unknown key explains a missing one (a typo makes both), so it is named first."""
    errors = error.errors(include_url=False)
    return next((e for e in errors if _REASONS.get(e["type"]) == "unknown_key"), errors[0])
