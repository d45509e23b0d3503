"""Puts a contract together: selection, numbers, words, annexes."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from domain.contract.agreement import (
    Agreement,
    Article,
    PrintedAnnex,
    PrintedParagraph,
    PrintedPart,
    PrintedTable,
)
from domain.contract.annexes import Annex, Part
from domain.contract.clauses import ClausePackage
from domain.contract.conditions import Circumstances, holds
from domain.contract.facts import AnnexFacts
from domain.contract.lexicon import Lexicon
from domain.contract.library import ClauseLibrary
from domain.contract.number import paragraph_number
from domain.contract.phrases import LANGUAGES, Printer
from domain.contract.rows import RowContext, table_of
from domain.contract.select import Selection, select_clauses
from domain.contract.terms import Terms, value_from
from domain.contract.wording import Wording
from domain.shared.countries import Country
from domain.shared.paper import Run
from domain.shared.sources import Bilingual


def compose(
    library: ClauseLibrary,
    case: Circumstances,
    terms: Terms,
    facts: AnnexFacts,
    *,
    countries: Mapping[str, Country],
    lexicon: Lexicon,
    left_out: Collection[str] = (),
) -> Agreement:
    """The agreement for one case.

    Args:
        library: all clauses and annexes.
        case: the circumstances; forum, law and channels follow the settled terms where a term holds them.
        terms: `settle_terms` over the library's fields.
        facts: KPIs, hours, peaks and flows for the annexes.
        countries: register of countries.
        lexicon: words and numbers.
        left_out: recommended clauses a person left out.

    Raises:
        DomainError: `left_out` names a clause that cannot be left out.
    """
    case = as_agreed(case, terms)
    selection = select_clauses(library, case, left_out=left_out)
    used = _annexes_used(library, selection, case)
    printer = Printer(
        terms=terms,
        articles={package.clause.id: n for n, package in enumerate(selection.packages, start=1)},
        annexes={annex.id: n for n, annex in enumerate(used, start=1)},
        titles={package.clause.id: package.clause.title for package in library.packages},
        countries=countries,
        lexicon=lexicon,
    )
    articles = tuple(_article(package, printer, case) for package in selection.packages)
    in_use = _terms_in_use(selection, used, case)
    context = RowContext(
        case=case, terms=terms, in_use=in_use, articles=articles, facts=facts, printer=printer
    )
    annexes = tuple(_annex(annex, number, context) for number, annex in enumerate(used, start=1))
    return Agreement(
        case=case,
        selection=selection,
        articles=articles,
        annexes=annexes,
        terms=terms,
        in_use=in_use,
        facts=facts,
        printer=printer,
    )


def as_agreed(case: Circumstances, terms: Terms) -> Circumstances:
    """The case with forum, law and channels as the contract's own terms say, where a term holds them."""
    forum, law = value_from(terms, "requirements.forum"), value_from(terms, "requirements.governing_law")
    channels = value_from(terms, "requirements.channels")
    return replace(
        case,
        forum=forum if isinstance(forum, str) else case.forum,
        law=law if isinstance(law, str) else case.law,
        channels=channels if isinstance(channels, tuple) else case.channels,
    )


def _article(package: ClausePackage, printer: Printer, case: Circumstances) -> Article:
    number = printer.articles[package.clause.id]
    printed = [wording for wording in package.wording if holds(wording.when, case)]
    return Article(
        clause=package.clause,
        number=number,
        paragraphs=tuple(
            _paragraph(wording, printer, paragraph_number(number, position))
            for position, wording in enumerate(printed, start=1)
        ),
    )


def _paragraph(wording: Wording, printer: Printer, number: str = "") -> PrintedParagraph:
    return PrintedParagraph(
        zh=printer.runs(wording, "zh"),
        en=printer.runs(wording, "en"),
        number=number,
        highlighted=wording.highlighted,
    )


def _annexes_used(library: ClauseLibrary, selection: Selection, case: Circumstances) -> tuple[Annex, ...]:
    """The annexes that a printed paragraph refers to, and those that such an annex refers to."""
    known = {annex.id: annex for annex in library.annexes}
    waiting = _annex_names(
        w for package in selection.packages for w in package.wording if holds(w.when, case)
    )
    used: set[str] = set()
    while waiting:
        name = waiting.pop()
        used.add(name)
        waiting |= _annex_names(_printed_wordings(known[name], case)) - used
    return tuple(annex for annex in library.annexes if annex.id in used)


def _annex_names(wordings: Iterable[Wording]) -> set[str]:
    return {slot.name for wording in wordings for slot in wording.slots if slot.kind == "annex"}


def _printed_wordings(annex: Annex, case: Circumstances) -> list[Wording]:
    found: list[Wording] = []
    for part in annex.parts:
        if holds(part.text.when, case):
            found.extend(wording for wording in part.paragraphs if holds(wording.when, case))
            found.extend(cell for row in part.rows if holds(row.when, case) for cell in row.cells)
    return found


def _terms_in_use(selection: Selection, annexes: Iterable[Annex], case: Circumstances) -> frozenset[str]:
    """Fields the wording prints, and those of the selected clauses that matter without being printed."""
    wordings = [w for package in selection.packages for w in package.wording if holds(w.when, case)]
    wordings.extend(wording for annex in annexes for wording in _printed_wordings(annex, case))
    printed = {slot.name for wording in wordings for slot in wording.slots if slot.kind == "field"}
    own = {
        item.id for package in selection.packages for item in package.clause.fields if holds(item.when, case)
    }
    return frozenset(printed | own)


def _annex(annex: Annex, number: int, context: RowContext) -> PrintedAnnex:
    parts = (part for part in annex.parts if holds(part.text.when, context.case))
    return PrintedAnnex(
        id=annex.id,
        title=annex.title,
        number=number,
        parts=tuple(_part(part, context) for part in parts),
    )


def _part(part: Part, context: RowContext) -> PrintedPart:
    printer, case = context.printer, context.case
    paragraphs = [_paragraph(wording, printer) for wording in part.paragraphs if holds(wording.when, case)]
    table = _table(part, context)
    if table is not None and not table.rows:
        table = None
        if part.text.empty is not None:
            paragraphs.append(
                PrintedParagraph(zh=(Run(text=part.text.empty.zh),), en=(Run(text=part.text.empty.en),))
            )
    return PrintedPart(title=part.text.title, paragraphs=tuple(paragraphs), table=table)


def _table(part: Part, context: RowContext) -> PrintedTable | None:
    if part.text.rows_from is not None:
        return table_of(part, context)
    if not part.text.columns:
        return None
    rows = (row for row in part.rows if holds(row.when, context.case))
    return PrintedTable(
        columns=part.text.columns,
        rows=tuple(tuple(_cell(cell, context.printer) for cell in row.cells) for row in rows),
    )


def _cell(wording: Wording, printer: Printer) -> Bilingual:
    zh, en = (printer.text(wording, language) for language in LANGUAGES)
    return Bilingual(zh=zh, en=en)
