from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from domain.pilot.measurement import Frame, Measurement
from domain.shared.outcomes import NotAssessed
from tests.pilot_case import columns, count, csv_of, read, until
from tickets.store import open_store

DAY = "2026-10-05"
FULL = {"created_at": f"{DAY} 09:00"}


def one(rows: Sequence[Mapping[str, str]], instance: str, frame: Frame | None = None) -> Measurement:
    """The counts of one KPI of vendor A."""
    return count(read(csv_of(rows)), frame)["A"][instance]


def balanced(counts: Measurement) -> bool:
    """Nothing is dropped without being counted."""
    parts = counts.n + counts.n_missing + counts.n_censored + sum(counts.excluded.values())
    return counts.n_total == parts


def test_first_replies_are_counted_by_hand() -> None:
    rows = [
        # Cut off at noon two days later; the limit for e-mail is 24 hours.
        {"created_at": f"{DAY} 09:00", "first_human_reply_at": f"{DAY} 10:00"},  # hit
        {"created_at": f"{DAY} 09:00", "first_human_reply_at": "2026-10-06 09:00"},  # hit, on the second
        {"created_at": f"{DAY} 09:00", "first_human_reply_at": "2026-10-06 09:00:01"},  # miss
        {"created_at": f"{DAY} 09:00"},  # miss: unanswered for more than a day
        {
            "created_at": "2026-10-06 12:00",
            "first_human_reply_at": "2026-10-06 13:00",
        },  # hit, exactly a day old
        {"created_at": "2026-10-06 12:01"},  # too young to tell
        {"created_at": "2026-10-06 12:01", "first_human_reply_at": "2026-10-06 12:02"},  # too young as well
        {
            "created_at": f"{DAY} 09:00",
            "first_human_reply_at": "2026-10-08 09:00",
        },  # miss: reply after the cut-off
        {"created_at": f"{DAY} 09:00", "channel": "chat"},  # another KPI
        {"created_at": f"{DAY} 09:00", "vendor": "B"},  # another vendor
    ]
    counts = one(rows, "frt_within.email", until("2026-10-07T12:00"))
    assert (counts.k, counts.n, counts.n_censored, counts.n_total) == (3, 6, 2, 8)
    assert balanced(counts)


def test_without_a_plan_the_cut_off_is_the_latest_time_of_any_column() -> None:
    rows = [
        FULL,
        {
            "created_at": f"{DAY} 08:00",
            "first_human_reply_at": f"{DAY} 08:30",
            "resolved_at": "2026-10-06 09:00",
        },
    ]
    counts = one(rows, "frt_within.email")
    # Both tickets are at least a day old at the resolution.
    assert (counts.k, counts.n, counts.n_censored) == (1, 2, 0)


def test_the_marketplace_has_two_targets() -> None:
    rows = [
        {"created_at": f"{DAY} 09:00", "first_human_reply_at": f"{DAY} 12:00", "channel": "marketplace"},
        {"created_at": f"{DAY} 09:00", "first_human_reply_at": f"{DAY} 12:01", "channel": "marketplace"},
    ]
    measured = count(read(csv_of(rows)), until("2026-10-07T12:00"))["A"]
    assert (measured["frt_within.marketplace"].k, measured["frt_within.marketplace"].n) == (2, 2)
    assert (measured["frt_within.marketplace_3h"].k, measured["frt_within.marketplace_3h"].n) == (1, 2)


def test_spam_merged_and_bot_tickets_are_left_out_and_counted() -> None:
    answered = {"created_at": f"{DAY} 09:00", "first_human_reply_at": f"{DAY} 10:00"}
    rows = [
        answered,
        answered | {"status": "spam"},
        answered | {"spam_flag": "yes"},
        answered | {"status": "merged"},
        answered | {"merged_into": "T1"},
        answered | {"bot_only_flag": "是"},
    ]
    counts = one(rows, "frt_within.email", until("2026-10-07T12:00"))
    assert (counts.k, counts.n) == (1, 1)
    assert counts.excluded == {"spam": 2, "merged": 2, "bot_only": 1}
    assert balanced(counts)


def test_tickets_outside_the_pilot_are_left_out_and_counted() -> None:
    start = datetime(2026, 10, 5, tzinfo=UTC)
    frame = Frame(
        start=start,
        end=start + timedelta(days=14),
        cut_off=start + timedelta(days=14),
        week_starts=(start, start + timedelta(days=7)),
    )
    rows = [
        {"created_at": "2026-10-04 23:59:59", "first_human_reply_at": "2026-10-05 00:30"},
        {"created_at": "2026-10-05 00:00", "first_human_reply_at": "2026-10-05 00:30"},
        {"created_at": "2026-10-12 00:00"},
        {"created_at": "2026-10-19 00:00", "first_human_reply_at": "2026-10-19 00:30"},
    ]
    counts = one(rows, "frt_within.email", frame)
    assert (counts.k, counts.n, counts.excluded) == (1, 2, {"outside_window": 2})
    assert [(week.week, week.k, week.n) for week in counts.weeks] == [(1, 1, 1), (2, 0, 1)]


