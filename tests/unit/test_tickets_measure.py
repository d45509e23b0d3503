from datetime import UTC, datetime, timedelta

from domain.pilot.measurement import Frame
from domain.shared.outcomes import NotAssessed
from tests.pilot_case import DAY, FULL, balanced, count, csv_of, one, read, until


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
