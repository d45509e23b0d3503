"""The form of a quote: its price first, every other term folded below it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, get_args

import streamlit as st

from domain.costing.currency import CURRENCIES
from domain.costing.hours import BASES
from domain.costing.quote_terms import NO_TERMS, Banding, QuoteTerms
from domain.costing.rates import PriceUnit
from domain.costing.surcharges import SURCHARGES, SurchargeRule
from ui.cost_quote_typed import MONTHLY, ONCE, Values
from ui.forms import as_percent
from ui.guard import Page
from ui.kit import ink, mute, problem

_UNITS: tuple[PriceUnit, ...] = get_args(PriceUnit)
_BANDINGS: tuple[Banding, ...] = get_args(Banding)
_RULES: tuple[SurchargeRule | None, ...] = (None, *get_args(SurchargeRule))
_FEWEST_ROWS = 3
# Two fields fit beside each other on a phone.
_PAIR_WIDTH = 110
_FIELD = "quote_field"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteChoices:
    """What can be chosen in the form, by code, as people read it.

    Attributes:
        countries: where a vendor may work.
        languages: that a quote may charge more for.
    """

    countries: Mapping[str, str]
    languages: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteForm:
    """One form: a new quote, or one to correct.

    Attributes:
        about: id of the quote; ``new`` for none.
        quote: what it starts with; None for a new one.
        choices: what can be chosen.
        keep: keeps what was typed; returns None when it was refused.
    """

    about: str
    quote: Any
    choices: QuoteChoices
    keep: Callable[[Values], Any]

    @property
    def stem(self) -> str:
        """The keys of its fields begin with it; a kept form begins anew."""
        return f"{_FIELD}_{self.about}_{st.session_state.setdefault(f'{_FIELD}_{self.about}', 0)}"

    @property
    def terms(self) -> QuoteTerms:
        """The terms it starts with."""
        return self.quote.terms if self.quote else NO_TERMS


def quote_form(page: Page, form: QuoteForm, refusal: str) -> None:
    """The fields of a quote, kept at one press; what was typed stays when it is refused.

    Args:
        page: the open page.
        form: which quote.
        refusal: why the last press was refused; empty when it was not.
    """
    with st.form(form.stem, border=False):
        _price(page, form)
        with st.expander(page.t("quotes.more"), expanded=form.terms != NO_TERMS):
            _terms(page, form)
        if refusal:
            problem(refusal)
        label = page.t("cost_view.quote_keep")
        st.form_submit_button(
            label if form.quote else ink(label),
            key=f"{form.stem}_keep",
            type="secondary" if form.quote else "primary",
            on_click=_submit,
            args=(form, form.stem),
        )


def _price(page: Page, form: QuoteForm) -> None:
    quote, stem = form.quote, form.stem
    st.text_input(page.t("cost_view.quote_label"), value=quote.label if quote else "", key=f"{stem}_label")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _choice(page, form, "unit", _UNITS, lambda each: page.t(f"costing.model.{each}"))
        _choice(page, form, "currency", CURRENCIES, str)
        _choice(
            page,
            form,
            "billing_basis",
            (None, *BASES),
            lambda each: page.t(f"cost.basis.{each}") if each else "–",
        )
    with st.grid(4, min_column_width=_PAIR_WIDTH):
        for name in ("low", "base", "high"):
            _number(form, name, page.t(f"ui.{name}"), getattr(quote, name, None))
        st.date_input(
            page.t("cost_view.quote_valid_from"),
            value=quote.valid_from if quote else None,
            format="YYYY-MM-DD",
            key=f"{stem}_valid_from",
        )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        countries = ["", *form.choices.countries]
        st.selectbox(
            page.t("quotes.country"),
            countries,
            index=countries.index(quote.place) if quote and quote.place in countries else 0,
            format_func=lambda code: form.choices.countries.get(code, "–"),
            key=f"{stem}_place",
            width=260,
        )
        st.text_input(
            page.t("cost_view.quote_source"),
            value=quote.source if quote else "",
            key=f"{stem}_source",
            width="stretch",
        )


def _choice(
    page: Page, form: QuoteForm, name: str, choices: Sequence[Any], words: Callable[[Any], str]
) -> None:
    st.selectbox(
        page.t(f"cost_view.quote_{name}"),
        choices,
        index=choices.index(getattr(form.quote, name)) if form.quote else 0,
        format_func=words,
        key=f"{form.stem}_{name}",
        width=220,
    )


def _number(form: QuoteForm, name: str, label: str, value: Any, **widget: Any) -> None:
    st.number_input(
        label,
        value=None if value is None else float(value),
        format="%g",
        key=f"{form.stem}_{name}",
        **{"step": 0.5, **widget},
    )


def _terms(page: Page, form: QuoteForm) -> None:
    """Everything beside the price; what a quote does not name stays empty."""
    terms = form.terms
    mute(page.t("quotes.empty_or_zero"))
    _amounts(page, form, MONTHLY)
    st.markdown(f"**{page.t('quotes.tiers')}**")
    mute(page.t("quotes.tiers_text"))
    st.segmented_control(
        page.t("quotes.banding"),
        _BANDINGS,
        default=terms.banding,
        format_func=lambda each: page.t(f"quotes.banding_is.{each}"),
        key=f"{form.stem}_banding",
        label_visibility="collapsed",
    )
    for row, tier in enumerate(_padded(terms.tiers)):
        with st.grid(2, min_column_width=_PAIR_WIDTH):
            shown = _label_of(row)
            above, price = getattr(tier, "above", None), getattr(tier, "price", None)
            _number(form, f"above_{row}", page.t("quotes.above"), above, step=100.0, **shown)
            _number(form, f"tier_{row}", page.t("quotes.tier_price"), price, **shown)
    st.markdown(f"**{page.t('quotes.surcharges')}**")
    with st.grid(4, min_column_width=_PAIR_WIDTH):
        for name in SURCHARGES:
            _share(form, name, page.t(f"costing.line.{name}"), terms.surcharges.get(name))
    st.selectbox(
        page.t("quotes.rule"),
        _RULES,
        index=_RULES.index(terms.surcharge_rule),
        format_func=lambda each: page.t(f"quotes.rule_is.{each}") if each else "–",
        key=f"{form.stem}_rule",
        width=260,
    )
    st.markdown(f"**{page.t('quotes.premiums')}**")
    for row, premium in enumerate(_padded(tuple(terms.premiums.items()))):
        _premium(page, form, row, premium)
    st.markdown(f"**{page.t('quotes.once')}**")
    _amounts(page, form, ONCE)
    note = form.quote.note if form.quote else ""
    st.text_area(page.t("quotes.note"), value=note, key=f"{form.stem}_note")


def _amounts(page: Page, form: QuoteForm, names: Iterable[str]) -> None:
    with st.grid(3, min_column_width=160):
        for name in names:
            _number(form, name, page.t(f"quotes.{name}"), getattr(form.terms, name), step=100.0)


def _share(form: QuoteForm, name: str, label: str, share: Decimal | None, **widget: Any) -> None:
    _number(form, name, label, as_percent(share), step=5.0, icon=":material/percent:", **widget)


def _premium(page: Page, form: QuoteForm, row: int, premium: tuple[str, Decimal] | None) -> None:
    code, share = premium or (None, None)
    codes = [*form.choices.languages]
    with st.grid(2, min_column_width=_PAIR_WIDTH):
        st.selectbox(
            page.t("quotes.language"),
            codes,
            index=codes.index(code) if code in codes else None,
            format_func=lambda each: form.choices.languages[each],
            placeholder=page.t("ui.choose"),
            key=f"{form.stem}_language_{row}",
            **_label_of(row),
        )
        _share(form, f"premium_{row}", page.t("quotes.premium"), share, **_label_of(row))


def _label_of(row: int) -> dict[str, Any]:
    """Rows stand under the labels of the first."""
    return {"label_visibility": "collapsed"} if row else {}


def _padded(rows: Sequence[Any]) -> Sequence[Any]:
    """The rows there are, then empty ones to type into."""
    return [*rows, *[None] * max(1, _FEWEST_ROWS - len(rows))]


def _submit(form: QuoteForm, stem: str) -> None:
    prefix = f"{stem}_"
    values = {
        key.removeprefix(prefix): value
        for key, value in st.session_state.items()
        if isinstance(key, str) and key.startswith(prefix)
    }
    if form.keep(values) is not None:
        st.session_state[f"{_FIELD}_{form.about}"] += 1
