"""Golden files: what a reader must go on seeing, compared word for word; `make golden` writes them anew."""

from collections.abc import Callable
from pathlib import Path

import pytest

FILES = Path(__file__).parent / "files"
Golden = Callable[[str, str], None]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with its golden file, or write the file anew when asked to; then read the diff."""
    write: bool = request.config.getoption("--write-golden")

    def compare(name: str, made: str) -> None:
        path = FILES / name
        if write:
            FILES.mkdir(exist_ok=True)
            path.write_text(made, encoding="utf-8")
        assert made == path.read_text(encoding="utf-8"), f"{name} changed: `make golden`, then read the diff"

    return compare
