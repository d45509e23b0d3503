from dataclasses import replace
from decimal import Decimal

import pytest

from domain.shared.outcomes import DomainError
from tests.pilot_case import columns, csv_of, read
from tickets.file import TicketFile
from tickets.reader import read_tickets
from words import LANGUAGES, say

HEAD = "ticket_id,vendor,channel,language,created_at,first_human_reply_at,status"
GOOD = "T1,A,email,de,2026-10-05 09:00,2026-10-05 10:00,open"


def refusal(content: str | bytes, zone: str | None = "UTC") -> DomainError:
    with pytest.raises(DomainError) as refused:
        read(content, zone)
    for language in LANGUAGES:
        assert say(language, refused.value.code, **refused.value.values)
    return refused.value


def reasons(file: TicketFile) -> list[tuple[int, str]]:
    for row in file.rejected:
        for language in LANGUAGES:
            assert say(language, f"tickets.row.{row.reason}", **row.values)
    assert file.total == file.accepted + len(file.rejected)
    return [(row.line, row.reason) for row in file.rejected]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
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


def test_times_without_offset_and_without_a_zone_are_refused_with_the_line() -> None:
    error = refusal(f"{HEAD}\n{GOOD}", zone=None)
    assert error.code == "tickets.zone_needed"
    assert (error.values["line"], error.values["column"]) == (2, "created_at")


def test_times_with_offset_need_no_zone() -> None:
    row = "T1,A,email,de,2026-10-05T09:00+02:00,2026-10-05T10:00+02:00,open"
    assert read(f"{HEAD}\n{row}", zone=None).accepted == 1


def test_a_missing_column_is_named_with_what_was_found() -> None:
    error = refusal(f"{HEAD.replace('vendor,', '')}\n")
    assert error.code == "tickets.column_missing"
    assert error.values["columns"] == "vendor"
    assert "channel" in error.values["found"]


def test_two_columns_for_one_meaning_are_refused_unless_one_bears_the_canonical_name() -> None:
    twice = f"{HEAD.replace('status', 'State')},Ticket status\n{GOOD},open"
    assert refusal(twice).code == "tickets.column_twice"
    canonical = read(f"{HEAD},Ticket status\n{GOOD},nonsense")
    assert canonical.cells["status"] == ["open"]
    assert canonical.ignored == ("Ticket status",)


@pytest.mark.parametrize("content", ["", "\n\n", f"{HEAD}\n", f"{HEAD}\n\n,,,,,,\n"])
def test_a_file_without_tickets_is_refused(content: str) -> None:
    assert refusal(content).code == "tickets.empty"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04\x00\x00\x00\x00", "tickets.not_text"),
        (f"{HEAD}\n{GOOD}".encode("utf-16-le"), "tickets.not_text"),
        (b"\xff\xfe\x00", "tickets.encoding_unknown"),
        # Windows-1252: GBK would read the u-umlaut and the letter after it as one Chinese character.
        (f"{HEAD}\n{GOOD.replace(',A,', ',Müller,')}".encode("cp1252"), "tickets.encoding_unknown"),
    ],
)
def test_bytes_that_could_only_be_guessed_are_refused(content: bytes, code: str) -> None:
    assert refusal(content).code == code


@pytest.mark.parametrize(
    ("limit", "code"),
    [
        ("bytes", "tickets.too_large"),
        ("rows", "tickets.too_many_rows"),
        ("columns", "tickets.too_many_columns"),
    ],
)
def test_a_file_beyond_a_limit_is_refused(limit: str, code: str) -> None:
    book = columns()
    small = replace(book, limits={**book.limits, limit: replace(book.limits[limit], value=Decimal(1))})
    with pytest.raises(DomainError) as refused:
        read_tickets(f"{HEAD}\n{GOOD}\n{GOOD}".encode(), columns=small, zone="UTC")
    assert refused.value.code == code


def test_a_cell_beyond_its_limit_rejects_its_row() -> None:
    long = "x" * (columns().limit("cell_characters") + 1)
    assert reasons(read(f"{HEAD},note\n{GOOD},{long}")) == [(2, "cell_too_long")]


def test_too_many_broken_quotes_refuse_the_file() -> None:
    rows = ['"a"b'] * (columns().limit("broken_rows") + 1)
    assert refusal("\n".join([HEAD, *rows])).code == "tickets.quotes_broken"


def test_one_vendor_more_than_allowed_refuses_the_file() -> None:
    most = columns().limit("vendors")
    rows = [f"T{number},V{number},email,de,2026-10-05 09:00,,open" for number in range(most + 1)]
    assert len(read("\n".join([HEAD, *rows[:-1]])).vendors) == most
    error = refusal("\n".join([HEAD, *rows]))
    assert error.code == "tickets.too_many_vendors"
    assert error.values == {"limit": most, "given": most + 1}


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
