"""Reading a ticket file and counting one KPI, against pandas on the same file."""

import io
from datetime import UTC, datetime

import pandas as pd

from benchmarks.clock import fastest
from domain.pilot.measurement import frame_without_plan
from services.catalog import catalog
from services.samples import FIRST_SAMPLE, sample_path
from services.scoring import read_each
from tickets.measure import measure

_COPIES = 30
_ZONE = "Europe/Berlin"
_DAY = pd.Timedelta(hours=24)


def _large() -> bytes:
    """The sample many times over, every ticket with a number of its own."""
    head, *rows = sample_path(FIRST_SAMPLE, "tickets.csv").read_text(encoding="utf-8-sig").splitlines()
    copies = (f"{copy}-{row}" for copy in range(_COPIES) for row in rows)
    return "\n".join([head, *copies]).encode()


def _ours(content: bytes) -> dict[str, tuple[int, int]]:
    """Answered within 24 hours and decidable, per vendor, as the pilot counts it."""
    known = catalog()
    (file,) = read_each([(content, _ZONE)])
    span = file.span(tuple(column.id for column in known.ticket_columns.columns if column.kind == "time"))
    first, last = span or (datetime.now(UTC), datetime.now(UTC))
    frame = frame_without_plan(first, last, weeks_most=known.ticket_columns.limit("weeks"))
    kpis = {"frt_within": known.kpis["frt_within"]}
    counts = measure(file, kpis=kpis, rules=known.pilot_rules, frame=frame, columns=known.ticket_columns)
    return {
        vendor: (found["frt_within.email"].k, found["frt_within.email"].n) for vendor, found in counts.items()
    }


def _pandas(content: bytes) -> dict[str, int]:
    """Answered within 24 hours per vendor, without rejections, censoring or exclusions."""
    table = pd.read_csv(io.BytesIO(content), dtype=str)
    table = table[table["channel"] == "email"].drop_duplicates("ticket_id")
    created = pd.to_datetime(table["created_at"], errors="coerce")
    replied = pd.to_datetime(table["first_human_reply_at"], errors="coerce")
    table = table.assign(within=(replied - created) <= _DAY)
    return {str(vendor): int(hits) for vendor, hits in table.groupby("vendor")["within"].sum().items()}


def run() -> list[str]:
    """Both on the same file; the peer does less, which the line says."""
    content = _large()
    ours_s, ours = fastest(lambda: _ours(content))
    peer_s, _ = fastest(lambda: _pandas(content))
    rows = content.count(b"\n")
    return [
        (
            f"tickets: {rows} rows read, checked and counted in {ours_s:.2f} s; "
            f"pandas reads and counts without checks in {peer_s:.2f} s ({ours_s / peer_s:.1f} times); "
            f"frt_within.email {ours}"
        )
    ]
