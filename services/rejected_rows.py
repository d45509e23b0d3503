"""Why rows of a ticket file were rejected: the commonest reasons, in words and with stable keys."""

from collections.abc import Mapping
from typing import Any

from domain.shared.outcomes import DomainError
from domain.shared.sources import Bilingual
from tickets.file import RejectedRow, TicketFile
from tickets.rejections import commonest
from words import Language, say

# Reasons told in one sentence; JSON and the download have them all.
_TOLD = 3


def row_sentence(language: Language, row: RejectedRow) -> str:
    """What is wrong with one row, with the column and the value where one cell decided."""
    return say(language, f"tickets.row.{row.reason}", **row.values)


def reasons_told(language: Language, file: TicketFile) -> str:
    """The commonest reasons with their rows and the first line of each; empty when nothing was rejected."""
    sentences = [
        say(language, "tickets.told", rows=rows, line=first.line, sentence=row_sentence(language, first))
        for first, rows in commonest(file)[:_TOLD]
    ]
    return (" " if language == "en" else "").join(sentences)


def reasons_json(file: TicketFile) -> list[Mapping[str, Any]]:
    """``tickets.reasons`` of scorecard.json: commonest first."""
    return [{"code": first.reason, "rows": rows, "first_line": first.line} for first, rows in commonest(file)]


def none_accepted(file: TicketFile) -> DomainError:
    """The refusal of a file whose every row was rejected."""
    told = Bilingual(zh=reasons_told("zh", file), en=reasons_told("en", file))
    return DomainError("tickets.none_accepted", total=file.total, reasons=told)
