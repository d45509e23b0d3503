"""Makes the ticket file of the built-in sample: invented tickets of two invented vendors, the same on every run.

``python -m tickets.synthetic`` writes it anew, byte for byte. Every row is labelled synthetic.
"""

import csv
import io
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np

from tickets import invented
from tickets.invented import Quality

SAMPLE = Path(__file__).resolve().parent.parent / "data" / "samples" / "shenzhen-eu" / "tickets.csv"
START = datetime(2026, 10, 5, tzinfo=ZoneInfo("Europe/Berlin"))
DAYS = 28
TICKETS_PER_VENDOR = 1_500
_RANDOM_START = 20_261_005

_SUNDAY = 6

COLUMNS = (
    "ticket_id",
    "vendor",
    "channel",
    "language",
    "created_at",
    "first_human_reply_at",
    "status",
    "queue_enter_at",
    "answered_at",
    "abandoned_at",
    "resolved_at",
    "bot_only_flag",
    "spam_flag",
    "complaint_flag",
    "escalated_at",
    "csat_sent_at",
    "csat_score",
    "csat_scale_max",
    "qa_sampled",
    "qa_accurate",
    "qa_critical",
    "data_origin",
)


def generate() -> bytes:
    """The whole file as UTF-8, in order of creation within each vendor."""
    draw = np.random.default_rng(_RANDOM_START)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n", restval="")
    writer.writeheader()
    for prefix, quality in zip("NS", invented.VENDORS, strict=True):
        moments = sorted(_arrival(draw) for _ in range(TICKETS_PER_VENDOR))
        for number, (created, channel) in enumerate(moments, start=1):
            row = _ticket(draw, quality, f"{prefix}-{number:04d}", created, channel)
            writer.writerow(row)
        writer.writerows(_faulty(row))
    return out.getvalue().encode("utf-8")


def _faulty(row: dict[str, str]) -> list[dict[str, str]]:
    """What real exports contain as well: a ticket twice, a blank language, a reply before the message."""
    number = row["ticket_id"]
    return [
        row,
        row | {"ticket_id": f"{number}-a", "language": ""},
        row | {"ticket_id": f"{number}-b", "first_human_reply_at": _clock(START)},
    ]


def _yes(draw: np.random.Generator, share: float) -> str:
    return "yes" if draw.random() < share else "no"


def _pick(draw: np.random.Generator, weights: dict[str, float]) -> str:
    return str(draw.choice(list(weights), p=list(weights.values())))


def _arrival(draw: np.random.Generator) -> tuple[datetime, str]:
    """When a ticket arrives and on which channel."""
    channel = _pick(draw, invented.CHANNELS)
    on_duty = channel in ("chat", "phone")
    days = np.array([invented.WEEKDAYS[day % 7] * (day % 7 != _SUNDAY or not on_duty) for day in range(DAYS)])
    hours = np.array(invented.DUTY_HOURS if on_duty else invented.ANY_HOURS, dtype=float)
    day = int(draw.choice(DAYS, p=days / days.sum()))
    hour = int(draw.choice(24, p=hours / hours.sum()))
    second = int(draw.integers(0, 3_600))
    # Added in local time: the wall clock decides when people write, also across the end of summer time.
    return START + timedelta(days=day, hours=hour, seconds=second), channel


def _ticket(
    draw: np.random.Generator, quality: Quality, ticket_id: str, created: datetime, channel: str
) -> dict[str, str]:
    """One row. Times carry no offset: they are meant in the zone of the plan."""
    row = {
        "ticket_id": ticket_id,
        "vendor": quality.name,
        "channel": channel,
        "language": _pick(draw, invented.LANGUAGES),
        "created_at": _clock(created),
        "status": "open",
        "data_origin": "synthetic",
        "bot_only_flag": _yes(draw, invented.BOT_ONLY),
    }
    if channel != "phone" and draw.random() < invented.SPAM:
        return row | {"status": "spam", "spam_flag": "yes"}
    if draw.random() < quality.unanswered:
        return row | _complaint(draw, quality, created, share=invented.COMPLAINT_UNANSWERED)
    row |= _call(draw, quality, created) if channel == "phone" else _reply(draw, quality, created, channel)
    row |= _complaint(draw, quality, created, share=invented.COMPLAINT)
    if row.get("first_human_reply_at"):
        row |= _resolution(draw, created) | _survey(draw, quality, created) | _review(draw, quality)
    return row


