"""Ticket files as people have them: delimiters, encodings, headings, rows and cells that cannot be read."""

import pytest

from tests.pilot_case import GOOD, HEAD, columns, csv_of, read
from tickets.file import TicketFile
from tickets.reader import read_tickets
from words import LANGUAGES, say


def reasons(file: TicketFile) -> list[tuple[int, str]]:
    for row in file.rejected:
        for language in LANGUAGES:
            assert say(language, f"tickets.row.{row.reason}", **row.values)
    assert file.total == file.accepted + len(file.rejected)
    return [(row.line, row.reason) for row in file.rejected]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030"])
def test_every_usual_delimiter_and_encoding_is_recognised(delimiter: str, encoding: str) -> None:
    text = "\n".join([HEAD, GOOD.replace(",A,", ",服务商甲,")]).replace(",", delimiter)
    file = read(text.encode(encoding))
    assert file.vendors == ("服务商甲",)
    assert file.delimiter == delimiter


@pytest.mark.parametrize(
    "heading",
    [
        "Ticket ID,Vendor,Channel,Language,Created At,First human reply at,Status",
        " TICKET_ID , vendor ,CHANNEL,language,created-at,first.human.reply.at,STATUS",
        "工单编号,服务商,渠道,语言,创建时间,首次人工回复时间,状态",
        "Id,Supplier,Via,Lang,Created at,First reply at,State",
    ],
)
def test_headings_are_recognised_in_many_spellings(heading: str) -> None:
    assert read(f"{heading}\n{GOOD}").accepted == 1


def test_a_line_that_announces_the_delimiter_is_skipped() -> None:
    assert read("sep=;\n" + f"{HEAD}\n{GOOD}".replace(",", ";")).accepted == 1


def test_line_breaks_inside_quotes_belong_to_the_cell_and_lines_are_counted_as_in_the_file() -> None:
    text = f'{HEAD},subject\n{GOOD},"first\nsecond"\nT2,A,fax,de,2026-10-05 09:00,,open,x\n'
    assert reasons(read(text)) == [(4, "channel_unknown")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_will_do_and_blank_lines_are_no_rows(end: str) -> None:
    file = read(end.join([HEAD, GOOD, "", ",,,,,,", GOOD.replace("T1", "T2"), ""]))
    assert (file.total, file.accepted) == (2, 2)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("T2,A,email,de,2026-10-05 09:00,open", "cell_count"),
        ("T2,A,email,de,2026-10-05 09:00,,open,more", "cell_count"),
        (",A,email,de,2026-10-05 09:00,,open", "blank"),
        ("T2,,email,de,2026-10-05 09:00,,open", "blank"),
        ("T2,A,email, ,2026-10-05 09:00,,open", "blank"),
        ("T2,A,email,de,,,open", "blank"),
        ("T2,A,fax,de,2026-10-05 09:00,,open", "channel_unknown"),
        ("T2,A,email,de,2026-10-05 09:00,,sleeping", "status_unknown"),
        ("T2,A,email,de,soon,,open", "time_unreadable"),
        ("T2,A,email,de,2026-10-05 09:00,later,open", "time_unreadable"),
        ("T2,A,email,de,05/10/2026 09:00,,open", "date_ambiguous"),
        ("T2,A,email,de,2026-10-05 09:00,2026-10-05 08:59,open", "reply_before_creation"),
        ("T2,A,email,de,2026-10-05 09:00,2027-01-03 09:01,open", "duration_too_long"),
        ("T1,A,email,de,2026-10-06 09:00,,open", "duplicate"),
        ('"T2,A,email,de,2026-10-05 09:00,,open', "quotes_broken"),
        ('"T2"x,A,email,de,2026-10-05 09:00,,open', "quotes_broken"),
    ],
)
def test_a_row_that_cannot_be_counted_is_rejected_with_its_reason(row: str, reason: str) -> None:
    file = read(f"{HEAD}\n{GOOD}\n{row}\nT3,A,email,de,2026-10-05 09:00,,open\n")
    assert reasons(file) == [(3, reason)]
    assert file.cells["ticket_id"] == ["T1", "T3"]


def test_ninety_days_to_a_reply_are_still_believed() -> None:
    assert read(f"{HEAD}\nT2,A,email,de,2026-10-05 09:00,2027-01-03 09:00,open").accepted == 1


