import csv
import io

from tests.pilot_case import columns, csv_of, read
from tickets.combine import combine
from tickets.exports import empty_file, rejected_file, sample_file
from tickets.reader import read_tickets


def _rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_the_empty_file_has_every_column_and_no_row() -> None:
    rows = _rows(empty_file(columns()))
    assert len(rows) == 1
    assert rows[0][:3] == ["ticket_id", "vendor", "channel"]
    assert set(rows[0]) == {column.id for column in columns().columns}


def test_the_sample_can_be_uploaded_as_it_is() -> None:
    file = read_tickets(sample_file(columns()), columns=columns(), zone="Europe/Berlin")
    assert (file.accepted, file.rejected, file.notes) == (1, (), ())
    assert file.present == {column.id for column in columns().columns}
    assert file.synthetic


def test_rejected_rows_come_back_with_line_reason_and_their_own_cells() -> None:
    text = csv_of([{"created_at": "soon"}, {"created_at": "2026-10-05 09:00", "channel": "fax"}])
    rows = _rows(rejected_file(read(text), headings=("行", "原因"), sentence=lambda row: row.reason))
    assert rows[0][:3] == ["行", "原因", "ticket_id"]
    assert rows[1] == ["2", "time_unreadable", "T1", "A", "email", "de", "soon", "", "open"]
    assert rows[2][:2] == ["3", "channel_unknown"]


def test_a_formula_in_a_rejected_row_leaves_as_text() -> None:
    content = rejected_file(
        read(csv_of([{"ticket_id": "=HYPERLINK()", "created_at": "soon"}])),
        headings=("line", "reason"),
        sentence=lambda row: row.reason,
    )
    assert _rows(content)[1][2] == "'=HYPERLINK()"


def test_a_second_file_adds_its_new_tickets_and_rejects_the_known_ones() -> None:
    first = read(csv_of([{"created_at": "2026-10-05 09:00"}, {"created_at": "2026-10-05 09:00"}]))
    known = [str(ticket) for ticket in first.cells["ticket_id"]]
    more = csv_of(
        [
            {"created_at": "2026-10-06 09:00"},
            {"ticket_id": "T9", "created_at": "2026-10-06 09:00", "csat_score": "5"},
        ]
    )
    second = read_tickets(more.encode(), columns=columns(), zone="UTC", known=known)
    both = combine([first, second])
    assert both.cells["ticket_id"] == ["T1", "T2", "T9"]
    assert both.cells["csat_score"] == [None, None, 5.0]
    assert [row.reason for row in both.rejected] == ["duplicate_of_earlier_file"]
    assert both.total == first.total + second.total
    assert "csat_score" not in both.present
    assert combine([first]) is first
