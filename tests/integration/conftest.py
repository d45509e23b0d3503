"""Databases and portals of a test's own."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from argon2 import PasswordHasher

from domain.shared.people import Actor
from models.engine import get_engine, sqlite_url
from models.migrate import migrate
from services import accounts
from services.accounts import passwords
from services.accounts.logins import by_id, forget, sign_in
from services.samples import open_sample
from services.settings import settings
from tests.colleagues_case import colleague_of
from tests.conftest import PROGRAMS
from tests.portal_server import ADMIN, PASSWORD, Portal, serving, set_up

BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.needs("postgresql"))]


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Callable[[], str]]:
    """A cluster of this run's own; each call gives a new empty database."""
    program = Path(str(PROGRAMS["postgresql"])).resolve().parent
    folder = Path(tempfile.mkdtemp(prefix="kefu-pg-"))
    folder.chmod(0o755)
    # initdb refuses root.
    drop = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if drop:
        shutil.chown(folder, "postgres")
    data, owner = folder / "data", "postgres"

    def run(*command: str) -> None:
        done = subprocess.run([*drop, *command], capture_output=True, text=True, check=False, cwd=folder)
        assert done.returncode == 0, done.stderr + done.stdout

    run(
        str(program / "initdb"), "-D", str(data), "-U", owner, "-A", "trust", "-E", "UTF8", "--locale=C", "-N"
    )
    options = f"-c listen_addresses='' -c fsync=off -k {folder}"
    run(str(program / "pg_ctl"), "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")

    def new() -> str:
        name = f"kefu_{uuid4().hex}"
        with psycopg.connect(f"postgresql://{owner}@/postgres?host={folder}", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return f"postgres://{owner}@/{name}?host={folder}"

    try:
        yield new
    finally:
        run(str(program / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder)


@pytest.fixture(params=BOTH)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database of either kind."""
    if request.param == "sqlite":
        url = sqlite_url(tmp_path / "kefu.sqlite")
    else:
        url = request.getfixturevalue("postgresql")()
    yield url
    get_engine(url).dispose()
    get_engine.cache_clear()


@pytest.fixture
def installation(database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An installation with tables and nobody in it; services work on it."""
    monkeypatch.setenv("KEFU_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("DATABASE_URL", database)
    settings.cache_clear()
    forget()
    # The same algorithm, made cheap: test_accounts_passwords.py looks at the real cost.
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_hasher", lambda: cheap)
    passwords._nobodys_hash.cache_clear()
    migrate(database)
    yield database
    settings.cache_clear()
    passwords._nobodys_hash.cache_clear()


@pytest.fixture
def admin(installation: str) -> Actor:
    """The administrator who set the installation up."""
    accounts.set_up(
        code=accounts.new_setup_code(),
        organisation="Muster",
        name="Lin",
        login=ADMIN,
        password=PASSWORD,
        again=PASSWORD,
        language="en",
        address="test",
    )
    return signed_in(ADMIN, PASSWORD)


@pytest.fixture
def stranger(admin: Actor) -> Actor:
    """The administrator of another organisation on the same installation."""
    handed = accounts.add_person(
        None, name="Ada", login="ada@example.org", role=admin.role, language="en", organisation="Other"
    )
    return signed_in(handed.login, handed.password)


def signed_in(login: str, password: str) -> Actor:
    _, known = sign_in(login, password, "test")
    again = by_id(known.login_id)
    assert again is not None
    return again.actor


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """A portal where nobody is set up yet, shared by the tests of a file."""
    with serving(tmp_path_factory.mktemp("portal")) as served:
        yield served


@pytest.fixture(scope="module")
def used(portal: Portal) -> Portal:
    """The portal after its set-up."""
    with portal.client() as client:
        assert set_up(portal, client).headers["location"] == "/"
    return portal


@pytest.fixture
def project(admin: Actor) -> str:
    """The first sample, opened by the administrator."""
    return open_sample(admin)


@pytest.fixture
def mei(admin: Actor) -> Actor:
    """A colleague of the administrator."""
    return colleague_of(admin, "mei")
