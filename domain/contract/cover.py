"""The cover: every negotiated value with where it comes from, and what is still missing."""

import re
from collections.abc import Iterator, Mapping

from domain.contract.agreement import Agreement, Article
from domain.contract.clauses import CHAPTERS, Chapter
from domain.contract.phrases import Printer
from domain.contract.terms import Term
from domain.shared.layout import Column, Layout, PrintedTable
from domain.shared.paper import Block
from domain.shared.sources import Bilingual, Language, Source

# "33(1), 33(2)", "L175-L177": articles of a statute or lines of an article.
_PLACE = re.compile(r"L?\d[\dL()\-,; ]*")


def cover(agreement: Agreement, layout: Layout, sources: Mapping[str, Source]) -> Iterator[Block]:
    """Status, the terms by chapter, and the lists a lawyer works through before signing."""
    words = CoverWords(agreement.printer, sources)
    yield from layout.sentence(words.say("cover.status"), style="highlight")
    yield from layout.sentence(words.say("cover.case", case=words.say(f"case.{agreement.case.jurisdiction}")))
    yield layout.heading(1, words.say("cover.terms"), "cover.terms")
    yield from layout.sentence(words.say("cover.terms_intro"), style="note")
    for chapter in CHAPTERS:
        yield from _terms_of(chapter, agreement, layout, words)
    yield layout.heading(1, words.say("cover.before_signing"), "cover.before_signing")
    yield from _open_terms(agreement, layout, words)
    yield from _legal_review(agreement, layout, words)
    yield from _short_clauses(agreement, layout, words)
    yield from _left_out(agreement, layout, words)


def terms_by_chapter(agreement: Agreement) -> Mapping[Chapter, tuple[tuple[Article, Term], ...]]:
    """The terms in use under the article that introduces them, chapter by chapter, articles in order.

    A term whose own clause is not in the contract stands under the first article that prints it.
    """
    found: dict[Chapter, list[tuple[Article, Term]]] = {chapter: [] for chapter in CHAPTERS}
    listed: set[str] = {item.id for article in agreement.articles for item in article.clause.fields}
    for article in agreement.articles:
        own = [item.id for item in article.clause.fields if item.id in agreement.in_use]
        borrowed = [name for name in _printed_fields(article) if name not in listed]
        listed.update(borrowed)
        found[article.clause.chapter].extend((article, agreement.terms[name]) for name in own + borrowed)
    return {chapter: tuple(rows) for chapter, rows in found.items()}


def _printed_fields(article: Article) -> tuple[str, ...]:
    runs = (run for paragraph in article.paragraphs for run in paragraph.zh)
    return tuple(dict.fromkeys(run.field for run in runs if run.field))


def open_terms(agreement: Agreement) -> tuple[tuple[Article, Term], ...]:
    """The terms in use that nobody has given a value yet, in the order of the contract."""
    rows = (row for chapter in terms_by_chapter(agreement).values() for row in chapter)
    return tuple((article, term) for article, term in rows if term.value is None)


