"""Judgements counted from tickets: accuracy, escalations, satisfaction; and what cannot be known."""

from pathlib import Path

import duckdb
import pytest

from domain.shared.outcomes import NotAssessed
from tests.pilot_case import DAY, FULL, balanced, columns, csv_of, one, read, until
from tickets.store import open_store


def test_only_sampled_tickets_speak_about_accuracy_and_a_blank_judgement_is_missing() -> None:
    rows = [
        FULL | {"qa_sampled": "yes", "qa_accurate": "yes", "qa_critical": "no"},
        FULL | {"qa_sampled": "yes", "qa_accurate": "no", "qa_critical": "yes"},
        FULL | {"qa_sampled": "yes", "qa_accurate": "", "qa_critical": "no"},
        FULL | {"qa_sampled": "no", "qa_accurate": "no", "qa_critical": "yes"},
        FULL | {"qa_sampled": "", "qa_accurate": "yes", "qa_critical": "no"},
        FULL | {"qa_sampled": "maybe", "qa_accurate": "yes", "qa_critical": "no"},
    ]
    accuracy = one(rows, "accuracy_rate")
    assert (accuracy.k, accuracy.n, accuracy.n_missing) == (1, 2, 2)
    critical = one(rows, "qa_critical_error_rate")
    assert (critical.k, critical.n, critical.n_missing) == (1, 3, 1)


def test_complaints_must_be_escalated_within_two_hours() -> None:
    complaint = FULL | {"complaint_flag": "yes"}
    rows = [
        complaint | {"escalated_at": f"{DAY} 11:00"},  # hit, on the second
        complaint | {"escalated_at": f"{DAY} 11:00:01"},  # miss
        complaint,  # miss
        complaint | {"created_at": f"{DAY} 11:00"},  # an hour old at the cut-off
        complaint | {"escalated_at": "??"},  # missing
        FULL | {"complaint_flag": "", "escalated_at": f"{DAY} 09:30"},  # no complaint
    ]
    counts = one(rows, "escalation_on_time", until(f"{DAY}T12:00"))
    assert (counts.k, counts.n, counts.n_censored, counts.n_missing) == (1, 3, 1, 1)
    assert balanced(counts)


@pytest.mark.parametrize(
    ("score", "scale", "top"),
    [
        ("4", "5", 1),
        ("3", "5", 0),
        ("8", "10", 1),
        ("7", "10", 0),
        ("80", "100", 1),
        ("79", "100", 0),
        ("3", "3", 1),
        ("2", "3", 0),
    ],
)
def test_scores_are_scaled_to_five_before_the_top_two_count(score: str, scale: str, top: int) -> None:
    counts = one([FULL | {"csat_score": score, "csat_scale_max": scale}], "csat_top2")
    assert (counts.k, counts.n) == (top, 1)


def test_answers_without_a_usable_scale_are_missing_and_the_response_share_counts_all_answers() -> None:
    sent = FULL | {"csat_sent_at": f"{DAY} 12:00"}
    rows = [
        sent | {"csat_score": "5", "csat_scale_max": "5"},
        sent | {"csat_score": "5", "csat_scale_max": ""},
        sent | {"csat_score": "6", "csat_scale_max": "5"},
        sent | {"csat_score": "great", "csat_scale_max": "5"},
        sent,
        sent,
        sent,
        FULL | {"csat_score": "1", "csat_scale_max": "5"},  # an answer had a survey, recorded or not
    ]
    counts = one(rows, "csat_top2")
    assert (counts.k, counts.n, counts.n_missing) == (1, 2, 3)
    assert counts.response_share == 5 / 8


def test_without_a_column_of_surveys_sent_the_response_share_is_not_known() -> None:
    assert one([FULL | {"csat_score": "5", "csat_scale_max": "5"}], "csat_top2").response_share is None


@pytest.mark.parametrize(
    ("instance", "gap"),
    [
        ("frt_within.chat", NotAssessed("channel_absent")),
        (
            "service_level_phone",
            NotAssessed("column_missing", {"columns": "queue_enter_at, answered_at, abandoned_at"}),
        ),
        ("accuracy_rate", NotAssessed("column_missing", {"columns": "qa_sampled, qa_accurate"})),
        ("csat_top2", NotAssessed("column_missing", {"columns": "csat_score, csat_scale_max"})),
        ("escalation_on_time", NotAssessed("column_missing", {"columns": "escalated_at"})),
    ],
)
def test_a_kpi_without_data_says_what_is_missing(instance: str, gap: NotAssessed) -> None:
    assert one([FULL | {"complaint_flag": "yes"}], instance).gap == gap


@pytest.mark.parametrize(
    ("cells", "instance", "reason"),
    [
        ({"qa_sampled": "no", "qa_accurate": ""}, "accuracy_rate", "nothing_sampled"),
        ({"complaint_flag": "no", "escalated_at": ""}, "escalation_on_time", "no_complaints"),
        ({"csat_score": "", "csat_scale_max": "5"}, "csat_top2", "no_answers"),
        ({"status": "spam"}, "frt_within.email", "all_excluded"),
    ],
)
def test_columns_without_a_case_are_a_gap_of_their_own(
    cells: dict[str, str], instance: str, reason: str
) -> None:
    counts = one([FULL | cells], instance)
    assert counts.gap == NotAssessed(reason)
    assert balanced(counts)


def test_the_database_can_neither_read_nor_write_files(tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n")
    file = read(csv_of([FULL]))
    with open_store(file, until("2026-10-07T12:00"), columns()) as store:
        for statement in (
            f"SELECT * FROM read_csv('{secret}')",
            f"COPY (SELECT 1) TO '{tmp_path / 'out.csv'}'",
            f"ATTACH '{tmp_path / 'other.db'}'",
            "SET enable_external_access = true",
            "INSTALL httpfs",
        ):
            with pytest.raises(duckdb.Error):
                store.execute(statement)
    assert [path.name for path in tmp_path.iterdir()] == ["secret.csv"]
