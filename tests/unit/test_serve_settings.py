"""Settings of an installation."""

import os
import stat
import threading
from pathlib import Path

import pytest
from pydantic import ValidationError

from domain.shared.outcomes import DomainError
from models.engine import database_url
from services.settings import CHECKOUT, Settings, settings
from words import LANGUAGES, say


def read(monkeypatch: pytest.MonkeyPatch, **given: str) -> Settings:
    for name in ("KEFU_HOME", "KEFU_ADDRESS", "KEFU_PORT", "KEFU_SECURE_COOKIES", "DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    return Settings()


def test_an_installation_works_without_any_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    defaults = read(monkeypatch)
    assert (defaults.address, defaults.port, defaults.home) == ("127.0.0.1", 8600, CHECKOUT / "var")
    assert defaults.database_url == f"sqlite:///{CHECKOUT}/var/kefu.sqlite"


def test_a_setting_of_the_environment_counts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    given = read(monkeypatch, KEFU_HOME=str(tmp_path), KEFU_PORT="9000", DATABASE_URL="postgres://u@h/d")
    assert (given.home, given.port, given.database_url) == (tmp_path, 9000, "postgres://u@h/d")


@pytest.mark.parametrize(
    "wrong",
    [{"KEFU_PORT": "0"}, {"KEFU_PORT": "http"}, {"KEFU_PORT": "70000"}, {"KEFU_SECURE_COOKIES": "maybe"}],
)
def test_a_setting_that_makes_no_sense_is_refused(
    monkeypatch: pytest.MonkeyPatch, wrong: dict[str, str]
) -> None:
    with pytest.raises(ValidationError):
        read(monkeypatch, **wrong)
    settings.cache_clear()
    with pytest.raises(DomainError) as refused:
        settings()
    ((name, value),) = wrong.items()
    assert refused.value.values == {"given": value}
    for language in LANGUAGES:
        sentence = say(language, refused.value.code, **refused.value.values)
        assert name in sentence
        assert value in sentence


def test_the_secret_key_is_made_once_and_only_the_owner_may_read_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here = read(monkeypatch, KEFU_HOME=str(tmp_path / "new" / "home"))
    keys: list[str] = []
    starts = [threading.Thread(target=lambda: keys.append(here.secret_key())) for _ in range(8)]
    for start in starts:
        start.start()
    for start in starts:
        start.join()
    assert len(set(keys)) == 1
    assert len(keys[0]) == 64
    assert len(keys) == 8
    assert stat.S_IMODE((here.home / "secret_key").stat().st_mode) == 0o600
    assert list(here.home.iterdir()) == [here.home / "secret_key"]


def test_the_secret_key_is_on_the_disk_before_it_has_its_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    done: list[str] = []
    link, fsync = os.link, os.fsync

    def note_fsync(file: int) -> None:
        done.append("on the disk")
        fsync(file)

    def note_link(draft: str, path: Path) -> None:
        done.append("named")
        link(draft, path)

    monkeypatch.setattr(os, "fsync", note_fsync)
    monkeypatch.setattr(os, "link", note_link)
    read(monkeypatch, KEFU_HOME=str(tmp_path)).secret_key()
    assert done == ["on the disk", "named"]


@pytest.mark.parametrize("kept", ["", "ab" * 31, "g" * 64, "é" * 64])
def test_a_damaged_secret_key_is_refused_and_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kept: str
) -> None:
    (tmp_path / "secret_key").write_text(kept, encoding="utf-8")
    with pytest.raises(DomainError) as refused:
        read(monkeypatch, KEFU_HOME=str(tmp_path)).secret_key()
    for language in LANGUAGES:
        assert str(tmp_path / "secret_key") in say(language, refused.value.code, **refused.value.values)


def test_an_open_home_is_closed_but_a_folder_shared_by_all_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for before, after in ((0o755, 0o700), (0o1777, 0o1777)):
        tmp_path.chmod(before)
        read(monkeypatch, KEFU_HOME=str(tmp_path)).prepare_home()
        assert stat.S_IMODE(tmp_path.stat().st_mode) == after
    tmp_path.chmod(0o700)


@pytest.mark.parametrize("spelling", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_postgresql_means_the_driver_we_ship(spelling: str) -> None:
    assert database_url(f"{spelling}://u:p@h:5432/d").drivername == "postgresql+psycopg"


@pytest.mark.parametrize("other", ["mysql://u@h/d", "oracle://u@h/d"])
def test_another_kind_of_database_is_refused(other: str) -> None:
    with pytest.raises(ValueError, match=r"mysql|oracle"):
        database_url(other)
