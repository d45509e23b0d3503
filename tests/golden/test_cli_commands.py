"""The `kefu` command as a person at a terminal meets it: files, JSON, exit codes, one sentence per mistake."""

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli_case import PLAN, REQUIREMENTS, TICKETS, Kefu
from tests.portal_server import KEFU


def test_cost_json_has_the_promised_keys_as_plain_numbers(kefu: Kefu) -> None:
    """E.3: 650 h of work, 812.5 productive, 1,365 separate, 950.625 pooled, 19,012.50 EUR in the east."""
    cost = kefu("estimate", REQUIREMENTS, "--json").json
    assert cost["demand"]["workload_hours"] == pytest.approx(650)
    assert cost["staffing"]["productive_hours"] == pytest.approx(812.5)
    assert cost["staffing"]["separate_hours"] == pytest.approx(1365)
    assert cost["staffing"]["pooled_hours"] == pytest.approx(950.625)
    assert cost["staffing"]["paid_hours"] == pytest.approx(950.625 / 0.7)
    assert cost["staffing"]["fte"] == pytest.approx(950.625 / 0.7 / (40 * 52 / 12))
    for region in ("east", "south", "west"):
        for basis in ("productive_basis", "paid_basis"):
            month = cost["regions"][region][basis]
            assert month["low"] < month["base"] < month["high"]
    assert cost["regions"]["east"]["paid_basis"]["base"] == pytest.approx(19012.5)


INSTANCES = {
    "frt_within.email",
    "frt_within.marketplace",
    "frt_within.marketplace_3h",
    "frt_within.chat",
    "service_level_phone",
    "accuracy_rate",
    "qa_critical_error_rate",
    "escalation_on_time",
    "csat_top2",
    "report_quality",
}


def test_the_scorecard_has_the_promised_keys(kefu: Kefu) -> None:
    card = kefu("score", TICKETS, "--plan", PLAN, "--json").json
    assert set(card["vendors"]) == {"Demo Nord", "Demo Sur"}
    for vendor in card["vendors"].values():
        assert vendor["verdict"] in {"pass", "extend", "fail"}
        assert set(vendor["kpis"]) == INSTANCES
        for kpi in vendor["kpis"].values():
            assert {"value", "n", "lower", "upper", "status", "reason"} <= set(kpi)
            assert kpi["status"] in {"pass", "inconclusive", "fail", "not_assessed"}
            assert (kpi["reason"] is None) == (kpi["status"] != "not_assessed")
            if kpi["n"] is None:
                assert kpi["status"] == "not_assessed"


def test_without_a_plan_times_with_offsets_are_scored_and_reporting_is_not_assessed(
    kefu: Kefu, tmp_path: Path
) -> None:
    file = tmp_path / "tickets.csv"
    rows = [
        f"T{number},A,email,de,2026-10-05T09:{number:02}:00+02:00,2026-10-05T10:00:00+02:00,resolved"
        for number in range(60)
    ]
    # The cut-off is the latest time of the file: by then every e-mail but this one had its 24 hours.
    rows.append("L,A,email,de,2026-10-20T09:00:00+02:00,,open")
    file.write_text(
        "\n".join(["ticket_id,vendor,channel,language,created_at,first_human_reply_at,status", *rows]),
        encoding="utf-8",
    )
    ran = kefu("score", file, "--json")
    assert ran.code == 0
    card = ran.json["vendors"]["A"]
    reporting = card["kpis"]["report_quality"]
    assert (reporting["status"], reporting["n"], reporting["value"]) == ("not_assessed", None, None)
    assert card["verdict"] != "pass"
    assert card["kpis"]["frt_within.email"]["n"] == 60


def scored_twice(kefu: Kefu, file: Path, *rows: str) -> tuple[dict[str, Any], list[str]]:
    """The scorecard of a file of these rows, and what a person reads at the terminal."""
    head = "ticket_id,vendor,channel,language,created_at,first_human_reply_at,status"
    file.write_text("\n".join([head, *rows]), encoding="utf-8")
    return kefu("score", file, "--json").json, kefu("score", file).out.splitlines()


