"""Prices an organisation was quoted: entered, corrected, taken away and brought back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Protocol, get_args

import streamlit as st

from domain.costing.currency import CURRENCIES
from domain.costing.hours import BASES
from domain.costing.rates import PriceUnit, PrivateRate
from ui.cost_tables import unit
from ui.guard import Page
from ui.kit import head, ink, link, mute, safe
from words.names import country_name
from words.numbers import day, plain, span

_UNITS: tuple[PriceUnit, ...] = get_args(PriceUnit)
_FIELD = "quote_field"
Values = Mapping[str, Any]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteActions:
    """What can be done with a quoted price.

    Attributes:
        keep: keeps a new one, or a corrected one; returns None when it was refused.
        remove: takes it away.
        restore: brings it back.
    """

    keep: Callable[[Any, Values], Any]
    remove: Callable[[Any], Any]
    restore: Callable[[Any], Any]


def quote_list(
    page: Page, quotes: Sequence[QuotedPrice], warnings: Mapping[str, str], actions: QuoteActions
) -> None:
    """Every quoted price with its day, who typed it, and whether it is old.

    Args:
        page: the open page.
        quotes: those that count.
        warnings: by id, why a price has to be asked for anew.
        actions: what can be done.
    """
    if not quotes:
        st.info(page.t("cost_view.quotes_none"))
    for each in quotes:
        with st.container(border=True, key=f"quote_{each.id}"):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"**{safe(each.quote.label)}**", width="content")
                st.markdown(_price(page, each.rate), width="content")
                if each.id in warnings:
                    st.badge(page.t("cost_view.quote_old"), icon=":material/schedule:", color="orange")
                st.space("stretch")
                st.button(
                    link(page.t("cost_view.remove")),
                    key=f"remove_{each.id}",
                    type="tertiary",
                    on_click=actions.remove,
                    args=(each,),
                )
            mute(_about(page, each))
            if each.id in warnings:
                mute(warnings[each.id])
            with st.expander(page.t("cost_view.quote_correct")):
                quote_form(page, each, actions.keep)


def _price(page: Page, rate: PrivateRate) -> str:
    ends = dict.fromkeys(
        plain(page.language, value) for value in (rate.band.low, rate.band.base, rate.band.high)
    )
    return f"{span(*ends)} {unit(rate, page.language)}"


def _about(page: Page, each: QuotedPrice) -> str:
    quote = each.quote
    parts = [
        page.t(f"cost.basis.{quote.billing_basis}") if quote.billing_basis else "",
        _place(page, quote.place) if quote.place else "",
        page.t("cost.quoted_on", day=day(page.language, quote.valid_from)),
        safe(quote.source),
        safe(each.by),
    ]
    return " · ".join(part for part in parts if part)


def _place(page: Page, code: str) -> str:
    return country_name(page.language, code)


def removed_quotes(page: Page, quotes: Sequence[QuotedPrice], actions: QuoteActions) -> None:
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
                    on_click=actions.restore,
                    args=(each,),
                )


def new_quote(page: Page, keep: Callable[[Any, Values], Any]) -> None:
    """The form of a new price."""
    head(page.t("cost_view.quote_new"), 3)
    with st.container(border=True):
        quote_form(page, None, keep)


def quote_form(page: Page, old: QuotedPrice | None, keep: Callable[[Any, Values], Any]) -> None:
    """The fields of a price; kept at one press, emptied when a new one was kept."""
    about = old.id if old else "new"
    opened = st.session_state.setdefault(f"{_FIELD}_{about}", 0)
    stem = f"{_FIELD}_{about}_{opened}"
    with st.form(stem, border=False):
        _fields(page, old, stem)
        label = page.t("cost_view.quote_keep")
        st.form_submit_button(
            ink(label) if old is None else label,
            key=f"{stem}_keep",
            type="primary" if old is None else "secondary",
            on_click=_submit,
            args=(about, stem, old, keep),
        )


def _fields(page: Page, old: QuotedPrice | None, stem: str) -> None:
    quote = old.quote if old else None
    st.text_input(page.t("cost_view.quote_label"), value=quote.label if quote else "", key=f"{stem}_label")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for name, choices, words in (
            ("unit", _UNITS, lambda each: page.t(f"costing.model.{each}")),
            ("currency", CURRENCIES, str),
            ("billing_basis", (None, *BASES), lambda each: page.t(f"cost.basis.{each}") if each else "–"),
        ):
            st.selectbox(
                page.t(f"cost_view.quote_{name}"),
                choices,
                index=choices.index(getattr(quote, name)) if quote else 0,
                format_func=words,
                key=f"{stem}_{name}",
                width=220,
            )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for name in ("low", "base", "high"):
            st.number_input(
                page.t(f"ui.{name}"),
                value=float(getattr(quote, name)) if quote else None,
                step=0.5,
                format="%g",
                key=f"{stem}_{name}",
                width=160,
            )
        st.date_input(
            page.t("cost_view.quote_valid_from"),
            value=quote.valid_from if quote else None,
            format="YYYY-MM-DD",
            key=f"{stem}_valid_from",
            width=180,
        )
    st.text_input(page.t("cost_view.quote_source"), value=quote.source if quote else "", key=f"{stem}_source")


def _submit(about: str, stem: str, old: QuotedPrice | None, keep: Callable[[Any, Values], Any]) -> None:
    kept = keep(old, {name: st.session_state[f"{stem}_{name}"] for name in _NAMES})
    if kept is not None:
        st.session_state[f"{_FIELD}_{about}"] += 1


_NAMES = ("label", "unit", "currency", "billing_basis", "low", "base", "high", "valid_from", "source")


def typed_price(values: Values) -> dict[str, Any] | None:
    """The fields as a quote takes them; None while an amount or the day is missing.

    A price with one amount is low, middle and high at once; a middle left out lies in between.
    """
    low, high, base, since = values["low"], values["high"], values["base"], values["valid_from"]
    given = [amount for amount in (low, base, high) if amount is not None]
    if not given or not isinstance(since, date):
        return None
    ends = [Decimal(str(amount)) for amount in given]
    bottom = Decimal(str(low)) if low is not None else min(ends)
    top = Decimal(str(high)) if high is not None else max(ends)
    middle = Decimal(str(base)) if base is not None else (bottom + top) / 2
    return {**values, "low": bottom, "base": middle, "high": top}
