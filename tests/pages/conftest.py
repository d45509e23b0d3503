"""What every test of a page starts from."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.requirements_case import Desk, a_desk
from words import LANGUAGES


@pytest.fixture(params=LANGUAGES)
def desk(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Somebody signed in, once in each language, with the home page about to be drawn."""
    with a_desk(tmp_path, monkeypatch, request.param) as made:
        yield made
