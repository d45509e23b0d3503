"""The draft: cover, articles and annexes of an agreement as one document, in Chinese, English or both."""

from collections.abc import Iterator, Mapping

from domain.contract.agreement import Agreement, PrintedAnnex
from domain.contract.clauses import CHAPTERS
from domain.contract.cover import CoverWords, cover
from domain.contract.number import annex_number, article_number, chapter_number
from domain.shared.layout import Layout, PrintedTable
from domain.shared.paper import Block, Document, Form, PageBreak
from domain.shared.sources import Bilingual, Source


def build_draft(form: Form, agreement: Agreement, sources: Mapping[str, Source]) -> Document:
    """The whole draft contract as a document.

    Args:
        form: one language, or both with paired paragraphs.
        agreement: what `compose` made.
        sources: the register of sources, for "from where" on the cover.
    """
    layout = Layout(form=form)
    words = CoverWords(agreement.printer, sources)
    title = words.say("title")
    blocks: list[Block] = [
        *_parties(agreement, layout, words),
        *cover(agreement, layout, sources),
        PageBreak(),
    ]
    blocks.extend(_articles(agreement, layout, words))
    blocks.extend(_signatures(agreement, layout, words))
    blocks.append(PageBreak())
    for annex in agreement.annexes:
        blocks.extend(_annex(annex, layout))
    return Document(
        form=form,
        title=layout.texts(title),
        blocks=tuple(blocks),
        mark=" ".join(text for _, text in layout.texts(words.say("mark"))),
        subject=" / ".join(text for _, text in layout.texts(words.say("subject"))),
    )


def party_names(agreement: Agreement) -> tuple[Bilingual, Bilingual]:
    """Names of merchant and vendor as the contract prints them; "to be agreed" while one is open."""
    return _party(agreement, "requirements.merchant_name"), _party(agreement, "requirements.vendor_name")


def _party(agreement: Agreement, prefill: str) -> Bilingual:
    printer = agreement.printer
    term = next((t for t in agreement.terms.values() if t.field.prefill == prefill), None)
    if term is None:
        return Bilingual(
            zh=printer.lexicon.say("zh", "contract.open"), en=printer.lexicon.say("en", "contract.open")
        )
    return Bilingual(zh=printer.term(term, "zh"), en=printer.term(term, "en"))


def _parties(agreement: Agreement, layout: Layout, words: CoverWords) -> Iterator[Block]:
    merchant, vendor = party_names(agreement)
    yield from layout.sentence(words.say("party.merchant", name=merchant), style="party")
    yield from layout.sentence(words.say("party.vendor", name=vendor), style="party")


def _articles(agreement: Agreement, layout: Layout, words: CoverWords) -> Iterator[Block]:
    number = 0
    for chapter in CHAPTERS:
        articles = [article for article in agreement.articles if article.clause.chapter == chapter]
        if not articles:
            continue
        number += 1
        head = _numbered(
            chapter_number("zh", number), chapter_number("en", number), words.say(f"chapter.{chapter}")
        )
        yield layout.heading(1, head, f"chapter.{chapter}")
        for article in articles:
            zh, en = article_number("zh", article.number), article_number("en", article.number)
            yield layout.heading(2, _numbered(zh, en, article.clause.title), article.clause.id)
            for paragraph in article.paragraphs:
                yield from layout.paragraphs(paragraph, anchor=article.clause.id)


def _numbered(zh: str, en: str, title: Bilingual) -> Bilingual:
    return Bilingual(zh=f"{zh} {title.zh}", en=f"{en} {title.en}")


def _signatures(agreement: Agreement, layout: Layout, words: CoverWords) -> Iterator[Block]:
    """Where the parties sign: every cell says what belongs there, none is empty."""
    merchant, vendor = party_names(agreement)
    place = words.say("sign.place")
    yield layout.heading(1, words.say("sign.title"), "signatures")
    yield from layout.sentence(words.say("sign.intro"))
    table = PrintedTable(
        columns=words.columns(("signing", 24), ("merchant", 38), ("vendor", 38)),
        rows=(
            (words.say("sign.name"), merchant, vendor),
            (words.say("sign.signatory"), place, place),
            (words.say("sign.signature"), place, place),
            (words.say("sign.date"), place, place),
        ),
    )
    yield from layout.tables(table, "signatures")


def _annex(annex: PrintedAnnex, layout: Layout) -> Iterator[Block]:
    head = _numbered(annex_number("zh", annex.number), annex_number("en", annex.number), annex.title)
    anchor = f"annex.{annex.id}"
    yield layout.heading(1, head, anchor)
    for part in annex.parts:
        yield layout.heading(3, part.title, anchor)
        for paragraph in part.paragraphs:
            yield from layout.paragraphs(paragraph, anchor=anchor)
        if part.table is not None:
            yield from layout.tables(part.table, anchor)
