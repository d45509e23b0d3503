"""The `kefu` command run by a test, and the files of the sample that it reads."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.portal_server import ROOT

SAMPLE = ROOT / "data" / "samples" / "shenzhen-eu"
REQUIREMENTS, PLAN, TICKETS = (SAMPLE / name for name in ("requirements.toml", "plan.toml", "tickets.csv"))


@dataclass(frozen=True)
class Ran:
    """One run of the command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        value: dict[str, Any] = json.loads(self.out)
        return value


Kefu = Callable[..., Ran]


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


# --- demo
