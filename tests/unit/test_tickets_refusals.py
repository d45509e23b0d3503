"""Ticket files that are refused whole, each with one sentence: no zone, no column, beyond a limit."""

from dataclasses import replace
from decimal import Decimal

import pytest

from domain.shared.outcomes import DomainError
from tests.pilot_case import GOOD, HEAD, columns, read
from tickets.reader import read_tickets
from words import LANGUAGES, say


def refusal(content: str | bytes, zone: str | None = "UTC") -> DomainError:
    with pytest.raises(DomainError) as refused:
        read(content, zone)
    for language in LANGUAGES:
        assert say(language, refused.value.code, **refused.value.values)
    return refused.value


def test_times_without_offset_and_without_a_zone_are_refused_with_the_line() -> None:
    error = refusal(f"{HEAD}\n{GOOD}", zone=None)
    assert error.code == "tickets.zone_needed"
    assert (error.values["line"], error.values["column"]) == (2, "created_at")


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
        # The first bytes of an XLSX or ZIP file, and of an XLS file.
        (b"PK\x03\x04\x14\x00\x06\x00\xff", "tickets.workbook"),
        (bytes.fromhex("d0cf11e0a1b11ae1"), "tickets.workbook"),
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