def test_rows_that_were_rejected_count_as_missing_where_every_ticket_counts() -> None:
    answered = {"created_at": f"{DAY} 09:00", "first_human_reply_at": f"{DAY} 10:00"}
    rows = [
        answered,
        {"created_at": "soon"},
        {"created_at": "soon", "channel": "chat"},
        {"created_at": f"{DAY} 09:00", "channel": "fax"},
        answered | {"ticket_id": "T1"},
    ]
    counts = one(rows, "frt_within.email", until("2026-10-07T12:00"))
    # The unreadable e-mail and the row of unknown channel, neither the chat nor the duplicate.
    assert (counts.n, counts.n_missing, counts.n_unusable_rows) == (1, 2, 2)
    assert balanced(counts)


def test_a_row_of_unknown_channel_does_not_make_a_channel_the_vendor_never_had() -> None:
    rows = [FULL, {"created_at": f"{DAY} 09:00", "channel": "fax"}]
    measured = count(read(csv_of(rows)), until("2026-10-07T12:00"))["A"]
    assert measured["frt_within.email"].n_missing == 1
    assert measured["frt_within.chat"].gap == NotAssessed("channel_absent")
    assert measured["frt_within.chat"].n_total == 0


def chat_frame(*, coverage: bool) -> Frame:
    """Open 09:00 to 17:00 on Monday 5 and Tuesday 6 October, cut off on Tuesday at noon."""
    days = [datetime(2026, 10, day, tzinfo=UTC) for day in (5, 6)]
    hours = tuple((day + timedelta(hours=9), day + timedelta(hours=17)) for day in days)
    return Frame(cut_off=days[1] + timedelta(hours=12), week_starts=(), coverage=hours if coverage else None)


CHATS = [
    {"channel": "chat", "created_at": f"{DAY} 10:00:00", "first_human_reply_at": f"{DAY} 10:00:30"},
    {"channel": "chat", "created_at": f"{DAY} 10:00:00", "first_human_reply_at": f"{DAY} 10:00:31"},
    # Written at night, answered 20 seconds after opening.
    {"channel": "chat", "created_at": f"{DAY} 22:00:00", "first_human_reply_at": "2026-10-06 09:00:20"},
    # Written ten seconds before closing, answered 15 seconds after opening: 25 seconds of coverage.
    {"channel": "chat", "created_at": f"{DAY} 16:59:50", "first_human_reply_at": "2026-10-06 09:00:15"},
    # Never answered.
    {"channel": "chat", "created_at": f"{DAY} 22:00:00"},
    # Ten seconds before the cut-off.
    {"channel": "chat", "created_at": "2026-10-06 11:59:50"},
]


def test_the_coverage_clock_stands_still_while_nobody_is_on_duty() -> None:
    counts = one(CHATS, "frt_within.chat", chat_frame(coverage=True))
    assert (counts.k, counts.n, counts.n_censored) == (3, 5, 1)
    assert (counts.clock, counts.clock_wanted) == ("coverage", "coverage")


def test_without_known_coverage_the_calendar_is_used_and_said() -> None:
    counts = one(CHATS, "frt_within.chat", chat_frame(coverage=False))
    assert (counts.k, counts.n, counts.n_censored) == (1, 5, 1)
    assert (counts.clock, counts.clock_wanted) == ("calendar", "coverage")


def test_calls_are_counted_from_entering_the_queue() -> None:
    base = {"channel": "phone", "created_at": f"{DAY} 09:00", "queue_enter_at": f"{DAY} 09:00:00"}
    rows = [
        base | {"answered_at": f"{DAY} 09:00:20"},  # hit
        base | {"answered_at": f"{DAY} 09:00:21"},  # miss
        base | {"abandoned_at": f"{DAY} 09:00:10"},  # given up at once, not counted
        base | {"abandoned_at": f"{DAY} 09:00:11"},  # miss
        base,  # neither answered nor given up: missing
        base | {"queue_enter_at": "", "answered_at": f"{DAY} 09:00:05"},  # missing
    ]
    counts = one(rows, "service_level_phone", until("2026-10-07T12:00"))
    assert (counts.k, counts.n, counts.n_missing) == (1, 3, 2)
    assert counts.excluded == {"short_abandon": 1}
    assert balanced(counts)


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
