"""The Requirements page without a browser: an installation of its own, a person signed in, one project."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from streamlit.testing.v1 import AppTest

from domain.shared.people import Actor
from models.engine import get_engine, sqlite_url
from models.migrate import migrate
from services import accounts
from services.accounts import passwords
from services.accounts.logins import by_id, forget, sign_in
from services.requirements import read_requirements
from services.settings import settings
from ui import guard
from ui.places import PLACES
from words import Language, say

ROOT = Path(__file__).resolve().parents[1]
FRAME = str(ROOT / "ui" / "frame.py")
PASSWORD = "correct horse battery"


@dataclass
class Desk:
    """One signed-in person and what they have on screen."""

    actor: Actor
    screen: AppTest

    def open(self, project_id: str, section: str = "") -> AppTest:
        """The Requirements page of a project at a section."""
        return self.visit("requirements", project_id, **({"section": section} if section else {}))

    def visit(self, place: str, project_id: str, /, **address: str) -> AppTest:
        """A page of a project, as if its address had been typed."""
        self.screen = AppTest.from_file(FRAME, default_timeout=60)
        # The pages are known after a first run.
        self.run()
        self.screen.switch_page(PLACES[place].script)
        for name, value in {"project": project_id, **address}.items():
            self.screen.query_params[name] = value
        return self.run()

    def run(self) -> AppTest:
        """One more run; nothing may have failed in it."""
        self.screen.run()
        assert not self.screen.exception
        return self.screen

    @property
    def text(self) -> str:
        """Every word on the screen that is no widget."""
        return "\n".join(element.value for element in self.screen.markdown)

    @property
    def problems(self) -> list[str]:
        """The red sentences under the fields."""
        return [element.value for element in self.screen.markdown if ":material/error:" in element.value]


@contextmanager
def a_desk(folder: Path, monkeypatch: pytest.MonkeyPatch, language: Language) -> Iterator[Desk]:
    """An empty installation with one administrator, signed in."""
    url = sqlite_url(folder / "kefu.sqlite")
    monkeypatch.setenv("KEFU_HOME", str(folder))
    monkeypatch.setenv("DATABASE_URL", url)
    # The same algorithm, made cheap: test_accounts_passwords.py looks at the real cost.
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_hasher", lambda: cheap)
    restart(url)
    migrate(url)
    accounts.set_up(
        code=accounts.new_setup_code(),
        organisation="Muster",
        name="Lin",
        login="lin@example.com",
        password=PASSWORD,
        again=PASSWORD,
        language=language,
        address="test",
    )
    _, known = sign_in("lin@example.com", PASSWORD, "test")
    monkeypatch.setattr(guard, "login_id", lambda: known.login_id)
    again = by_id(known.login_id)
    assert again is not None
    try:
        yield Desk(actor=again.actor, screen=AppTest.from_file(FRAME, default_timeout=30))
    finally:
        restart(url)


def restart(url: str) -> None:
    """Forget everything that lives in memory, as a restart of the server does."""
    get_engine(url).dispose()
    get_engine.cache_clear()
    settings.cache_clear()
    passwords._nobodys_hash.cache_clear()
    forget()


def words(desk: Desk, key: str, **values: str | int) -> str:
    """A sentence in the language of the person at the desk."""
    return say(desk.actor.language, key, **values)


def key(question: str, part: str = "", visit: int = 1, filled: int = 0) -> str:
    """Of the field of a question, or of a part of it; counted are the visits and how often it was filled anew."""
    return f"answer_{visit}_{filled}_{question}{'_' + part if part else ''}"


def answers(desk: Desk, project: str) -> dict[str, object]:
    """What is stored as an answer, by question."""
    entries = read_requirements(desk.actor, project).entries
    return {question: entry.value for question, entry in entries.items() if entry.state == "answered"}


def drafts(desk: Desk, project: str) -> dict[str, object]:
    """What was typed and refused, by question."""
    return {question: value for question, (value, _) in read_requirements(desk.actor, project).drafts.items()}


def buttons(screen: AppTest) -> list[str]:
    """The buttons on the screen by their keys."""
    return [str(button.key) for button in screen.button]
