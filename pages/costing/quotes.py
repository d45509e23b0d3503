"""Prices the organisation was quoted: kept once for all its projects, seen by nobody else."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from services.costing_quotes import (
    Quote,
    QuoteView,
    add_quote,
    change_quote,
    delete_quote,
    list_quotes,
    restore_quote,
)
from services.costing_rates import rate_warnings
from services.journey import read_open_project
from services.sentences import explain, finding_sentence
from services.unit import now
from ui.cost_form import attempt, form_head, refuse
from ui.cost_quotes import QuoteActions, new_quote, quote_list, removed_quotes, typed_price
from ui.guard import open_page
from ui.journey import go, open_project

page = open_page("quotes")
project = open_project(page, read_open_project).stored.id
act = partial(attempt, page, partial(explain, page.language))


def keep(old: QuoteView | None, values: Mapping[str, Any]) -> Any:
    """A new price, or a corrected one; None when it was refused."""
    typed = typed_price(values)
    if typed is None:
        refuse(page.t("cost_view.quote_incomplete"))
        return None
    quote = Quote(**typed, place=old.quote.place if old else "")
    if old is None:
        return act(add_quote, quote)
    return act(change_quote, old.id, quote, version=old.version)


actions = QuoteActions(
    keep=keep,
    remove=lambda quote: act(delete_quote, quote.id, version=quote.version),
    restore=lambda quote: act(restore_quote, quote.id),
)
form_head(page, page.t("place.quotes"), page.t("cost_view.quotes_intro"), lambda: go("cost", project))
quotes = list_quotes(page.actor)
warnings = {
    finding.place.removeprefix("private."): finding_sentence(page.language, finding)
    for finding in rate_warnings([quote.rate for quote in quotes], now().date())
}
quote_list(page, quotes, warnings, actions)
removed_quotes(page, list_quotes(page.actor, deleted=True), actions)
new_quote(page, keep)
