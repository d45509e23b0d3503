"""The sample's counts a second way: plain SQL over the CSV, written without looking at the product's."""

import csv
import sqlite3
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from domain.pilot.measurement import Measurement
from domain.pilot.plan import PilotPlan
from domain.pilot.plan_file import parse_plan
from domain.pilot.scorecard import score
from tests.pilot_case import columns, count, kpis, rules
from tickets.file import TicketFile
from tickets.reader import read_tickets
from tickets.synthetic import SAMPLE, generate

PLAN = SAMPLE.with_name("plan.toml")

# Wall-clock times of Berlin as seconds UTC: two hours ahead until summer time ends on 25 October at 03:00.
SECONDS = "(strftime('%s', {0}) - CASE WHEN {0} < '2026-10-25 03:00:00' THEN 7200 ELSE 3600 END)"
START, END = "1791151200", "1793574000"  # 2026-10-05 and 2026-11-02 00:00 in Berlin

CLEAN = f"""
CREATE VIEW clean AS
SELECT *, {SECONDS.format("created_at")} AS c,
    CASE WHEN first_human_reply_at <> '' THEN {SECONDS.format("first_human_reply_at")} END AS r,
    CASE WHEN escalated_at <> '' THEN {SECONDS.format("escalated_at")} END AS e,
    CASE WHEN queue_enter_at <> '' THEN {SECONDS.format("queue_enter_at")} END AS q,
    CASE WHEN answered_at <> '' THEN {SECONDS.format("answered_at")} END AS a,
    CASE WHEN abandoned_at <> '' THEN {SECONDS.format("abandoned_at")} END AS h
FROM raw
WHERE language <> '' AND (first_human_reply_at = '' OR first_human_reply_at >= created_at)
    AND rowid IN (SELECT MIN(rowid) FROM raw GROUP BY ticket_id)
    AND status <> 'spam' AND bot_only_flag = 'no'
"""
HOURS = f"""
CREATE TABLE hours AS
WITH RECURSIVE days(d) AS (SELECT '2026-10-05' UNION ALL SELECT date(d, '+1 day') FROM days WHERE d < '2026-11-01')
SELECT {SECONDS.format("d || ' 09:00:00'")} AS o, {SECONDS.format("d || ' 19:00:00'")} AS x
FROM days WHERE strftime('%w', d) <> '0'
"""
WITHIN = f"""
SELECT vendor, SUM(r - c <= {{limit}} AND r <= {END}), COUNT(*) FROM clean
WHERE channel = '{{channel}}' AND {END} - c >= {{limit}} GROUP BY vendor
"""
CHAT = f"""
SELECT vendor, SUM(r IS NOT NULL AND (
        SELECT COALESCE(SUM(MAX(0, MIN(x, r) - MAX(o, c))), 0) FROM hours) <= 30), COUNT(*)
FROM clean
WHERE channel = 'chat' AND (SELECT COALESCE(SUM(MAX(0, MIN(x, {END}) - MAX(o, c))), 0) FROM hours) >= 30
GROUP BY vendor
"""
QUERIES = {
    "frt_within.email": WITHIN.format(limit=86400, channel="email"),
    "frt_within.marketplace": WITHIN.format(limit=86400, channel="marketplace"),
    "frt_within.marketplace_3h": WITHIN.format(limit=10800, channel="marketplace"),
    "frt_within.chat": CHAT,
    "service_level_phone": """
        SELECT vendor, SUM(a IS NOT NULL AND a - q <= 20), COUNT(*) FROM clean
        WHERE channel = 'phone' AND q IS NOT NULL AND (a IS NOT NULL OR h - q > 10) GROUP BY vendor""",
    "accuracy_rate": """
        SELECT vendor, SUM(qa_accurate = 'yes'), COUNT(*) FROM clean
        WHERE qa_sampled = 'yes' AND qa_accurate <> '' GROUP BY vendor""",
    "qa_critical_error_rate": """
        SELECT vendor, SUM(qa_critical = 'yes'), COUNT(*) FROM clean
        WHERE qa_sampled = 'yes' AND qa_critical <> '' GROUP BY vendor""",
    "escalation_on_time": f"""
        SELECT vendor, SUM(e IS NOT NULL AND e - c <= 7200), COUNT(*) FROM clean
        WHERE complaint_flag = 'yes' AND {END} - c >= 7200 GROUP BY vendor""",
    "csat_top2": """
        SELECT vendor, SUM(csat_score IN ('4', '5')), COUNT(*) FROM clean
        WHERE csat_score <> '' AND csat_scale_max = '5' GROUP BY vendor""",
}


