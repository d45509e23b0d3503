"""The terms of a quote as its list says them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from domain.costing.quote_terms import QuoteTerms
from ui.cost_quote_typed import MONTHLY, ONCE
from ui.guard import Page
from words import Language
from words.names import language_name
from words.numbers import plain


def terms_said(page: Page, terms: QuoteTerms) -> Iterator[str]:
    """Every term the quote names, in the order of the form.

    Args:
        page: the open page.
        terms: beside the price.
    """
    yield from _amounts(page, terms, MONTHLY)
    for tier in terms.tiers:
        above, price = (plain(page.language, value) for value in (tier.above, tier.price))
        yield page.t("quotes.tier", above=above, price=price)
    if terms.tiers:
        yield page.t(f"quotes.banding_is.{terms.banding}")
    yield from _shares(page, terms)
    yield from _amounts(page, terms, ONCE)


def _amounts(page: Page, terms: QuoteTerms, names: Sequence[str]) -> Iterator[str]:
    for name in names:
        if (value := getattr(terms, name)) is not None:
            yield page.t("quotes.named", name=page.t(f"quotes.{name}"), value=plain(page.language, value))


def _shares(page: Page, terms: QuoteTerms) -> Iterator[str]:
    """Surcharges with their rule, and what languages cost more."""
    t, language = page.t, page.language
    shares = {t(f"costing.line.{name}"): share for name, share in terms.surcharges.items()}
    premiums = {language_name(language, code): share for code, share in terms.premiums.items()}
    for name, share in shares.items():
        yield t("quotes.named", name=name, value=_percent(language, share))
    if terms.surcharge_rule:
        yield t("quotes.named", name=t("quotes.rule"), value=t(f"quotes.rule_is.{terms.surcharge_rule}"))
    for name, share in premiums.items():
        yield t("quotes.more_for", name=name, value=_percent(language, share))


def _percent(language: Language, share: Decimal) -> str:
    """As it was typed: 12.5%, 50%."""
    return f"{plain(language, share * 100)}%"