def test_a_quote_that_is_never_closed_costs_its_own_line_only() -> None:
    rows = [f"R{number},A,email,de,2026-10-05 09:00,,open" for number in range(500)]
    rows[200] = '"' + rows[200]
    file = read("\n".join([HEAD, *rows]))
    assert reasons(file) == [(202, "quotes_broken")]
    assert file.accepted == 499


def test_the_row_after_a_rejected_one_of_the_same_id_is_no_duplicate() -> None:
    bad = GOOD.replace("2026-10-05 10:00", "2026-10-05 08:00")
    assert reasons(read(f"{HEAD}\n{bad}\n{GOOD}")) == [(2, "reply_before_creation")]


def test_an_optional_cell_that_cannot_be_read_keeps_its_row() -> None:
    file = read(
        csv_of(
            [
                {
                    "created_at": "2026-10-05 09:00",
                    "csat_score": "good",
                    "complaint_flag": "perhaps",
                    "escalated_at": "2026-10-05 08:00",
                    "resolved_at": "2027-03-01 08:00",
                },
            ],
        ),
    )
    assert file.accepted == 1
    assert {(note.column, note.reason) for note in file.notes} == {
        ("csat_score", "number_unreadable"),
        ("complaint_flag", "flag_unknown"),
        ("escalated_at", "time_before_start"),
        ("resolved_at", "duration_too_long"),
    }
    for note in file.notes:
        for language in LANGUAGES:
            assert say(
                language, f"tickets.cell.{note.reason}", line=note.line, column=note.column, value=note.value
            )


@pytest.mark.parametrize(
    ("word", "meaning"),
    [("yes", True), ("是", True), ("TRUE", True), ("1", True), ("no", False), ("否", False), ("0", False)],
)
def test_yes_and_no_are_read_in_many_words(word: str, *, meaning: bool) -> None:
    file = read(csv_of([{"created_at": "2026-10-05 09:00", "complaint_flag": word}]))
    assert file.cells["complaint_flag"] == [meaning]


@pytest.mark.parametrize(
    ("word", "channel"),
    [
        ("E-Mail", "email"),
        ("邮件", "email"),
        ("在线聊天", "chat"),
        ("Live  Chat", "chat"),
        ("电话", "phone"),
        ("站内信", "marketplace"),
        ("Phone call (inbound)", "phone"),
        ("Ｅｍａｉｌ", "email"),
    ],
)
def test_channels_are_read_in_many_words(word: str, channel: str) -> None:
    file = read(csv_of([{"created_at": "2026-10-05 09:00", "channel": word}]))
    assert file.cells["channel"] == [channel]


def test_text_that_looks_like_a_formula_stays_text() -> None:
    file = read(csv_of([{"ticket_id": "=1+1", "vendor": "@A", "created_at": "2026-10-05 09:00"}]))
    assert (file.cells["ticket_id"], file.cells["vendor"]) == (["=1+1"], ["@A"])


def test_times_with_offset_need_no_zone() -> None:
    row = "T1,A,email,de,2026-10-05T09:00+02:00,2026-10-05T10:00+02:00,open"
    assert read(f"{HEAD}\n{row}", zone=None).accepted == 1


def test_a_cell_beyond_its_limit_rejects_its_row() -> None:
    long = "x" * (columns().limit("cell_characters") + 1)
    assert reasons(read(f"{HEAD},note\n{GOOD},{long}")) == [(2, "cell_too_long")]


def test_progress_ends_with_every_line_done() -> None:
    seen: list[tuple[int, int]] = []
    rows = [f"R{number},A,email,de,2026-10-05 09:00,,open" for number in range(12_000)]
    read_tickets(
        "\n".join([HEAD, *rows]).encode(),
        columns=columns(),
        zone="UTC",
        on_progress=lambda done, total: seen.append((done, total)),
    )
    assert seen == [(5_001, 12_001), (10_001, 12_001), (12_001, 12_001)]


def test_a_label_of_invented_data_is_seen() -> None:
    rows = [{"created_at": "2026-10-05 09:00", "data_origin": "synthetic"}]
    assert read(csv_of(rows)).synthetic
    assert not read(f"{HEAD}\n{GOOD}").synthetic