class CoverWords:
    """The sentences of the cover, in both languages at once."""

    def __init__(self, printer: Printer, sources: Mapping[str, Source]) -> None:
        self._printer = printer
        self._sources = sources

    def say(self, key: str, **values: Bilingual | int) -> Bilingual:
        """Words of the contract table, their values in the same language."""
        return Bilingual(zh=self._said("zh", key, values), en=self._said("en", key, values))

    def _said(self, language: Language, key: str, values: Mapping[str, Bilingual | int]) -> str:
        spoken = {n: v[language] if isinstance(v, Bilingual) else v for n, v in values.items()}
        return self._printer.lexicon.say(language, f"contract.{key}", **spoken)

    def value(self, term: Term) -> Bilingual:
        """The value as the clause prints it."""
        return Bilingual(zh=self._printer.term(term, "zh"), en=self._printer.term(term, "en"))

    def origin(self, term: Term) -> Bilingual:
        """Where the value comes from; unverified figures say so."""
        plain = self.say(f"from.{term.origin}")
        detail = term.detail or self._source(term)
        return self.say("from.with_detail", origin=plain, detail=detail) if detail else plain

    def _source(self, term: Term) -> Bilingual | None:
        known = self._sources.get(term.source)
        if known is None:
            return None
        locator = term.field.origin.locator if term.origin == "default" and term.field.origin else ""
        # A place is cited where a reader can look it up; locators in words are notes to negotiators.
        if known.kind in {"law", "article"} and isinstance(locator, str) and _PLACE.fullmatch(locator):
            place = locator.replace("L", "")
            named = self.say(f"from.at_{known.kind}", title=known.title, place=Bilingual(zh=place, en=place))
        else:
            named = known.title
        weak = known.kind in {"article", "memory"} or known.confidence == "low"
        return self.say("from.unverified", source=named) if weak else named

    def columns(self, *heads: tuple[str, int]) -> tuple[Column, ...]:
        """Columns of a cover table: word key and relative width."""
        return tuple(Column(head=self.say(f"cover.head.{key}"), width=width) for key, width in heads)


def _number(article: Article) -> Bilingual:
    """The head of the column says what it is."""
    return Bilingual(zh=str(article.number), en=str(article.number))


def _terms_of(chapter: Chapter, agreement: Agreement, layout: Layout, words: CoverWords) -> Iterator[Block]:
    rows = terms_by_chapter(agreement)[chapter]
    if not rows:
        return
    table = PrintedTable(
        columns=words.columns(("article", 9), ("term", 32), ("value", 28), ("origin", 31)),
        rows=tuple(
            (_number(article), term.field.label, words.value(term), words.origin(term))
            for article, term in rows
        ),
    )
    yield layout.heading(3, words.say(f"chapter.{chapter}"), f"cover.{chapter}")
    yield from layout.tables(table, f"cover.{chapter}")


def _open_terms(agreement: Agreement, layout: Layout, words: CoverWords) -> Iterator[Block]:
    rows = tuple((_number(article), term.field.label) for article, term in open_terms(agreement))
    columns = words.columns(("article", 9), ("term", 91))
    yield from _list("open", PrintedTable(columns=columns, rows=rows), layout, words)


def _legal_review(agreement: Agreement, layout: Layout, words: CoverWords) -> Iterator[Block]:
    rows = tuple(
        (_number(article), article.clause.title, article.clause.legal_review)
        for article in agreement.articles
        if article.clause.legal_review is not None
    )
    columns = words.columns(("article", 9), ("clause", 30), ("reason", 61))
    yield from _list("review", PrintedTable(columns=columns, rows=rows), layout, words)


def _short_clauses(agreement: Agreement, layout: Layout, words: CoverWords) -> Iterator[Block]:
    rows = tuple(
        (_number(article), article.clause.title)
        for article in agreement.articles
        if article.clause.depth == "sample"
    )
    columns = words.columns(("article", 9), ("clause", 91))
    yield from _list("short", PrintedTable(columns=columns, rows=rows), layout, words)


def _left_out(agreement: Agreement, layout: Layout, words: CoverWords) -> Iterator[Block]:
    titles = agreement.printer.titles
    rows = tuple((titles[clause_id],) for clause_id in sorted(agreement.selection.left_out))
    if rows:
        table = PrintedTable(columns=words.columns(("clause", 100)), rows=rows)
        yield from _list("left_out", table, layout, words)


def _list(name: str, table: PrintedTable, layout: Layout, words: CoverWords) -> Iterator[Block]:
    """One of the cover's lists: heading, what it means, and the rows or the sentence that there are none."""
    yield layout.heading(3, words.say(f"cover.{name}"), f"cover.{name}")
    key = "intro" if table.rows else "none"
    yield from layout.sentence(words.say(f"cover.{name}_{key}", count=len(table.rows)), style="note")
    yield from layout.tables(table, f"cover.{name}")
