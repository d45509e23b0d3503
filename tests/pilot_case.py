"""Small ticket files and counts for the tests of tickets and pilot."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache

from catalog.kpis import load_criteria, load_kpis
from catalog.tickets import load_ticket_columns
from domain.pilot.columns import TicketColumns
from domain.pilot.measurement import Frame, Measurement
from domain.pilot.plan import frame_for
from domain.pilot.rules import PilotRules
from domain.shared.kpis import Kpi
from tickets.file import TicketFile
from tickets.measure import measure
from tickets.reader import read_tickets

DAY = "2026-10-05"
FULL = {"created_at": f"{DAY} 09:00"}

REQUIRED = ("ticket_id", "vendor", "channel", "language", "created_at", "first_human_reply_at", "status")
HEAD = ",".join(REQUIRED)
GOOD = "T1,A,email,de,2026-10-05 09:00,2026-10-05 10:00,open"


@cache
def kpis() -> Mapping[str, Kpi]:
    return load_kpis()


@cache
def rules() -> PilotRules:
    return load_criteria(kpis())


@cache
def columns() -> TicketColumns:
    return load_ticket_columns()


def csv_of(rows: Sequence[Mapping[str, str]], delimiter: str = ",") -> str:
    """Rows as text; required cells that a row leaves out get ordinary values."""
    extra = dict.fromkeys(name for row in rows for name in row if name not in REQUIRED)
    names = [*REQUIRED, *extra]
    lines = [delimiter.join(names)]
    for number, row in enumerate(rows, start=1):
        ordinary = {
            "ticket_id": f"T{number}",
            "vendor": "A",
            "channel": "email",
            "language": "de",
            "status": "open",
        }
        lines.append(delimiter.join((ordinary | dict(row)).get(name, "") for name in names))
    return "\n".join(lines) + "\n"


def read(text: str | bytes, zone: str | None = "UTC") -> TicketFile:
    content = text.encode() if isinstance(text, str) else text
    return read_tickets(content, columns=columns(), zone=zone)


def times() -> list[str]:
    return [column.id for column in columns().columns if column.kind == "time"]


def count(file: TicketFile, frame: Frame | None = None) -> dict[str, dict[str, Measurement]]:
    if frame is None:
        span = file.span(times())
        assert span is not None
        frame = frame_for(None, first=span[0], last=span[1], weeks_most=columns().limit("weeks"))
    return measure(file, kpis=kpis(), rules=rules(), frame=frame, columns=columns())


def until(text: str) -> Frame:
    """A frame without window that is cut off at a time in UTC."""
    cut_off = datetime.fromisoformat(text + "+00:00")
    return Frame(cut_off=cut_off, week_starts=())


def one(rows: Sequence[Mapping[str, str]], instance: str, frame: Frame | None = None) -> Measurement:
    """The counts of one KPI of vendor A."""
    return count(read(csv_of(rows)), frame)["A"][instance]


def balanced(counts: Measurement) -> bool:
    """Nothing is dropped without being counted."""
    parts = counts.n + counts.n_missing + counts.n_censored + sum(counts.excluded.values())
    return counts.n_total == parts
