"""`kefu serve` starts quickly, from any folder, or says in one sentence why not."""

import os
import signal
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from models.engine import get_engine, sqlite_url
from tests.portal_server import ROOT, environment, free_port, kefu, serving

# A page's save, again and again; what is printed is acknowledged.
SAVING = """
import sys
from domain.shared.people import Actor, Role
from models import Organisation, Project
from services.startup import start_storage
from services.unit import find, now, work
start_storage()
with work(None) as session:
    company = Organisation(name="Muster", created_at=now())
    session.add(company)
actor = Actor(user_id="u", organisation_id=company.id, organisation="Muster", role=Role.MERCHANT, language="en", name="n", login="l")
with work(actor) as session:
    project = Project(name="0")
    session.add(project)
number = 0
while True:
    number += 1
    with work(actor) as session:
        find(session, Project, project.id).name = str(number)
    print(number, flush=True)
"""


def one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 2, done
    assert "Traceback" not in done.stderr
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, lines
    return lines[0]


def test_the_second_start_takes_less_than_three_seconds(tmp_path: Path) -> None:
    with serving(tmp_path) as first:
        codes = [first.code]
    took: list[float] = []
    # The best of a few: other tests share this machine's processors.
    while not took or (took[-1] >= 3 and len(took) < 4):
        with serving(tmp_path) as again:
            took.append(again.started_in_s)
            codes.append(again.code)
    assert min(took) < 3
    assert all(codes)
    assert len(set(codes)) == len(codes)


def test_it_stops_without_a_word_when_it_is_told_to(tmp_path: Path) -> None:
    with serving(tmp_path) as portal:
        portal.process.send_signal(signal.SIGINT)
        assert portal.process.wait(20) == 0
        assert "Traceback" not in (tmp_path / "log").read_text()


def test_nobody_else_on_the_machine_can_read_what_a_portal_keeps(tmp_path: Path) -> None:
    home = tmp_path / "var"
    home.mkdir(mode=0o755)
    assert (
        kefu(
            home, "people", "add", "li@example.com", "--name", "Li", "--organisation", "M", "--role", "admin"
        ).returncode
        == 0
    )
    with serving(home):
        kept = {path.name: stat.S_IMODE(path.stat().st_mode) for path in home.iterdir()}
    written_by_this_test = {"log", "out"}
    assert {"kefu.sqlite", "secret_key", "kefu.sqlite-wal"} <= set(kept)
    assert {mode for name, mode in kept.items() if name not in written_by_this_test} == {0o600}
    assert stat.S_IMODE(home.stat().st_mode) == 0o700


def test_a_busy_port_is_named(tmp_path: Path) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = str(busy.getsockname()[1])
        sentence = one_sentence(kefu(tmp_path, "serve", KEFU_PORT=port))
    assert f"127.0.0.1:{port}" in sentence
    assert "KEFU_PORT" in sentence
    # Nothing else was touched.
    assert not (tmp_path / "kefu.sqlite").exists()


@pytest.mark.parametrize(
    ("setting", "value", "named"),
    [
        ("KEFU_PORT", "http", "KEFU_PORT"),
        ("DATABASE_URL", "mysql://u@h/d", "DATABASE_URL"),
        ("DATABASE_URL", "nonsense", "DATABASE_URL"),
        ("DATABASE_URL", "postgres://u@127.0.0.1:9/d?connect_timeout=2", "DATABASE_URL"),
        ("KEFU_ADDRESS", "203.0.113.7", "203.0.113.7"),
    ],
)
def test_a_setting_that_cannot_work_is_named(tmp_path: Path, setting: str, value: str, named: str) -> None:
    given = {"KEFU_PORT": str(free_port()), setting: value}
    assert named in one_sentence(kefu(tmp_path, "serve", **given))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("runner.postScriptGC", "True"),
        ("browser.gatherUsageStats", "True"),
        ("client.showErrorDetails", "'full'"),
        ("client.toolbarMode", "'developer'"),
        ("server.trustedUserHeaders", "{}"),
    ],
)
def test_a_setting_it_relies_on_must_be_in_force(tmp_path: Path, name: str, value: str) -> None:
    program = f"import os; os.chdir({str(ROOT)!r}); import streamlit.config as c, cli, sys; c.get_option('server.port'); c.set_option({name!r}, {value}); sys.exit(cli.main())"
    done = subprocess.run(
        [sys.executable, "-c", program, "serve"],
        cwd=ROOT,
        env=environment(tmp_path, KEFU_PORT=str(free_port())),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert name in one_sentence(done)


def test_the_last_acknowledged_save_survives_a_kill(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SAVING], cwd=ROOT, env=environment(tmp_path), stdout=subprocess.PIPE, text=True
    ) as saving:
        assert saving.stdout is not None
        acknowledged = [int(saving.stdout.readline()) for _ in range(60)][-1]
        os.kill(saving.pid, signal.SIGKILL)
        acknowledged = max([acknowledged, *(int(line) for line in saving.stdout)])
    engine = get_engine(sqlite_url(tmp_path / "kefu.sqlite"))
    with engine.connect() as connection:
        (kept,) = connection.exec_driver_sql("SELECT name FROM projects").one()
        (whole,) = connection.exec_driver_sql("PRAGMA integrity_check").one()
    engine.dispose()
    # One more may have been saved than was told.
    assert int(kept) in {acknowledged, acknowledged + 1}
    assert whole == "ok"
