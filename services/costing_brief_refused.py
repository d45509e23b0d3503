"""The cost brief of a plan that is refused: why, and no price that somebody could quote."""

from domain.costing.guardrails import refusals
from services.costing_brief_words import Brief, Part
from services.sentences import finding_sentence
from words.numbers import day


def refused_page(brief: Brief) -> tuple[Part, ...]:
    """What refuses the plan, one sentence each."""
    sentences = [finding_sentence(brief.language, each) for each in refusals(brief.cost.findings)]
    made_on = brief.t("cost_brief.made_on", day=day(brief.language, brief.today))
    return (
        Part(
            blocks=(
                brief.heading(brief.t("cost_brief.answer")),
                brief.paragraph(brief.t("cost.refused"), "highlight"),
                *brief.bullets(sentences),
                brief.paragraph(made_on, "note"),
            )
        ),
    )
