"""`kefu staffing`: a table of queues in, one staffed row or one sentence each out."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

import cli
import words
from domain.shared.outcomes import DomainError
from services.staffing import staffing_command

CHECKOUT = Path(__file__).resolve().parents[2]
HEAD = "contacts,interval_min,aht_s,target_share,target_s,max_occupancy,shrinkage,patience_s,concurrency"
KEYS = {"raw_agents", "positions", "service_level", "occupancy", "asa_s", "p_wait", "p_abandon"}
GOOD = "100,15,180,0.8,20,,,,"


def staffed(tmp_path: Path, content: str | bytes, language: words.Language = "en") -> list[dict[str, Any]]:
    file = tmp_path / "queues.csv"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    rows: list[dict[str, Any]] = staffing_command(file, language)["rows"]
    return rows


def one(tmp_path: Path, row: str, language: words.Language = "en") -> dict[str, Any]:
    (only,) = staffed(tmp_path, f"{HEAD}\n{row}\n", language)
    return only


def test_the_published_queue_needs_24_agents_and_35_positions(tmp_path: Path) -> None:
    # 400 contacts an hour of 180 s are 20 erlangs: 24 agents give 0.809, 0.298 wait, 13.4 s; 24 ÷ 0.7 = 34.3.
    row = one(tmp_path, "100,15,180,0.8,20,,0.3,,")
    assert set(row) == KEYS
    assert (row["raw_agents"], row["positions"], row["p_abandon"]) == (24, 35, 0)
    assert round(row["service_level"], 3) == 0.809
    assert round(row["p_wait"], 3) == 0.298
    assert round(row["asa_s"], 1) == 13.4
    assert row["occupancy"] == pytest.approx(20 / 24)


def test_patience_makes_it_erlang_a(tmp_path: Path) -> None:
    # The published row: 22 agents, 120 s of patience.
    row = one(tmp_path, "100,15,180,0.8,20,,,120,")
    assert row["raw_agents"] == 22
    figures = {name: round(row[name], 4) for name in ("service_level", "p_abandon", "p_wait", "occupancy")}
    assert figures == {"service_level": 0.8288, "p_abandon": 0.0560, "p_wait": 0.3260, "occupancy": 0.8582}


def test_conversations_held_at_once_are_slots_with_the_full_session(tmp_path: Path) -> None:
    # 60 an hour of 720 s, two at once, 90 % in 30 s: 9 agents by slots, which are 18 servers for 12 erlangs.
    row = one(tmp_path, "60,60,720,0.9,30,,,,2")
    assert row["raw_agents"] == 9
    assert row["occupancy"] == pytest.approx(12 / 18)
    assert one(tmp_path, "60,60,720,0.9,30,0.6,,,2")["raw_agents"] == 10  # 12 ÷ 0.6 = 20 slots


def test_nobody_calling_needs_nobody(tmp_path: Path) -> None:
    for patience in ("", "90"):
        row = one(tmp_path, f"0,15,180,0.8,20,,0.3,{patience},")
        assert row == {
            "raw_agents": 0,
            "positions": 0,
            "service_level": 1,
            "occupancy": 0,
            "asa_s": 0,
            "p_wait": 0,
            "p_abandon": 0,
        }


def test_shares_never_exceed_one_even_where_nearly_everybody_hangs_up(tmp_path: Path) -> None:
    # 133 erlangs of people who wait for hours: half must leave, and nobody at work is ever free.
    row = one(tmp_path, "239.914,15,500.665,0.5,87202900,,,21249.2,")
    assert row["raw_agents"] == 67  # 133.47 ÷ 2 = 66.7
    assert 1 - 1e-12 <= row["occupancy"] <= 1
    assert row["service_level"] <= 1 - row["p_abandon"] + 1e-12


def test_positions_are_not_one_too_many_where_the_division_is_exact(tmp_path: Path) -> None:
    # 20 erlangs need at least 21 agents; 21 ÷ (1 - 0.3) is 30 and not a hair more.
    assert one(tmp_path, "100,15,180,0,0,,0.3,,")["positions"] == 30


def test_rows_keep_their_order_and_a_bad_one_its_place(tmp_path: Path) -> None:
    rows = staffed(tmp_path, f"{HEAD}\n{GOOD}\n\nabc,15,180,0.8,20,,,,\n100,15,180,0.8,20,,,120,\n")
    assert [row.get("raw_agents") for row in rows] == [24, None, 22]
    assert rows[1] == {
        "row": 2,
        "error": "contacts must be a number in digits with a decimal point, such as 0.8; “abc” was given.",
    }


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("-4,15,180,0.8,20,,,,", "contacts"),
        ("nan,15,180,0.8,20,,,,", "contacts"),
        ("inf,15,180,0.8,20,,,,", "contacts"),
        ("１００,15,180,0.8,20,,,,", "contacts"),
        ("1e999999999,15,180,0.8,20,,,,", "contacts"),
        (f"{'9' * 5_000},15,180,0.8,20,,,,", "contacts"),
        ("1_000,15,180,0.8,20,,,,", "contacts"),
        ("1e30,15,180,0.8,20,,,,", "contacts"),
        (",15,180,0.8,20,,,,", "contacts"),
        ("100,0,180,0.8,20,,,,", "interval_min"),
        ("100,15,0,0.8,20,,,,", "aht_s"),
        ("100,15,180,80%,20,,,,", "target_share"),
        ("100,15,180,1,20,,,,", "target_share"),
        ("100,15,180,0.8,-1,,,,", "target_s"),
        ("100,15,180,0.8,20,0,,,", "max_occupancy"),
        ("100,15,180,0.8,20,1.1,,,", "max_occupancy"),
        ("100,15,180,0.8,20,,1,,", "shrinkage"),
        ("100,15,180,0.8,20,,,0,", "patience_s"),
        ("100,15,180,0.8,20,,,,0.5", "concurrency"),
        ("100,15", "aht_s"),
    ],
)
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_a_row_that_cannot_be_used_gets_a_short_sentence_naming_the_column(
    tmp_path: Path, row: str, column: str, language: words.Language
) -> None:
    told = one(tmp_path, row, language)
    assert set(told) == {"row", "error"}
    assert told["error"].startswith(f"{column} ")
    assert told["error"].endswith("。" if language == "zh" else ".")
    assert len(told["error"]) < 160


def test_more_than_ten_thousand_erlangs_are_refused_and_ten_thousand_are_not(tmp_path: Path) -> None:
    # 50,000 contacts of 180 s in a quarter of an hour are 10,000 erlangs.
    assert one(tmp_path, "50000,15,180,0.8,20,,,,")["raw_agents"] > 10_000
    assert "10001" in one(tmp_path, "50005.1,15,180,0.8,20,,,,")["error"]


def test_a_surplus_cell_is_told_because_it_may_be_half_a_number(tmp_path: Path) -> None:
    told = one(tmp_path, "100,15,180,0,8,20,,,,1")
    assert told["error"].startswith("This row has 10 cells, the heading row 9.")


@pytest.mark.parametrize(
    "content",
    [
        f"\ufeff{HEAD}\r\n{GOOD}\r\n".encode(),
        f"{HEAD}\n{GOOD}\n".replace(",", ";").encode(),
        f"{HEAD}\n{GOOD}\n".replace(",", "\t").encode("utf-16"),
        f"{HEAD},班次\n{GOOD},早班\n".encode("gb18030"),
        f"sep=;\r\n{HEAD}\r\n{GOOD}\r\n".replace(",", ";").encode(),
        f"{HEAD}\n{GOOD}\n".replace(",", "|").encode(),
        f'"{HEAD.upper()}"\n{GOOD}\n'.replace(",", '","', 8).encode(),
        f"note,{HEAD}\nMonday,{GOOD}\n".encode(),
        b"contacts,interval_min,aht_s,target_share,target_s\n100,15,180,0.8,20\n",
    ],
)
def test_a_spreadsheet_may_write_the_table_its_own_way(tmp_path: Path, content: bytes) -> None:
    assert [row["raw_agents"] for row in staffed(tmp_path, content)] == [24]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "staffing.empty"),
        (f"{HEAD}\n".encode(), "staffing.empty"),
        (b"contacts,aht_s\n1,2\n", "staffing.column_missing"),
        (f"{HEAD},contacts\n{GOOD},1\n".encode(), "staffing.column_twice"),
        (b"\x00\x01\x02", "tickets.not_text"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    with pytest.raises(DomainError, match=code.replace(".", r"\.")) as refused:
        staffed(tmp_path, content)
    assert refused.value.values["in_file"].endswith("queues.csv")


def test_an_unclosed_quote_costs_one_row(tmp_path: Path) -> None:
    rows = staffed(tmp_path, f'{HEAD}\n"100,15,180,0.8,20,,,,\n{GOOD}\n')
    assert [row.get("raw_agents") for row in rows] == [None, 24]
    assert "quotation mark" in rows[0]["error"]


def test_every_refusal_has_its_sentence_in_both_languages() -> None:
    source = (CHECKOUT / "services" / "staffing.py").read_text(encoding="utf-8")
    codes = set(re.findall(r'"(staffing\.\w+)"', source))
    assert len(codes) >= 5
    assert all(words.has(code) for code in codes)


def kefu(monkeypatch: pytest.MonkeyPatch, *arguments: str, language: str = "en") -> int:
    monkeypatch.setenv("LC_ALL", f"{language}.UTF-8")
    monkeypatch.setattr(sys, "argv", ["kefu", "staffing", *arguments])
    try:
        return cli.main()
    except SystemExit as done:
        return int(done.code or 0)


def test_the_command_prints_json_and_fails_only_when_no_row_could_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "queues.csv"
    file.write_text(f"{HEAD}\n{GOOD}\nx,15,180,0.8,20,,,,\n", encoding="utf-8")
    assert kefu(monkeypatch, "--csv", str(file), "--json", language="zh_CN") == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert rows[0]["raw_agents"] == 24
    assert rows[1]["error"] == "contacts 必须是数字，小数点用“.”，例如 0.8；当前填写的是“x”。"

    file.write_text(f"{HEAD}\nx,15,180,0.8,20,,,,\n", encoding="utf-8")
    assert kefu(monkeypatch, "--csv", str(file), "--json") == 2
    assert json.loads(capsys.readouterr().out)["rows"][0]["row"] == 1

    assert kefu(monkeypatch, "--csv", str(tmp_path / "none.csv"), "--json") == 2
    refused = capsys.readouterr()
    assert refused.out == ""
    assert "none.csv" in refused.err


def test_at_a_terminal_every_row_is_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "queues.csv"
    file.write_text(f"{HEAD}\n100,15,180,0.8,20,,0.3,,\n,15,180,0.8,20,,,,\n", encoding="utf-8")
    assert kefu(monkeypatch, "--csv", str(file)) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Row 1: 24 at work at once, 35 positions with shrinkage",
        "Row 2: contacts is blank. Enter a number.",
    ]
