"""Prices an organisation was quoted: listed with all their terms, corrected, taken away and brought back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

import streamlit as st

from domain.costing.rates import PrivateRate
from ui.address import pick_in_address
from ui.cost_quote_form import QuoteChoices, QuoteForm, quote_form
from ui.cost_quote_terms import terms_said
from ui.cost_quote_typed import Values
from ui.cost_tables import unit
from ui.guard import Page
from ui.kit import head, link, mute, safe
from words.names import country_name
from words.numbers import day, plain, span

_OPEN = "quote_open"
_PRESSED = "quote_pressed"
NEW = "new"
_ORDERS: Mapping[str, Callable[[Any], Any]] = {
    "newest": lambda each: -each.quote.valid_from.toordinal(),
    "label": lambda each: each.quote.label.casefold(),
    "unit": lambda each: (each.quote.unit, each.quote.currency, each.quote.base),
}


class QuotedPrice(Protocol):
    """A quoted price as its organisation keeps it."""

    @property
    def id(self) -> str:
        """Of the record."""

    @property
    def quote(self) -> Any:
        """What was typed, field by field."""

    @property
    def by(self) -> str:
        """Who typed it last."""

    @property
    def rate(self) -> PrivateRate:
        """For the calculation."""

    @property
    def version(self) -> int:
        """How often it was kept."""


class QuoteOpened(NamedTuple):
    """A quote whose form is open, and what it was when the form was filled: a later change is never overwritten."""

    id: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteDesk:
    """What can be done with quoted prices, and what can be chosen for them.

    Attributes:
        keep: keeps a new one, or corrects the one with this id and version; returns None when it was refused.
        remove: takes it away.
        restore: brings it back.
        choices: what can be chosen in a form.
        refusal: why the last press was refused; empty when it was not.
    """

    keep: Callable[[QuoteOpened | None, Values], Any]
    remove: Callable[[Any], Any]
    restore: Callable[[Any], Any]
    choices: QuoteChoices
    refusal: str = ""


def quote_list(
    page: Page, quotes: Sequence[QuotedPrice], warnings: Mapping[str, str], desk: QuoteDesk
) -> None:
    """Every quoted price with its terms, its day, who typed it, and whether it is old.

    Args:
        page: the open page.
        quotes: those that count.
        warnings: by id, why a price has to be asked for anew.
        desk: what can be done.
    """
    if desk.refusal and not st.session_state.get(_PRESSED):
        st.error(desk.refusal)
    if not quotes:
        st.info(page.t("cost_view.quotes_none"))
    for each in _in_order(page, quotes):
        with st.container(border=True, gap="small", key=f"quote_{each.id}"):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"**{safe(each.quote.label)}**", width="content")
                st.markdown(_price(page, each.rate), width="content")
                if each.id in warnings:
                    st.badge(page.t("cost_view.quote_old"), icon=":material/schedule:", color="orange")
                st.space("stretch")
                _buttons(page, each, desk)
            mute(_about(page, each))
            if terms := list(terms_said(page, each.quote.terms)):
                mute(" · ".join(terms))
            if each.quote.note:
                mute(safe(each.quote.note))
            if each.id in warnings:
                mute(warnings[each.id])
            if (opened := _opened(each)) is not None:
                _form(page, each, opened, desk)


def _in_order(page: Page, quotes: Sequence[QuotedPrice]) -> Sequence[QuotedPrice]:
    """Sorted as somebody chose; one quote needs no choice."""
    if len(quotes) <= 1:
        return quotes
    order = pick_in_address(
        "sort",
        [*_ORDERS],
        "newest",
        label=page.t("quotes.sort"),
        words=lambda name: page.t(f"quotes.sorted_by.{name}"),
    )
    return sorted(quotes, key=_ORDERS[order])


def _buttons(page: Page, each: QuotedPrice, desk: QuoteDesk) -> None:
    is_open = _opened(each) is not None
    st.button(
        link(page.t("quotes.close" if is_open else "cost_view.quote_correct")),
        key=f"correct_{each.id}",
        type="tertiary",
        on_click=_open,
        args=(None if is_open else QuoteOpened(each.id, each.version),),
    )
    st.button(
        link(page.t("cost_view.remove")),
        key=f"remove_{each.id}",
        type="tertiary",
        on_click=_act,
        args=(desk.remove, each),
    )


def _open(opened: QuoteOpened | None) -> None:
    st.session_state[_OPEN] = opened


def _opened(each: QuotedPrice) -> QuoteOpened | None:
    """The quote as its form was filled; None while the form is closed."""
    opened: QuoteOpened | None = st.session_state.get(_OPEN)
    return opened if opened and opened.id == each.id else None


def _act(action: Callable[[Any], Any], each: QuotedPrice) -> None:
    """What no form is to blame for is said at the head of the page."""
    st.session_state[_PRESSED] = ""
    action(each)


def _form(page: Page, each: QuotedPrice | None, opened: QuoteOpened | None, desk: QuoteDesk) -> None:
    about = each.id if each else NEW

    def keep(values: Values) -> Any:
        st.session_state[_PRESSED] = about
        kept = desk.keep(opened, values)
        if kept is not None and opened is not None:
            _open(None)
        return kept

    refusal = desk.refusal if st.session_state.get(_PRESSED) == about else ""
    quote_form(
        page,
        QuoteForm(about=about, quote=each.quote if each else None, choices=desk.choices, keep=keep),
        refusal,
    )


def _price(page: Page, rate: PrivateRate) -> str:
    ends = dict.fromkeys(
        plain(page.language, value) for value in (rate.band.low, rate.band.base, rate.band.high)
    )
    return f"{span(*ends)} {unit(rate, page.language)}"


def _about(page: Page, each: QuotedPrice) -> str:
    quote = each.quote
    parts = [
        page.t(f"cost.basis.{quote.billing_basis}") if quote.billing_basis else "",
        country_name(page.language, quote.place) if quote.place else "",
        page.t("cost.quoted_on", day=day(page.language, quote.valid_from)),
        safe(quote.source),
        safe(each.by),
    ]
    return " · ".join(part for part in parts if part)


def removed_quotes(page: Page, quotes: Sequence[QuotedPrice], desk: QuoteDesk) -> None:
    """Those taken away, each with a button that brings it back."""
    if not quotes:
        return
    with st.expander(page.t("cost_view.quotes_removed", count=len(quotes))):
        for each in quotes:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"{safe(each.quote.label)} · {_price(page, each.rate)}", width="content")
                st.button(
                    link(f":material/undo: {page.t('ui.undo')}"),
                    key=f"restore_{each.id}",
                    type="tertiary",
                    on_click=_act,
                    args=(desk.restore, each),
                )


def new_quote(page: Page, desk: QuoteDesk) -> None:
    """The form of a new price."""
    head(page.t("cost_view.quote_new"), 3)
    with st.container(border=True):
        _form(page, None, None, desk)
