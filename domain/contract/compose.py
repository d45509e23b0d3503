"""Puts a contract together: selection, numbers, words, annexes."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from domain.contract.agreement import Agreement, Article, printed_paragraph
from domain.contract.annex_filling import annexes_used, fill, prune
from domain.contract.circumstances import Circumstances
from domain.contract.clause_library import ClauseLibrary
from domain.contract.clauses import ClausePackage
from domain.contract.conditions import holds
from domain.contract.facts import AnnexFacts
from domain.contract.lexicon import Lexicon
from domain.contract.number import paragraph_number
from domain.contract.phrases import Printer
from domain.contract.row_context import RowContext
from domain.contract.select import Selection, select_clauses
from domain.contract.terms import Terms, value_from
from domain.contract.wording import Wording
from domain.shared.countries import Country


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
        case: the circumstances; what the settled terms say of them prevails (`as_agreed`).
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
    own = frozenset(item.id for package in selection.packages for item in package.clause.fields)
    wordings = [w for package in selection.packages for w in package.wording if holds(w.when, case)]
    annexes = annexes_used([prune(annex, case, own) for annex in library.annexes], wordings)
    printer = Printer(
        terms=terms,
        articles={package.clause.id: n for n, package in enumerate(selection.packages, start=1)},
        annexes={annex.id: n for n, annex in enumerate(annexes, start=1)},
        titles={package.clause.id: package.clause.title for package in library.packages},
        countries=countries,
        lexicon=lexicon,
    )
    articles = tuple(_article(package, printer, case) for package in selection.packages)
    wordings.extend(wording for annex in annexes for wording in annex.wordings)
    in_use = _terms_in_use(selection, wordings, case)
    context = RowContext(
        case=case, terms=terms, in_use=in_use, articles=articles, facts=facts, printer=printer
    )
    return Agreement(
        case=case,
        selection=selection,
        articles=articles,
        annexes=tuple(fill(annex, number, context) for number, annex in enumerate(annexes, start=1)),
        terms=terms,
        in_use=in_use,
        facts=facts,
        printer=printer,
    )


def as_agreed(case: Circumstances, terms: Terms) -> Circumstances:
    """The case as the contract's own terms say it, where a term holds a circumstance."""

    def text(name: str, otherwise: str) -> str:
        value = value_from(terms, f"requirements.{name}")
        return value if isinstance(value, str) else otherwise

    def codes(name: str, otherwise: Collection[str]) -> Collection[str]:
        value = value_from(terms, f"requirements.{name}")
        return value if isinstance(value, tuple) else otherwise

    signed = value_from(terms, "requirements.data_terms_signed_on")
    return replace(
        case,
        forum=text("forum", case.forum),
        # An open law stays open: no paragraph may rest on a law that nobody chose.
        law=text("governing_law", ""),
        holidays=text("holiday_service", case.holidays),
        billing=text("billing_model", case.billing),
        channels=codes("channels", case.channels),
        languages=codes("languages", case.languages),
        native_languages=codes("native_languages", case.native_languages),
        platforms=codes("platforms", case.platforms),
        markets=codes("markets", case.markets),
        data_terms_signed_on=signed if isinstance(signed, date) else case.data_terms_signed_on,
    )


def _article(package: ClausePackage, printer: Printer, case: Circumstances) -> Article:
    number = printer.articles[package.clause.id]
    printed = [wording for wording in package.wording if holds(wording.when, case)]
    return Article(
        clause=package.clause,
        number=number,
        paragraphs=tuple(
            printed_paragraph(wording, printer, paragraph_number(number, position))
            for position, wording in enumerate(printed, start=1)
        ),
    )


def _terms_in_use(selection: Selection, printed: Iterable[Wording], case: Circumstances) -> frozenset[str]:
    """Fields the wording prints, and those of the selected clauses that matter without being printed."""
    slots = {slot.name for wording in printed for slot in wording.slots if slot.kind == "field"}
    own = {
        item.id for package in selection.packages for item in package.clause.fields if holds(item.when, case)
    }
    return frozenset(slots | own)
