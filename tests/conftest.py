"""What this machine can do: tests that need a missing program are left out and named in one line."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest


def _postgresql() -> str | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return shutil.which("initdb") or (str(found[-1]) if found else None)


PROGRAMS = {
    "postgresql": _postgresql(),
    "libreoffice": shutil.which("soffice"),
    "chromium": shutil.which("chromium") or shutil.which("chromium-browser"),
    "poppler": shutil.which("pdftotext"),
}
LACKING = sorted(name for name, path in PROGRAMS.items() if path is None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-golden", action="store_true", help="write the golden files anew; read the diff")


def pytest_configure(config: pytest.Config) -> None:
    if LACKING and os.environ.get("KEFU_REQUIRE_ALL") == "1":
        raise pytest.UsageError(f"KEFU_REQUIRE_ALL=1, but this machine lacks: {', '.join(LACKING)}")
    config.stash[_LINE] = _lack_line()


_LINE = pytest.StashKey[str]()


def _lack_line() -> str:
    if not LACKING:
        return "this machine lacks nothing: every test runs"
    return f"this machine lacks {', '.join(LACKING)}: their tests are left out (make system installs them)"


def pytest_report_header(config: pytest.Config) -> str:
    return config.stash[_LINE]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    lacking = [item for item in items if set(_needs(item)) & set(LACKING)]
    if lacking:
        config.hook.pytest_deselected(items=lacking)
        items[:] = [item for item in items if item not in lacking]


def _needs(item: pytest.Item) -> Iterable[str]:
    for marker in item.iter_markers("needs"):
        yield from marker.args
