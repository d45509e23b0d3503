"""The small lines at the edges of a page: running title and page x of y."""

from collections.abc import Sequence

from domain.shared.sources import Language
from words import say

_BETWEEN = " · "


def running_title(title: Sequence[tuple[Language, str]]) -> str:
    """The title in all its languages, on one line."""
    return _BETWEEN.join(text for _, text in title)


def page_line(languages: Sequence[Language], page: str, pages: str) -> str:
    """Page x of y in all languages of the document, on one line."""
    return _BETWEEN.join(say(language, "documents.page_of", page=page, pages=pages) for language in languages)
