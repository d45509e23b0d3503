"""What `kefu` says to bad files: one sentence that names file, key and mend; exit code 2."""

from pathlib import Path

import pytest

from catalog.reader import CatalogError
from services import startup
from tests.cli_case import PLAN, REQUIREMENTS, TICKETS, Kefu, Ran
from tests.portal_server import ROOT

Broken = tuple[str, bytes | None, str]


def changed(old: str, new: str, of: Path = REQUIREMENTS) -> bytes:
    text = of.read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new, 1).encode()


BAD_REQUIREMENTS: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "empty": (b"", ("is empty",)),
    "binary": (bytes(range(128, 256)) * 4, ("UTF-8",)),
    "another kind": (PLAN.read_bytes(), ("kind", "kefu.requirements")),
    "a ticket file": (TICKETS.read_bytes()[:5000], ("TOML", "JSON")),
    "unknown key": (changed("occupancy =", "ocupancy ="), ("answers.ocupancy", "“occupancy”")),
    "key at the top": (b"speed = 1\n" + REQUIREMENTS.read_bytes(), ("speed",)),
    "wrong type": (
        changed("orders_month = 24000", 'orders_month = "many"'),
        ("answers.orders_month", "many"),
    ),
    "not a number": (changed("occupancy = 0.80", "occupancy = nan"), ("answers.occupancy", "nan")),
    "infinite": (changed("fx_cny_per_eur = 8.20", "fx_cny_per_eur = inf"), ("answers.fx_cny_per_eur",)),
    "huge": (changed("email = 3300", "email = " + "9" * 26), ("answers.contacts_month", "10000000")),
    "longer than a float": (changed("24000", "9" * 400), ("answers.orders_month", "100000000")),
    "longer than Python reads": (changed("24000", "9" * 5000), ("digits",)),
    "money that is not a number": (changed('"20000"', '"NaN"'), ("answers.budget_month", "NaN")),
    "money of a million digits": (changed('"20000"', '"1e999999"'), ("answers.budget_month", "1e999999")),
    "shares above one": (changed("de = 0.40", "de = 0.50"), ("answers.languages_share", "110%")),
    "unknown language": (changed("de = 0.40", "xx = 0.40"), ("answers.languages_share", "“xx”")),
    "a pilot too long": (changed("pilot_weeks = 4", "pilot_weeks = 5"), ("answers.pilot_weeks", "4")),
    "an answer missing": (
        changed("[answers.coverage]", "[ignored]").split(b"[ignored]")[0],
        ("answers.coverage",),
    ),
}


def one_sentence(ran: Ran, file: Path, *named: str) -> None:
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith(f"{file}: ")
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err
    assert len(ran.err) < 600
    for part in named:
        assert part in ran.err


@pytest.mark.parametrize("name", BAD_REQUIREMENTS)
def test_a_bad_requirements_file_is_refused_by_file_key_and_mend(
    kefu: Kefu, tmp_path: Path, name: str
) -> None:
    content, named = BAD_REQUIREMENTS[name]
    file = tmp_path / "case.toml"
    file.write_bytes(content)
    one_sentence(kefu("estimate", file, "--json"), file, *named)


@pytest.mark.parametrize("command", ["estimate", "score", "draft"])
def test_a_missing_file_and_a_folder_are_refused(kefu: Kefu, tmp_path: Path, command: str) -> None:
    more = ("--out", tmp_path / "out") if command == "draft" else ()
    one_sentence(kefu(command, tmp_path / "none.toml", *more), tmp_path / "none.toml", "does not exist")
    one_sentence(kefu(command, tmp_path, *more), tmp_path, "is a folder")
    assert not (tmp_path / "out").exists()


def test_json_that_says_a_thing_twice_or_is_no_table_is_refused(kefu: Kefu, tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_text('{"kind": "kefu.requirements", "kind": "other"}', encoding="utf-8")
    one_sentence(kefu("estimate", file), file, "“kind”")
    file.write_text("[1, 2]", encoding="utf-8")
    one_sentence(kefu("estimate", file), file, "table")


def test_a_file_without_end_is_not_read_to_its_end(kefu: Kefu) -> None:
    one_sentence(kefu("estimate", "/dev/zero"), Path("/dev/zero"), "MB")


BAD_PLANS: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "five weeks": (changed("weeks = 4", "weeks = 5", PLAN), ("weeks", "2", "4", "“5”")),
    "not a number": (changed("csat_top2 = 0.90", "csat_top2 = nan", PLAN), ("targets.csat_top2",)),
    "unknown target": (changed("csat_top2", "csat_top3", PLAN), ("targets.csat_top3", "csat_top2")),
    "no such zone": (changed("Europe/Berlin", "Mars/Base", PLAN), ("zone: ", "Mars/Base")),
    "requirements": (REQUIREMENTS.read_bytes(), ("kind", "kefu.pilot_plan")),
}


