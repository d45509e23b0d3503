"""What is stored comes back unchanged, nothing is overwritten in silence, and the audit stays."""

import threading
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as effort
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, Table, create_engine, insert, select, text
from sqlalchemy.exc import DBAPIError, StatementError
from sqlmodel import select as choose

from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from models import AuditEntry, Project, RecordEntry
from models.audit import AuditIsAppendOnlyError
from models.engine import get_engine, sqlite_url
from models.types import Exact, Json, UtcDateTime
from services.audit import audit
from services.unit import clock_set_to, find, look, work

THINGS = Table(
    "things",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("at", UtcDateTime),
    Column("amount", Exact),
    Column("value", Json),
)
INSERTED = {"at": None, "amount": None, "value": None}


def round_trip(url: str, **values: object) -> dict[str, object]:
    engine = get_engine(url)
    THINGS.metadata.create_all(engine)
    with engine.begin() as connection:
        key = connection.execute(insert(THINGS).values(**{**INSERTED, **values})).inserted_primary_key
        assert key is not None
        found = connection.execute(select(THINGS).where(THINGS.c.id == key[0])).mappings().one()
    return dict(found)


def test_an_amount_keeps_every_digit(database: str) -> None:
    # A NUMERIC column of SQLite gives back …123047 for the first one.
    for typed in ("12345678901234.123456", "0.10", "-19012.50", "1E+3", "0"):
        amount = Decimal(typed)
        back = round_trip(database, amount=amount)["amount"]
        assert back == amount
        assert isinstance(back, Decimal)


def test_an_amount_keeps_its_written_places(database: str) -> None:
    assert str(round_trip(database, amount=Decimal("9000.00"))["amount"]) == "9000.00"


@pytest.mark.parametrize("wrong", [0.1, 3, Decimal("NaN"), Decimal("Infinity")])
def test_what_is_not_an_exact_amount_is_refused(database: str, wrong: object) -> None:
    with pytest.raises(StatementError):
        round_trip(database, amount=wrong)


def test_a_moment_comes_back_in_utc_from_whatever_zone(database: str) -> None:
    shanghai = timezone(timedelta(hours=8))
    back = round_trip(database, at=datetime(2026, 11, 22, 8, 30, tzinfo=shanghai))["at"]
    assert back == datetime(2026, 11, 22, 0, 30, tzinfo=UTC)
    assert isinstance(back, datetime)
    assert back.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused(database: str) -> None:
    with pytest.raises(StatementError, match="zone"):
        round_trip(database, at=datetime(2026, 11, 22, 8, 30))  # noqa: DTZ001  # that is the point


def test_plain_values_come_back_as_they_were(database: str) -> None:
    value = {"amount": "9000.00", "channels": ["email", "phone"], "share": 0.25, "none": None, "中": True}
    assert round_trip(database, value=value)["value"] == value


def test_what_json_cannot_hold_is_refused(database: str) -> None:
    with pytest.raises(StatementError):
        round_trip(database, value=float("nan"))


@effort(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(amount=st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15))
def test_any_amount_survives(amount: Decimal) -> None:
    engine = create_engine("sqlite://")
    THINGS.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(insert(THINGS).values(**{**INSERTED, "amount": amount}))
        assert connection.execute(select(THINGS.c.amount)).scalar_one() == amount
    engine.dispose()


def new_project(actor: Actor, name: str = "P") -> str:
    with work(actor) as session:
        project = Project(name=name)
        session.add(project)
        audit(session, "project.add", project, after={"name": name})
    return project.id


def test_a_record_is_stamped_with_who_and_when(admin: Actor) -> None:
    morning = datetime(2026, 11, 22, 8, tzinfo=UTC)
    with clock_set_to(lambda: morning):
        project_id = new_project(admin)
    with clock_set_to(lambda: morning + timedelta(hours=1)), work(admin) as session:
        find(session, Project, project_id).name = "Q"
    with look(admin) as session:
        project = find(session, Project, project_id)
    assert (project.organisation_id, project.created_by, project.changed_by) == (
        admin.organisation_id,
        admin.user_id,
        admin.user_id,
    )
    assert (project.created_at, project.changed_at) == (morning, morning + timedelta(hours=1))
    assert project.version == 2


