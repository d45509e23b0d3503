"""The figures of the trade articles, and entries about the register itself, in words."""

from decimal import Decimal

from domain.shared.sources import ArticleFigure, Bilingual, OldAfter
from services.sources.description import Description, note_of
from services.sources.printing import printed
from services.sources.walk import Named
from words import Language, say


def figure(owner: ArticleFigure, _named: Named, language: Language) -> Description:
    """A figure of a trade article: shown, never calculated with."""
    numbers = [value for value in owner.values if isinstance(value, int | Decimal)]
    texts = [value[language] if isinstance(value, Bilingual) else str(value) for value in owner.values]
    return Description(
        topic="article_figure",
        label=owner.label[language],
        value=printed(language, owner.unit, *numbers) if numbers else " ".join(texts),
        unverifiable=owner.unverifiable,
        note=" ".join(
            part
            for part in (
                say(language, "sources_page.meant_for", use=owner.use[language]),
                note_of(owner.note, language),
            )
            if part
        ),
    )


def old_after(owner: OldAfter, _named: Named, language: Language) -> Description:
    """When a figure counts as old."""
    value = printed(language, "month", owner.months)
    return Description(topic="register", label=owner.meaning[language], value=value, pages=("sources",))
