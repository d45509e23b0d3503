"""Which questions a vendor is asked, and which rows its price form has."""

from collections.abc import Iterable, Iterator

from domain.shared.sources import Bilingual
from domain.sourcing.conditions import SourcingCase, holds
from domain.sourcing.wording import DiligenceQuestion, DiligenceTopic, PriceGroup, PriceRow


def relevant_questions(
    topics: Iterable[DiligenceTopic], case: SourcingCase
) -> Iterator[tuple[DiligenceTopic, tuple[DiligenceQuestion, ...]]]:
    """The topics with the questions that matter in a case; a topic without any is left out."""
    for topic in topics:
        asked = tuple(question for question in topic.question if holds(question.when, case))
        if asked:
            yield topic, asked


def question_text(question: DiligenceQuestion, case: SourcingCase) -> Bilingual:
    """A question with the sentences that the case adds."""
    texts = [question.text, *(also.text for also in question.also if holds(also.when, case))]
    return Bilingual(zh="".join(text.zh for text in texts), en=" ".join(text.en for text in texts))


def price_rows(
    groups: Iterable[PriceGroup], case: SourcingCase, billing_model: str
) -> Iterator[tuple[PriceGroup, tuple[PriceRow, ...]]]:
    """The groups with the rows that a billing model and a case ask for; a group without any is left out."""
    for group in groups:
        rows = tuple(
            row
            for row in group.row
            if (not row.models or billing_model in row.models) and holds(row.when, case)
        )
        if rows:
            yield group, rows