@pytest.fixture(scope="module")
def plan() -> PilotPlan:
    values: dict[str, Any] = tomllib.loads(PLAN.read_text(encoding="utf-8"), parse_float=Decimal)
    return parse_plan(values, kpis=kpis(), rules=rules())


@pytest.fixture(scope="module")
def file(plan: PilotPlan) -> TicketFile:
    return read_tickets(SAMPLE.read_bytes(), columns=columns(), zone=plan.zone)


@pytest.fixture(scope="module")
def measured(file: TicketFile, plan: PilotPlan) -> dict[str, dict[str, Measurement]]:
    return count(file, plan.frame())


@pytest.fixture(scope="module")
def database() -> Iterator[sqlite3.Connection]:
    with Path(SAMPLE).open(encoding="utf-8", newline="") as lines:
        names, *rows = csv.reader(lines)
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE TABLE raw ({', '.join(names)})")
    connection.executemany(f"INSERT INTO raw VALUES ({', '.join('?' * len(names))})", rows)
    connection.execute(CLEAN)
    connection.execute(HOURS)
    yield connection
    connection.close()


def test_the_sample_is_generated_byte_for_byte() -> None:
    assert generate() == SAMPLE.read_bytes()


def test_every_row_and_the_plan_are_labelled_synthetic(file: TicketFile, plan: PilotPlan) -> None:
    assert set(file.cells["data_origin"]) == {"synthetic"}
    assert {row.cells[-1] for row in file.rejected} == {"synthetic"}
    assert plan.synthetic


def test_the_boundaries_written_above_are_the_pilot(plan: PilotPlan) -> None:
    assert (str(int(plan.starts_at.timestamp())), str(int(plan.ends_at.timestamp()))) == (START, END)


@pytest.mark.parametrize("instance", sorted(QUERIES))
def test_the_sample_counts_the_same_in_plain_sql(
    instance: str, measured: dict[str, dict[str, Measurement]], database: sqlite3.Connection
) -> None:
    expected = {vendor: (k, n) for vendor, k, n in database.execute(QUERIES[instance])}
    assert set(expected) == {"Demo Nord", "Demo Sur"}
    assert {vendor: (found[instance].k, found[instance].n) for vendor, found in measured.items()} == expected


def test_every_measured_kpi_is_recounted(measured: dict[str, dict[str, Measurement]]) -> None:
    assert set(measured["Demo Nord"]) == set(QUERIES)


def test_rows_add_up_and_rejected_ones_say_why(file: TicketFile) -> None:
    assert (file.total, file.accepted) == (3_006, 3_000)
    assert sorted(row.reason for row in file.rejected) == [
        *["blank"] * 2,
        *["duplicate"] * 2,
        *["reply_before_creation"] * 2,
    ]


def test_everything_in_the_file_is_counted_somewhere(measured: dict[str, dict[str, Measurement]]) -> None:
    for found in measured.values():
        for counts in found.values():
            parts = counts.n + counts.n_missing + counts.n_censored + sum(counts.excluded.values())
            assert parts == counts.n_total
            assert sum(week.n for week in counts.weeks) == counts.n


def test_one_vendor_passes_and_the_other_fails(
    measured: dict[str, dict[str, Measurement]], plan: PilotPlan
) -> None:
    verdicts = {
        vendor: score(vendor, found, kpis=kpis(), rules=rules(), plan=plan).verdict
        for vendor, found in measured.items()
    }
    assert verdicts == {"Demo Nord": "pass", "Demo Sur": "fail"}
