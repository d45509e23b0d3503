"""Prices the organisation was quoted: kept once for all its projects, seen by nobody else."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from domain.shared.outcomes import DomainError
from services.catalog import catalog
from services.costing_quote_rows import Quote
from services.costing_quotes import (
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
from ui.cost_form import attempt, form_title, refuse, take_refusal
from ui.cost_quote_form import QuoteChoices
from ui.cost_quote_typed import typed_price
from ui.cost_quotes import QuoteDesk, QuoteOpened, new_quote, quote_list, removed_quotes
from ui.guard import open_page
from ui.journey import go, open_project
from words.names import country_name, language_name

page = open_page("quotes")
opened = open_project(page, read_open_project)
project, language = opened.stored.id, page.language
act = partial(attempt, page, partial(explain, language))


def keep(old: QuoteOpened | None, values: Mapping[str, Any]) -> Any:
    """A new price, or a corrected one; None when it was refused."""
    try:
        typed = typed_price(values)
    except DomainError as refusal:
        refuse(explain(language, refusal))
        return None
    if typed is None:
        refuse(page.t("cost_view.quote_incomplete"))
        return None
    if old is None:
        return act(add_quote, Quote(**typed))
    return act(change_quote, old.id, Quote(**typed), version=old.version)


quotes = list_quotes(page.actor)
spoken = [
    *opened.requirements.record.languages,
    *(code for each in quotes for code in each.quote.terms.premiums),
]
desk = QuoteDesk(
    keep=keep,
    remove=lambda quote: act(delete_quote, quote.id, version=quote.version),
    restore=lambda quote: act(restore_quote, quote.id),
    choices=QuoteChoices(
        countries={code: country_name(language, code) for code in catalog().countries},
        languages={code: language_name(language, code) for code in spoken},
    ),
    refusal=take_refusal(),
)
form_title(page, page.t("place.quotes"), page.t("cost_view.quotes_intro"), lambda: go("cost", project))
warnings = {
    finding.place.removeprefix("private."): finding_sentence(language, finding)
    for finding in rate_warnings([quote.rate for quote in quotes], now().date())
}
quote_list(page, quotes, warnings, desk)
removed_quotes(page, list_quotes(page.actor, deleted=True), desk)
new_quote(page, desk)
