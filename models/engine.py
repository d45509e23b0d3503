"""The one connection pool of a database, set up so that an acknowledged save is a save."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url

# Execution option of a connection that only reads; see `reader`.
READING = "kefu_reading"
_BUSY_MS = 15_000


def sqlite_url(path: Path) -> str:
    """The address of an SQLite file."""
    return f"sqlite:///{path}"


def database_url(given: str) -> URL:
    """A database address with the driver we ship; `postgres://` and `postgresql://` mean psycopg 3.

    Raises:
        sqlalchemy.exc.ArgumentError: not an address.
        ValueError: neither SQLite nor PostgreSQL.
    """
    url = make_url(given)
    if url.drivername in {"postgres", "postgresql"}:
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() not in {"sqlite", "postgresql"}:
        raise ValueError(url.drivername)
    return url


@lru_cache(maxsize=8)
def get_engine(url: str) -> Engine:
    """The engine of a database, one per process: routes, pages, the command line and tests share it.

    An error of the database names the statement and never its values: hashes and answers stay out of the log.
    """
    parsed = database_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, pool_pre_ping=True, hide_parameters=True)
    engine = create_engine(parsed, hide_parameters=True)
    event.listen(engine, "connect", _open_sqlite)
    event.listen(engine, "begin", begin_sqlite)
    return engine


def reader(engine: Engine) -> Engine:
    """The same pool for transactions that only read: they neither wait for a writer nor hold one up."""
    options: dict[str, Any] = {READING: True}
    if engine.dialect.name == "postgresql":
        options["postgresql_readonly"] = True
    return engine.execution_options(**options)


def _open_sqlite(connection: Any, _record: Any) -> None:
    """Durable writes, enforced foreign keys, patience with other writers."""
    # The driver must not open transactions by itself: it would begin them as readers (see begin_sqlite).
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "foreign_keys=ON",
        f"busy_timeout={_BUSY_MS}",
        "synchronous=FULL",
        # What is deleted for good is overwritten: ticket files hold the words of customers.
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def begin_sqlite(connection: Connection) -> None:
    """A writer takes the lock when it begins: two that read first would overwrite each other silently."""
    reading = connection.get_execution_options().get(READING, False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
