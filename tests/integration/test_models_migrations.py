"""A database is brought to the current tables without losing anything, alone, and only forward."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import create_engine, text

from models import migrate as module
from models.engine import get_engine, sqlite_url
from models.migrate import MigrationError, configuration, current, head, migrate
from tests.portal_server import ROOT

NOW = "2026-11-22 08:00:00.000000"
# Changing a column rebuilds the table on SQLite: copied, dropped, renamed.
REBUILD = """
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "0099", "{head}", None, None
def upgrade():
    with op.batch_alter_table("projects", recreate="always") as table:
        table.add_column(sa.Column("nickname", sa.String(10)))
def downgrade():
    pass
"""
ORPHAN = """
from alembic import op
revision, down_revision, branch_labels, depends_on = "0099", "{head}", None, None
def upgrade():
    op.execute("DELETE FROM projects")
def downgrade():
    pass
"""


@pytest.fixture
def old_database(tmp_path: Path) -> str:
    """An SQLite database of today's revision with a project and three answers in it."""
    url = sqlite_url(tmp_path / "kefu.sqlite")
    migrate(url)
    fill(url)
    return url


def fill(url: str) -> None:
    """A project and three answers, as every revision so far stores them."""
    owned = f"'o', NULL, '{NOW}', NULL, '{NOW}', 1"
    columns = "organisation_id, created_by, created_at, changed_by, changed_at, version"
    with get_engine(url).begin() as connection:
        connection.execute(
            text(f"INSERT INTO organisations (id, name, created_at) VALUES ('o', 'O', '{NOW}')")
        )
        connection.execute(
            text(f"INSERT INTO projects (id, {columns}, name, sample) VALUES ('p', {owned}, 'P', '')")
        )
        for key in ("one", "two", "three"):
            connection.execute(
                text(
                    f"INSERT INTO record_entries (id, {columns}, project_id, subject, key, state, value, origin)"
                    f" VALUES ('{key}', {owned}, 'p', 'requirements', '{key}', 'answered', '1', '')"
                )
            )


@pytest.fixture
def with_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Add a revision after today's head."""

    def add(source: str) -> None:
        today = head()
        folder = tmp_path / "migrations"
        shutil.copytree(module.SCRIPTS, folder)
        (folder / "versions" / "0099_test.py").write_text(source.format(head=today))
        monkeypatch.setattr(module, "SCRIPTS", folder)

    return add


def answers(url: str) -> int:
    with get_engine(url).connect() as connection:
        return int(connection.execute(text("SELECT count(*) FROM record_entries")).scalar_one())


def test_children_survive_the_rebuilding_of_their_table(
    old_database: str, with_revision: Callable[[str], None]
) -> None:
    with_revision(REBUILD)
    assert migrate(old_database)
    assert current(get_engine(old_database)) == "0099"
    assert answers(old_database) == 3


def test_the_same_rebuilding_with_foreign_keys_on_would_lose_them(
    old_database: str, with_revision: Callable[[str], None]
) -> None:
    # Why models/migrate.py takes a connection of its own. If this ever fails, the care can go.
    with_revision(REBUILD)
    with get_engine(old_database).connect() as connection, connection.begin():
        command.upgrade(configuration(connection), "head")
    assert answers(old_database) == 0


def test_the_file_from_before_is_kept_beside_the_new_one(
    old_database: str, with_revision: Callable[[str], None], tmp_path: Path
) -> None:
    before = head()
    with_revision(REBUILD)
    migrate(old_database)
    copy = sqlite_url(tmp_path / f"kefu.sqlite.before-{before}")
    assert answers(copy) == 3
    assert current(get_engine(copy)) == before


def test_a_migration_that_leaves_orphans_is_undone(
    old_database: str, with_revision: Callable[[str], None]
) -> None:
    before = head()
    with_revision(ORPHAN)
    with pytest.raises(MigrationError):
        migrate(old_database)
    assert current(get_engine(old_database)) == before
    assert answers(old_database) == 3
    with get_engine(old_database).connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM projects")).scalar_one() == 1


def test_a_database_of_a_newer_kefu_is_refused(old_database: str) -> None:
    with get_engine(old_database).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(MigrationError):
        migrate(old_database)


@pytest.mark.parametrize("revision", ["0001", "0002", "0003", "0004"])
def test_answers_of_every_earlier_edition_are_still_there(database: str, revision: str) -> None:
    migrate(database, revision)
    fill(database)
    assert migrate(database)
    assert answers(database) == 3
    assert current(get_engine(database)) == head()


def test_a_database_that_is_current_is_left_alone(database: str) -> None:
    assert migrate(database)
    assert not migrate(database)


def test_servers_that_start_together_migrate_once(database: str) -> None:
    program = f"from models.migrate import migrate; print(migrate({database!r}))"
    servers = [
        subprocess.Popen(
            [sys.executable, "-c", program],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    outcomes = [server.communicate(timeout=60) for server in servers]
    assert [server.returncode for server in servers] == [0] * 4, outcomes
    assert sorted(said.strip() for said, _ in outcomes) == ["False", "False", "False", "True"]
    assert current(get_engine(database)) == head()


def test_the_migrations_make_exactly_the_tables_of_the_models(database: str) -> None:
    migrate(database)
    engine = create_engine(get_engine(database).url)
    with engine.connect() as connection:
        command.check(configuration(connection))
    engine.dispose()


def test_quotes_of_the_edition_before_terms_are_kept_with_none(database: str) -> None:
    migrate(database, "0004")
    columns = (
        "id, organisation_id, created_at, changed_at, version, label, place, unit, currency, low, base, high"
    )
    kept = f"'q', 'o', '{NOW}', '{NOW}', 1, 'Offer', 'PL', 'ticket', 'EUR', '1.10', '1.20', '1.30'"
    with get_engine(database).begin() as connection:
        connection.execute(
            text(f"INSERT INTO organisations (id, name, created_at) VALUES ('o', 'O', '{NOW}')")
        )
        connection.execute(
            text(
                f"INSERT INTO quoted_prices ({columns}, valid_from, source) VALUES ({kept}, '2026-10-01', 'Page 3')"
            )
        )
    assert migrate(database)
    with get_engine(database).connect() as connection:
        (row,) = connection.execute(
            text("SELECT label, low, base, high, source, note, terms FROM quoted_prices")
        )
    assert tuple(row) == ("Offer", "1.10", "1.20", "1.30", "Page 3", "", None)