@pytest.mark.parametrize("name", BAD_PLANS)
def test_a_bad_plan_is_refused_by_file_key_and_mend(kefu: Kefu, tmp_path: Path, name: str) -> None:
    content, named = BAD_PLANS[name]
    file = tmp_path / "plan.toml"
    file.write_bytes(content)
    one_sentence(kefu("score", TICKETS, "--plan", file), file, *named)


BAD_TICKETS: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "empty": (b"", ("no tickets",)),
    "binary": (bytes(range(256)) * 8, ("CSV",)),
    "requirements": (REQUIREMENTS.read_bytes(), ("columns",)),
    # Spreadsheets write a time as days since 1900.
    "times as numbers": (
        (
            b"ticket_id,vendor,channel,language,created_at,first_human_reply_at,status\n"
            b"T1,A,email,de,46300.5,,open\nT2,A,email,de,46301.5,,open\nT3,A,fax,de,2026-10-05T09:00:00Z,,open\n"
        ),
        ("None of the 3 rows", "2 of them", "line 2", "created_at", "46300.5", "line 4", "channel", "fax"),
    ),
    "times without offset and no plan": (TICKETS.read_bytes(), ("created_at", "--plan", "line 2")),
}


@pytest.mark.parametrize("name", BAD_TICKETS)
def test_a_bad_ticket_file_is_refused_by_file_and_mend(kefu: Kefu, tmp_path: Path, name: str) -> None:
    content, named = BAD_TICKETS[name]
    file = tmp_path / "tickets.csv"
    file.write_bytes(content)
    one_sentence(kefu("score", file, "--json"), file, *named)


def test_a_contract_without_seats_is_refused_by_the_key_to_add(kefu: Kefu, tmp_path: Path) -> None:
    file = tmp_path / "case.toml"
    file.write_bytes(changed('vendor_country = "PL"', ""))
    one_sentence(kefu("draft", file, "--out", tmp_path / "out"), file, "answers.vendor_country")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_to_is_refused(kefu: Kefu, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file in the way", encoding="utf-8")
    ran = kefu("draft", REQUIREMENTS, "--language", "en", "--out", taken)
    one_sentence(ran, taken, "cannot be written")
    assert taken.read_text(encoding="utf-8") == "a file in the way"


def test_an_unknown_language_of_the_contract_is_refused_with_the_choices(kefu: Kefu, tmp_path: Path) -> None:
    ran = kefu("draft", REQUIREMENTS, "--language", "fr", "--out", tmp_path / "out")
    assert ran.code == 2
    assert "--language" in ran.err
    for choice in ("'fr'", "'zh'", "'en'", "'bilingual'"):
        assert choice in ran.err


def test_a_refusal_is_said_in_the_language_of_the_terminal(
    kefu: Kefu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    ran = kefu("estimate", tmp_path / "none.toml")
    assert ran.code == 2
    assert "文件不存在" in ran.err


def test_a_malformed_data_file_is_a_sentence_too(kefu: Kefu, monkeypatch: pytest.MonkeyPatch) -> None:
    def malformed() -> None:
        raise CatalogError(ROOT / "data" / "rates" / "regions.toml", "rate.0.low", "missing_key")

    monkeypatch.setattr(startup, "catalog", malformed)
    ran = kefu("estimate", REQUIREMENTS)
    assert ran.code == 2
    assert "data/rates/regions.toml" in ran.err
    assert "rate.0.low" in ran.err


def test_relative_paths_start_where_the_person_stands(
    kefu: Kefu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "case.toml").write_bytes(REQUIREMENTS.read_bytes())
    assert kefu("draft", "case.toml", "--language", "en", "--out", "papers").code == 0
    assert (tmp_path / "papers" / "contract.en.pdf").is_file()
