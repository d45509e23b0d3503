"""The pages of a document, as the PDF draws them and as Word's table of contents quotes them."""

from documents.compose import compose
from documents.layout import Page, bookmark_pages, paginate
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


def heading_pages(document: Document) -> tuple[str, ...]:
    """The page of each heading of the outline, for Word's table of contents.

    Blank where our fonts lack a letter of the document: Word has more fonts, and finds the pages when asked to.
    """
    try:
        return tuple(str(page) for page in bookmark_pages(lay_out(document)))
    except DomainError as refusal:
        if refusal.code != "documents.no_glyph":
            raise
        return ("",) * len(document.outline)