def test_rows_that_were_rejected_are_told_with_the_reason_and_where_to_look(
    kefu: Kefu, tmp_path: Path
) -> None:
    card, said = scored_twice(
        kefu,
        tmp_path / "tickets.csv",
        "T1,A,email,de,2026-10-05T09:00:00Z,,open",
        "T2,A,email,de,05/10/2026 09:00,,open",
        "T3,A,email,de,05/10/2026 10:00,,open",
        "T4,A,email,de,2026-10-05T09:00:00Z,,asleep",
    )
    assert card["tickets"]["reasons"] == [
        {"code": "date_ambiguous", "rows": 2, "first_line": 3},
        {"code": "status_unknown", "rows": 1, "first_line": 5},
    ]
    told = next(line for line in said if "rejected: " in line)
    assert told.startswith("3 of 4 rows rejected: 2 of them, first in line 3: ")
    assert all(part in told for part in ("“created_at”", "05/10/2026 09:00", "line 5", "“status”", "asleep"))


def test_vendors_that_differ_in_capital_letters_alone_are_pointed_out(kefu: Kefu, tmp_path: Path) -> None:
    rows = [
        f"T{number},{vendor},email,de,2026-10-05T09:00:00Z,2026-10-05T10:00:00Z,resolved"
        for number, vendor in enumerate(("Acme", "ACME", "acme", "Bolt"))
    ]
    card, said = scored_twice(kefu, tmp_path / "tickets.csv", *rows)
    assert ("pilot.vendors_alike", "ACME") in [(each["code"], each["place"]) for each in card["findings"]]
    assert any("ACME · Acme · acme" in line for line in said)
    assert not any("Bolt" in line for line in said if "ACME" in line)


# --- for people


def test_people_read_a_line_per_region_and_reading(kefu: Kefu, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = kefu("estimate", REQUIREMENTS).out.splitlines()
    assert lines[0].startswith("Look at this first: Dedicated agents")
    assert lines[1].startswith("To budget, ")
    assert [line.split(" · ")[0] for line in lines[3:9]] == [
        region for region in ("Eastern Europe", "Southern Europe", "Western Europe") for _ in range(2)
    ]
    assert lines[2].startswith("Drawn, ")
    assert "19,013" in lines[3]
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "东欧" in kefu("estimate", REQUIREMENTS).out
    said = kefu("score", TICKETS, "--plan", PLAN).out.splitlines()
    assert [line.split(":")[0] for line in said[:2]] == ["Demo Nord", "Demo Sur"]
    # Each vendor of the sample has a ticket twice, one without language and one answered before it came.
    assert [line.split("：")[0] for line in said[2:]] == ["3006 行中有 6 行被拒绝"]


def test_estimate_of_service_for_china_alone_leads_with_yuan(kefu: Kefu) -> None:
    # 45,000 chats of 240 s, 3 at a time, 85 % occupied, 25 % shrinkage: 1,568.6 paid hours at 20, 35 and 50 yuan.
    tmall = REQUIREMENTS.parents[1] / "tmall-cosmetics" / "requirements.toml"
    lines = kefu("estimate", tmall).out.splitlines()
    prices = [line for line in lines if "–" in line and line[-3:] in {"CNY", "EUR"}]
    assert all(line.endswith("CNY") for line in prices)
    assert any(
        line.split()[:5] == ["China", "·", "paid", "hours:", "31,373"] and line.endswith("78,431 CNY")
        for line in prices
    )


def test_what_is_printed_is_utf8_whatever_the_terminal_says() -> None:
    done = subprocess.run(
        [*KEFU, "estimate", str(REQUIREMENTS)],
        capture_output=True,
        check=False,
        env={**os.environ, "LC_ALL": "zh_CN.UTF-8", "PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 0
    assert "东欧" in done.stdout.decode("utf-8")


def test_help_names_every_command(kefu: Kefu) -> None:
    ran = kefu("--help")
    assert ran.code == 0
    for command in ("serve", "people", "requirements", "estimate", "score", "draft", "demo"):
        assert command in ran.out


# --- refusals
