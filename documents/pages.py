"""The pages of a document, as the PDF draws them and as Word's table of contents quotes them."""

from dataclasses import dataclass

from documents.compose import compose
from documents.layout import Page, bookmark_pages, bookmarks_on_top, paginate
from domain.shared.outcomes import DomainError
from domain.shared.paper import Contents, Document


def lay_out(document: Document) -> list[Page]:
    """The pages of a document; a table of contents needs them twice, because it says where everything is.

    Raises:
        DomainError: a character that cannot be printed, or a table row higher than a page.
    """
    pages = paginate(compose(document))
    if any(isinstance(block, Contents) for block in document.blocks):
        # Page numbers stand in a column of their own, so knowing them moves nothing.
        pages = paginate(compose(document, bookmark_pages(pages)))
    return pages


@dataclass(frozen=True, slots=True)
class Placed:
    """Where our layout puts a heading of the outline: its page, blank while unknown, and whether it opens it."""

    page: str
    on_top: bool


def placed_headings(document: Document) -> tuple[Placed, ...]:
    """The page of each heading of the outline, for Word's table of contents and for the pages Word begins with one.

    Blank where our fonts lack a letter of the document: Word has more fonts, and finds the pages when asked to.
    """
    try:
        pages = lay_out(document)
    except DomainError as refusal:
        if refusal.code != "documents.no_glyph":
            raise
        return (Placed("", on_top=False),) * len(document.outline)
    return tuple(
        Placed(str(page), on_top)
        for page, on_top in zip(bookmark_pages(pages), bookmarks_on_top(pages), strict=True)
    )