def _reply(draw: np.random.Generator, quality: Quality, created: datetime, channel: str) -> dict[str, str]:
    """The first human reply, in time or late."""
    if draw.random() < quality.in_time[channel]:
        typical, longest = invented.PROMPT[channel]
        seconds = min(longest, max(3, int(typical * draw.lognormal(0.0, 0.6))))
    else:
        least, excess = invented.LATE[channel]
        seconds = least + int(draw.exponential(excess))
    return {"first_human_reply_at": _clock(created, seconds)}


def _call(draw: np.random.Generator, quality: Quality, created: datetime) -> dict[str, str]:
    """A call: answered in 20 seconds, answered late, or given up."""
    row = {"queue_enter_at": _clock(created)}
    if draw.random() < quality.answered:
        answered = _clock(created, int(draw.integers(2, 20)))
        return row | {"answered_at": answered, "first_human_reply_at": answered}
    if draw.random() < invented.HANG_UP:
        return row | {"abandoned_at": _clock(created, int(draw.integers(4, 120))), "status": "closed"}
    answered = _clock(created, int(draw.integers(22, 180)))
    return row | {"answered_at": answered, "first_human_reply_at": answered}


def _complaint(
    draw: np.random.Generator, quality: Quality, created: datetime, *, share: float
) -> dict[str, str]:
    """Whether it is a complaint, and when it was escalated."""
    if draw.random() >= share:
        return {"complaint_flag": "no"}
    in_time = draw.random() < quality.escalated
    seconds = int(draw.integers(300, 7_000)) if in_time else int(draw.integers(8_000, 40_000))
    return {"complaint_flag": "yes", "escalated_at": _clock(created, seconds)}


def _resolution(draw: np.random.Generator, created: datetime) -> dict[str, str]:
    """Most answered tickets are resolved in the end."""
    if draw.random() < invented.WAITING:
        return {"status": "pending_customer"}
    seconds = int(210_000 * (0.95 + draw.random()))
    return {"status": "resolved", "resolved_at": _clock(created, seconds)}


def _survey(draw: np.random.Generator, quality: Quality, created: datetime) -> dict[str, str]:
    """The survey goes to most customers; about a third answer."""
    if draw.random() >= invented.SURVEYED:
        return {}
    row = {"csat_sent_at": _clock(created, 420_000)}
    if draw.random() >= invented.ANSWER:
        return row
    satisfied = draw.random() < quality.satisfied
    score = draw.choice((4, 5), p=(0.3, 0.7)) if satisfied else draw.choice((1, 2, 3), p=(0.3, 0.3, 0.4))
    # Now and then the desk forgets to export the scale: that answer cannot be read.
    scale = "" if draw.random() < invented.NO_SCALE else "5"
    return row | {"csat_score": str(score), "csat_scale_max": scale}


def _review(draw: np.random.Generator, quality: Quality) -> dict[str, str]:
    """Quality review of a quarter of the answered tickets; a few forms are incomplete."""
    if draw.random() >= invented.REVIEWED:
        return {"qa_sampled": "no"}
    accurate = _yes(draw, quality.accurate)
    critical = _yes(draw, quality.critical)
    if draw.random() < invented.INCOMPLETE:
        accurate = ""
    return {"qa_sampled": "yes", "qa_accurate": accurate, "qa_critical": critical}


def _clock(created: datetime, seconds: int = 0) -> str:
    """A time of the plan's zone, `seconds` of real time later, as the desk would export it."""
    zone = created.tzinfo
    moment = (created.astimezone(ZoneInfo("UTC")) + timedelta(seconds=seconds)).astimezone(zone)
    return moment.strftime("%Y-%m-%d %H:%M:%S")


if __name__ == "__main__":
    SAMPLE.write_bytes(generate())
