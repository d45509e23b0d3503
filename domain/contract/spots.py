"""Where on the paper a finding or a term stands, so that a click leads there."""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.contract.agreement import Agreement, Article
from domain.contract.number import annex_number, article_number
from domain.shared.layout import PrintedParagraph
from domain.shared.sources import Bilingual

NOWHERE = Bilingual(zh="", en="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place in the draft.

    Attributes:
        anchor: of the article or annex; empty for the contract as a whole.
        field: the term meant, empty for a whole article.
        label: "第六条 / Article 6"; empty for the contract as a whole.
    """

    anchor: str = ""
    field: str = ""
    label: Bilingual = NOWHERE


def spot_of(agreement: Agreement, place: str) -> Spot:
    """Where a finding's place is: a clause, ``annex.<id>``, ``field.<id>``, or anything else for the whole."""
    kind, _, name = place.partition(".")
    if kind == "field":
        return _spot_of_field(agreement, name)
    return next((spot for spot in _spots(agreement) if spot.anchor == place), Spot())


def _spot_of_field(agreement: Agreement, field_id: str) -> Spot:
    """Where a term is printed first; one that only a table prints is found at the clause it belongs to."""
    for spot, paragraphs in _printed(agreement):
        if any(run.field == field_id for paragraph in paragraphs for run in paragraph.zh):
            return Spot(anchor=spot.anchor, field=field_id, label=spot.label)
    for article in agreement.articles:
        if any(item.id == field_id for item in article.clause.fields):
            spot = _spot_of_article(article)
            return Spot(anchor=spot.anchor, field=field_id, label=spot.label)
    return Spot(field=field_id)


def _printed(agreement: Agreement) -> Iterator[tuple[Spot, tuple[PrintedParagraph, ...]]]:
    texts = [article.paragraphs for article in agreement.articles]
    texts += [tuple(p for part in annex.parts for p in part.paragraphs) for annex in agreement.annexes]
    return zip(_spots(agreement), texts, strict=True)


def _spots(agreement: Agreement) -> Iterator[Spot]:
    yield from (_spot_of_article(article) for article in agreement.articles)
    for annex in agreement.annexes:
        label = Bilingual(zh=annex_number("zh", annex.number), en=annex_number("en", annex.number))
        yield Spot(anchor=f"annex.{annex.id}", label=label)


def _spot_of_article(article: Article) -> Spot:
    label = Bilingual(zh=article_number("zh", article.number), en=article_number("en", article.number))
    return Spot(anchor=article.clause.id, label=label)
