"""What gives answers without a person: the defaults, and the packs of platforms."""

from collections.abc import Sequence

from domain.requirements.origins import Offered
from services.catalog import catalog


def offered_in(markets: Sequence[str]) -> Offered:
    """The default of every question and what each pack fills in, for a merchant who sells to these markets."""
    known = catalog()
    book = known.book.of_markets(markets)
    defaults = {question.id: question.default for question in book.questions.values()}
    return {"default": defaults, **{pack.origin: pack.prefills_in(markets) for pack in known.packs.values()}}
