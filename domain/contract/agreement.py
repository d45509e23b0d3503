"""The agreement: a contract with its words filled in, in both languages, before it is laid out as a document.

Word, PDF, the page, the checks and later the comparison of versions all read this one structure.
"""

from dataclasses import dataclass

from domain.contract.circumstances import Circumstances
from domain.contract.clauses import Clause
from domain.contract.facts import AnnexFacts
from domain.contract.phrases import Printer
from domain.contract.select import Selection
from domain.contract.terms import Terms
from domain.contract.wording import Wording
from domain.shared.layout import PrintedParagraph, PrintedTable
from domain.shared.sources import Bilingual


def printed_paragraph(wording: Wording, printer: Printer, number: str = "") -> PrintedParagraph:
    """Wording with its slots filled."""
    return PrintedParagraph(
        zh=printer.runs(wording, "zh"),
        en=printer.runs(wording, "en"),
        number=number,
        highlighted=wording.highlighted,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A clause with its number in this contract."""

    clause: Clause
    number: int
    paragraphs: tuple[PrintedParagraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPart:
    """One part of an annex."""

    title: Bilingual
    paragraphs: tuple[PrintedParagraph, ...]
    table: PrintedTable | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedAnnex:
    """An annex with its number in this contract."""

    id: str
    title: Bilingual
    number: int
    parts: tuple[PrintedPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A whole contract, words filled in.

    Attributes:
        case: the circumstances it was made for, with forum, law and channels as the terms say.
        selection: which clauses apply and which were left out.
        articles: in order.
        annexes: those that the articles refer to, in order.
        terms: every settled term by field id.
        in_use: ids of the terms this contract prints or needs; the cover lists them.
        facts: what the annexes read besides the terms.
        printer: prints terms and names; the cover and the checks need it too.
    """

    case: Circumstances
    selection: Selection
    articles: tuple[Article, ...]
    annexes: tuple[PrintedAnnex, ...]
    terms: Terms
    in_use: frozenset[str]
    facts: AnnexFacts
    printer: Printer
