import csv
import io
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.shared.outcomes import DomainError
from tests.pilot_case import REQUIRED, columns, count, read
from tickets.exports import rejected_file
from tickets.file import to_microseconds
from tickets.reader import read_tickets

START = datetime(2026, 10, 5, tzinfo=UTC)
# Text as people type it: Latin, common Chinese, and what breaks careless readers.
NAMES = st.text("abcXYZ09 ,;\"'\n服务商甲客户问题退货", min_size=1, max_size=20).filter(
    lambda text: bool(text.strip())
)
TICKETS = st.lists(
    st.fixed_dictionaries(
        {
            "vendor": NAMES,
            "channel": st.sampled_from(["email", "chat", "phone", "marketplace", "social", "form"]),
            "created": st.integers(0, 28 * 86_400),
            "reply": st.one_of(st.none(), st.integers(0, 200_000)),
            "status": st.sampled_from(["open", "resolved", "closed", "spam", "merged"]),
        },
    ),
    min_size=1,
    max_size=30,
)


def _text(tickets: list[dict[str, object]], delimiter: str, end: str) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    writer.writerow(REQUIRED)
    for number, ticket in enumerate(tickets):
        created = START + timedelta(seconds=int(str(ticket["created"])))
        reply = ticket["reply"]
        replied = "" if reply is None else (created + timedelta(seconds=int(str(reply)))).isoformat()
        writer.writerow(
            [
                f"T{number}",
                ticket["vendor"],
                ticket["channel"],
                "de",
                created.isoformat(),
                replied,
                ticket["status"],
            ]
        )
    return out.getvalue()


@given(
    TICKETS,
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]),
)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_same_tickets_come_back_from_every_encoding_and_delimiter(
    tickets: list[dict[str, object]], delimiter: str, end: str, encoding: str
) -> None:
    file = read(_text(tickets, delimiter, end).encode(encoding), zone=None)
    assert (file.accepted, file.rejected) == (len(tickets), ())
    assert file.cells["vendor"] == [" ".join(str(ticket["vendor"]).split()) for ticket in tickets]
    assert file.cells["channel"] == [ticket["channel"] for ticket in tickets]
    assert file.cells["created_at"] == [
        to_microseconds(START) + int(str(ticket["created"])) * 1_000_000 for ticket in tickets
    ]


@given(st.lists(st.text('ab,;"\n\r\t=2026-10-05 09:', max_size=60), max_size=20))
@settings(deadline=None)
def test_whatever_stands_in_the_rows_the_counts_add_up(lines: list[str]) -> None:
    content = "\n".join([",".join(REQUIRED), *lines]).encode()
    try:
        file = read_tickets(content, columns=columns(), zone="UTC")
    except DomainError as refused:
        if refused.code != "tickets.empty":
            raise
        return
    assert file.total == file.accepted + len(file.rejected)
    assert len({len(cells) for cells in file.cells.values()}) == 1
    exported = rejected_file(file, headings=("line", "reason"), sentence=lambda row: row.reason)
    assert (
        len(list(csv.reader(io.StringIO(exported.decode("utf-8-sig"), newline="")))) == len(file.rejected) + 1
    )


@given(TICKETS)
@settings(deadline=None, max_examples=25)
def test_every_ticket_is_counted_exactly_once_per_kpi(tickets: list[dict[str, object]]) -> None:
    measured = count(read(_text(tickets, ",", "\n"), zone=None))
    for channel in ("email", "chat", "marketplace"):
        total = sum(found[f"frt_within.{channel}"].n_total for found in measured.values())
        assert total == sum(ticket["channel"] == channel for ticket in tickets)
    for found in measured.values():
        for counts in found.values():
            parts = counts.n + counts.n_missing + counts.n_censored + sum(counts.excluded.values())
            assert parts == counts.n_total
            assert 0 <= counts.k <= counts.n
