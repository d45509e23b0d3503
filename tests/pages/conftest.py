"""What every test of a page starts from."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from services.projects import create_project
from tests.pilot_page_case import PilotScreen
from tests.requirements_case import Desk, a_desk
from words import LANGUAGES


@pytest.fixture(params=LANGUAGES)
def desk(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Somebody signed in, once in each language, with the home page about to be drawn."""
    with a_desk(tmp_path, monkeypatch, request.param) as made:
        yield made


@pytest.fixture
def english_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The same in English alone, for what does not depend on the language."""
    with a_desk(tmp_path, monkeypatch, "en") as made:
        yield made


@pytest.fixture
def shown(english_desk: Desk) -> PilotScreen:
    """The Pilot page of a project in which nothing was said yet."""
    return PilotScreen.open(english_desk.actor, create_project(english_desk.actor, "Five-language desk"))
