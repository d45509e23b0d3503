"""The cost as a brief for a manager: four pages, the answer first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from documents.pages import lay_out
from documents.pdf import write_pdf
from domain.costing.guardrails import refusals
from domain.shared.paper import Document, PageBreak
from services.costing_brief_answer import answer_page
from services.costing_brief_money import money_page
from services.costing_brief_refused import refused_page
from services.costing_brief_risks import risks_page
from services.costing_brief_ways import people_page
from services.costing_brief_words import Brief, Part
from services.costing_kept import Costing
from words import Language, say

# A title wraps at some 20 Chinese characters; more than three lines would push the answer down.
_LONGEST_NAME = 60


def cost_brief(costing: Costing, language: Language, *, name: str, today: date) -> bytes:
    """The brief as PDF, four A4 pages; one that says why, for a plan that is refused.

    Args:
        costing: what it speaks of.
        language: of every word.
        name: of the project.
        today: the day it is made.
    """
    return write_pdf(brief_document(costing, language, name=name, today=today))


def brief_document(costing: Costing, language: Language, *, name: str, today: date) -> Document:
    """The brief before it is drawn; every part of it stands on one page."""
    brief = Brief(costing=costing, language=language, today=today)
    shown = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"
    title = ((language, say(language, "cost_brief.title", name=shown)),)
    subject = say(language, "cost_brief.subject")
    drawn = Document(form=language, title=title, blocks=(), subject=subject)
    for number, parts in enumerate(_pages(brief), start=1):
        before = (*drawn.blocks, PageBreak()) if drawn.blocks else ()
        drawn = _fitted(replace(drawn, blocks=before), parts, number)
    return drawn


def _pages(brief: Brief) -> tuple[tuple[Part, ...], ...]:
    if refusals(brief.cost.findings):
        return (refused_page(brief),)
    return answer_page(brief), money_page(brief), people_page(brief), risks_page(brief)


def _fitted(before: Document, parts: Sequence[Part], number: int) -> Document:
    """The document with one page more; what matters least gives way until that page holds it."""
    kept = list(parts)
    while True:
        below = tuple(block for part in kept for block in part.blocks)
        drawn = replace(before, blocks=(*before.blocks, *below))
        least = max(reversed(kept), key=lambda part: part.rank)
        if least.rank == 0 or len(lay_out(drawn)) <= number:
            return drawn
        kept.remove(least)
