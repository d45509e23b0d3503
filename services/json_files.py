"""Files for programs: JSON as people can read it too, and the list of what was written."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def as_json(value: Any) -> bytes:
    """JSON as people read it: indented, Chinese as it is, one line break at the end."""
    return (json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode()


def summary(files: Mapping[str, bytes]) -> dict[str, Any]:
    """Every file with size and sha256."""
    return {
        "files": {
            name: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for name, content in sorted(files.items())
        }
    }