def test_the_second_writer_of_one_version_is_refused(admin: Actor) -> None:
    project_id = new_project(admin)
    with look(admin) as session:
        as_read = find(session, Project, project_id)
    with work(admin) as session:
        find(session, Project, project_id).name = "first"
    as_read.name = "second"
    with pytest.raises(DomainError, match=r"accounts\.overtaken"), work(admin) as session:
        session.add(as_read)
    with look(admin) as session:
        assert find(session, Project, project_id).name == "first"


def test_writers_at_once_lose_nothing_in_silence(admin: Actor) -> None:
    project_id = new_project(admin, "0")
    refused: list[int] = []

    def count_up() -> None:
        for _ in range(20):
            try:
                with work(admin) as session:
                    project = find(session, Project, project_id)
                    project.name = str(int(project.name) + 1)
            except DomainError:
                refused.append(1)

    writers = [threading.Thread(target=count_up) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with look(admin) as session:
        assert int(find(session, Project, project_id).name) + len(refused) == 80


def test_what_fails_half_way_leaves_nothing_behind(admin: Actor) -> None:
    def fail() -> None:
        with work(admin) as session:
            session.add(Project(name="half"))
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with look(admin) as session:
        assert session.exec(choose(Project)).all() == []


def test_a_reading_transaction_cannot_change_anything(admin: Actor) -> None:
    project_id = new_project(admin)
    with pytest.raises(RuntimeError), look(admin) as session:
        find(session, Project, project_id).name = "changed"
    with look(admin) as session:
        assert find(session, Project, project_id).name == "P"


def test_another_organisation_finds_nothing_by_list_or_id(admin: Actor, stranger: Actor) -> None:
    project_id = new_project(admin)
    with work(admin) as session:
        session.add(RecordEntry(project_id=project_id, subject="requirements", key="k", value=1))
    with look(stranger) as session:
        assert session.exec(choose(Project)).all() == []
        assert session.exec(choose(RecordEntry)).all() == []
        assert session.get(Project, project_id) is None
        with pytest.raises(DomainError, match=r"accounts\.not_found"):
            find(session, Project, project_id)


def test_the_audit_takes_entries_and_keeps_them(admin: Actor) -> None:
    project_id = new_project(admin, "audited")
    with look(admin) as session:
        entry = session.exec(choose(AuditEntry).where(AuditEntry.record_id == project_id)).one()
    assert (entry.action, entry.user_id, entry.organisation_id, entry.after) == (
        "project.add",
        admin.user_id,
        admin.organisation_id,
        {"name": "audited"},
    )
    with pytest.raises(AuditIsAppendOnlyError), work(admin) as session:
        session.get_one(AuditEntry, entry.id).action = "nothing"
    with pytest.raises(AuditIsAppendOnlyError), work(admin) as session:
        session.delete(session.get_one(AuditEntry, entry.id))


def test_what_is_deleted_for_good_is_overwritten_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "kefu.sqlite"
    key_text = "words of a customer"
    url = sqlite_url(path)
    stored = round_trip(url, value=key_text)
    assert stored["value"] == key_text
    with get_engine(url).begin() as connection:
        connection.execute(THINGS.delete())
    with get_engine(url).connect() as connection:
        connection.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert key_text.encode() not in path.read_bytes()


def test_an_error_of_the_database_never_tells_a_value(database: str) -> None:
    with pytest.raises(DBAPIError) as failed, get_engine(database).begin() as connection:
        connection.execute(text("INSERT INTO no_such_table VALUES (:hash)"), {"hash": "argon2-of-somebody"})
    assert "argon2-of-somebody" not in str(failed.value)
    assert "no_such_table" in str(failed.value)


@pytest.mark.parametrize("statement", ["UPDATE audit_entries SET action = 'x'", "DELETE FROM audit_entries"])
def test_no_statement_gets_round_the_audit(admin: Actor, statement: str) -> None:
    new_project(admin, "audited")
    with pytest.raises(DBAPIError, match="never touched again"), work(None) as session:
        session.connection().execute(text(statement))
    with look(None) as session:
        assert "project.add" in [entry.action for entry in session.exec(choose(AuditEntry)).all()]
