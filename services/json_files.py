"""Sets of files: JSON as people can read it too, whatever can be written, and the list of it."""

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

from domain.shared.outcomes import DomainError


def as_json(value: Any) -> bytes:
    """JSON as people read it: indented, Chinese as it is, one line break at the end."""
    return (json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode()


def written(writers: Mapping[str, Callable[[], bytes]]) -> tuple[dict[str, bytes], dict[str, str]]:
    """Every file that can be written, and the code of the refusal of each that cannot (a letter no font has)."""
    files: dict[str, bytes] = {}
    absent: dict[str, str] = {}
    for name, write in writers.items():
        try:
            files[name] = write()
        except DomainError as refusal:
            absent[name] = refusal.code
    return files, absent


def summary(files: Mapping[str, bytes]) -> dict[str, Any]:
    """Every file with size and sha256."""
    return {
        "files": {
            name: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for name, content in sorted(files.items())
        }
    }
