"""Exchange rates of a scenario: typed, or read from a file of the European Central Bank."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from domain.costing.currency import BASE, CURRENCIES, ExchangeRate
from domain.costing.scenario import Overrides
from ui.cost_overrides import Keep, back_button
from ui.guard import Page
from ui.kit import ink, mute
from words.numbers import day, plain


def exchange_form(
    page: Page,
    overrides: Overrides,
    keep: Keep,
    read_file: Callable[[bytes], Sequence[ExchangeRate] | None],
    today: date,
) -> None:
    """Exchange rates frozen into the scenario: typed, or from a file of the European Central Bank.

    Args:
        page: the open page.
        overrides: as they stand.
        keep: applies a change to what is stored.
        read_file: the rates of a file; None when it was refused.
        today: no rate is of a later day.
    """
    st.markdown(f"**{page.t('cost_view.over_exchange')}**")
    mute(page.t("cost_view.over_exchange_text"))
    for rate in overrides.exchange:
        with st.container(horizontal=True, vertical_alignment="center"):
            value = plain(page.language, rate.per_eur, 4)
            words = page.t(
                "cost_view.one_euro", value=value, currency=rate.currency, day=day(page.language, rate.on)
            )
            st.markdown(f"{words} · {page.t(f'cost_view.rate_kind.{rate.kind}')}", width="content")
            back_button(
                page,
                f"fx_{rate.currency}",
                partial(_without_exchange, code=rate.currency),
                keep,
            )
    with st.form("over_fx", clear_on_submit=True, border=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            codes = [code for code in CURRENCIES if code != BASE]
            st.selectbox(page.t("ui.currency"), codes, key="over_fx_currency", width=130)
            st.number_input(
                page.t("cost_view.per_euro"), value=None, format="%g", key="over_fx_value", width=160
            )
            st.date_input(
                page.t("cost_view.rate_day"),
                value=today,
                max_value=today,
                format="YYYY-MM-DD",
                key="over_fx_day",
                width=170,
            )
        st.form_submit_button(
            page.t("cost_view.over_keep"), key="over_fx_keep", on_click=_keep_exchange, args=(keep,)
        )
    uploaded = st.file_uploader(page.t("cost_view.ecb_file"), type="csv", key="over_ecb")
    if uploaded is not None:
        content = uploaded.getvalue()
        st.button(
            ink(page.t("cost_view.ecb_take")),
            key="over_ecb_take",
            type="primary",
            on_click=_keep_file,
            args=(keep, read_file, content),
        )


def _keep_exchange(keep: Keep) -> None:
    value, code = st.session_state["over_fx_value"], st.session_state["over_fx_currency"]
    on = st.session_state["over_fx_day"]
    if value is not None:
        keep(
            lambda old: _with_exchange(
                old, [ExchangeRate(currency=code, per_eur=float(value), on=on, kind="typed")]
            )
        )


def _keep_file(
    keep: Keep, read_file: Callable[[bytes], Sequence[ExchangeRate] | None], content: bytes
) -> None:
    rates = read_file(content)
    if rates is not None:
        keep(lambda old: _with_exchange(old, rates))


def _with_exchange(old: Overrides, rates: Sequence[ExchangeRate]) -> Overrides:
    known = {rate.currency: rate for rate in (*old.exchange, *rates)}
    return replace(old, exchange=tuple(known.values()))


def _without_exchange(old: Overrides, code: str) -> Overrides:
    return replace(old, exchange=tuple(rate for rate in old.exchange if rate.currency != code))
