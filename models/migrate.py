"""Brings a database to the current tables, safely: alone, with a copy of the old file, foreign keys proven."""

import fcntl
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, NullPool, create_engine, event, text
from sqlalchemy.engine import URL

import models
from models.engine import begin_sqlite, database_url, get_engine

SCRIPTS = Path(models.__file__).parent / "migrations"
# Any fixed number: servers that start together on one PostgreSQL database queue behind it.
_ADVISORY_LOCK = 5_338_110


class MigrationError(Exception):
    """The database could not be brought to the current tables; it was left as it was."""


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's settings; the migration runs on the connection given here."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def head() -> str:
    """The revision this version of Kefu works with."""
    revision = ScriptDirectory.from_config(configuration()).get_current_head()
    if revision is None:
        raise MigrationError("no revision")
    return revision


def current(engine: Engine) -> str | None:
    """The revision a database is at; None for an empty one."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def migrate(url: str, target: str = "head") -> bool:
    """Bring the database to the current tables. Costs next to nothing when it is there already.

    Args:
        url: database address.
        target: revision to stop at; tests stop earlier.

    Returns:
        Whether anything was migrated.

    Raises:
        MigrationError: a foreign key would point nowhere, or the database is newer than this Kefu.
    """
    parsed = database_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        _own_file(Path(parsed.database))
    wanted = head() if target == "head" else target
    if current(get_engine(url)) == wanted:
        return False
    with _alone(parsed):
        before = current(get_engine(url))
        if before == wanted:
            return False
        _refuse_newer(before)
        if parsed.get_backend_name() == "sqlite":
            _keep_copy(parsed, before)
        _upgrade(parsed, target)
    return True


def _own_file(path: Path) -> None:
    """A file only its owner may read, before anything is in it; SQLite gives its companions the same mode."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.touch(mode=0o600)


def _refuse_newer(revision: str | None) -> None:
    """A database written by a later version must not be opened by this one."""
    known = {script.revision for script in ScriptDirectory.from_config(configuration()).walk_revisions()}
    if revision is not None and revision not in known:
        raise MigrationError(f"unknown revision {revision}")


@contextmanager
def _alone(url: URL) -> Iterator[None]:
    """One server migrates at a time; the others wait and then find the work done."""
    if url.get_backend_name() == "sqlite":
        path = Path(f"{url.database}.lock")
        _own_file(path)
        with path.open("w", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        return
    engine = create_engine(url, poolclass=NullPool, hide_parameters=True)
    with engine.connect() as connection:
        connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": _ADVISORY_LOCK})
        # The lock belongs to the connection, so it ends with it, even after a crash.
        yield


def _keep_copy(url: URL, revision: str | None) -> None:
    """Keep the SQLite file as it was before the migration, beside it."""
    if revision is None or not url.database:
        return
    target = Path(f"{url.database}.before-{revision}")
    _own_file(target)
    # A connection's `with` commits but does not close, hence the two names.
    source, copy = sqlite3.connect(url.database), sqlite3.connect(target)
    try:
        source.backup(copy)
    finally:
        source.close()
        copy.close()


def _upgrade(url: URL, target: str) -> None:
    """Run the migrations in one transaction on a connection of their own."""
    engine = create_engine(url, poolclass=NullPool, hide_parameters=True)
    sqlite = url.get_backend_name() == "sqlite"
    if sqlite:
        event.listen(engine, "connect", _open_without_foreign_keys)
        event.listen(engine, "begin", begin_sqlite)
    with engine.connect() as connection, connection.begin():
        command.upgrade(configuration(connection), target)
        if sqlite:
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if broken:
                raise MigrationError(f"foreign keys point nowhere: {broken[:3]}")


def _open_without_foreign_keys(connection: sqlite3.Connection, _record: object) -> None:
    """SQLite changes a table by dropping and renaming it; with foreign keys on, its children would go too."""
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("PRAGMA synchronous=FULL")


def write_revision(message: str) -> None:
    """Compare the models with the migrations and write a revision for the difference (for developers)."""
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        scripts = ScriptDirectory.from_config(configuration())
        number = f"{len(list(scripts.walk_revisions())) + 1:04}"
        command.upgrade(configuration(connection), "head")
        command.revision(configuration(connection), message=message, autogenerate=True, rev_id=number)


if __name__ == "__main__":
    write_revision(" ".join(sys.argv[1:]))
