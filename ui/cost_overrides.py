"""What a scenario changes, as fields: answers, prices of places, exchange rates, ranges of uncertain inputs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import streamlit as st

from domain.costing.draws import Range
from domain.costing.hours import BASES
from domain.costing.scenario import Overrides, TypedRate
from domain.requirements.record import Record
from ui.cost_changes import Names
from ui.forms import field
from ui.guard import Page
from ui.kit import link, mute, safe
from ui.questionnaire_fields import field_of
from words.numbers import day, plain, span

Keep = Callable[[Callable[[Overrides], Overrides]], Any]
_ASKED, _PLACE, _INPUT = "scenario_question", "scenario_place", "scenario_input"


def rename_form(page: Page, name: str, rename: Callable[[str], Any]) -> None:
    """The name as a field; a new one is kept on leaving it."""
    st.text_input(
        page.t("cost_view.scenario_name"),
        value=name,
        key="scenario_rename",
        on_change=lambda: rename(st.session_state["scenario_rename"]),
    )


def not_yours(page: Page, owner: str) -> None:
    """A colleague's scenario is looked at, and copied to be changed."""
    st.info(page.t("cost_view.not_yours", owner=safe(owner)))


def answers_form(
    page: Page, record: Record, overrides: Overrides, questions: Sequence[str], keep: Keep, stem: str
) -> None:
    """The answers that differ, each as the questionnaire asks it, and one more to choose.

    Args:
        page: the open page.
        record: with the scenario's answers in it.
        overrides: as they stand.
        questions: that may be answered differently.
        keep: applies a change to what is stored.
        stem: of the widget keys; another one for every stored state.
    """
    st.markdown(f"**{page.t('cost_view.over_answers')}**")
    book, language = record.book, page.language
    open_ones = [name for name in questions if name not in overrides.answers and record.applies(name)]
    chosen = st.selectbox(
        page.t("cost_view.over_choose"),
        open_ones,
        index=None,
        placeholder=page.t("cost_view.over_choose_hint"),
        format_func=lambda name: book.questions[name].wording[language],
        key=f"{_ASKED}_{stem}",
    )
    for name in [*overrides.answers, *([chosen] if chosen else [])]:
        question, value = book.questions[name], record.value(name)
        with st.container(gap="xsmall", key=f"over_{name}"):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(question.wording[language], width="content")
                if name in overrides.answers:
                    back_button(page, name, partial(_without_answer, name=name), keep)
            field(
                field_of(record, question, value, language),
                value,
                language=language,
                save=lambda name, value: keep(lambda old: _with_answer(old, name, value)),
                prefix=f"over_{stem}",
            )


def _with_answer(old: Overrides, name: str, value: Any) -> Overrides:
    return _without_answer(old, name) if value is None else replace(old, answers={**old.answers, name: value})


def _without_answer(old: Overrides, name: str) -> Overrides:
    return replace(old, answers={key: value for key, value in old.answers.items() if key != name})


def back_button(page: Page, name: str, change: Callable[[Overrides], Overrides], keep: Keep) -> None:
    """Take one change back, so that the project's own value counts again."""
    st.button(
        link(f":material/undo: {page.t('cost_view.over_back')}"),
        key=f"over_back_{name}",
        type="tertiary",
        on_click=keep,
        args=(change,),
    )


def rates_form(
    page: Page, overrides: Overrides, places: Sequence[str], names: Names, keep: Keep, today: date
) -> None:
    """Prices per hour typed over the published ones."""
    st.markdown(f"**{page.t('cost_view.over_rates')}**")
    mute(page.t("cost_view.over_rates_text"))
    for place, typed in overrides.rates.items():
        with st.container(horizontal=True, vertical_alignment="center"):
            ends = span(*dict.fromkeys(plain(page.language, value) for value in (typed.low, typed.high)))
            basis = page.t(f"cost.basis.{typed.read_as}")
            st.markdown(
                f"{names.place(place)}: {ends} · {basis} · {day(page.language, typed.on)}", width="content"
            )
            back_button(page, f"rate_{place}", partial(_without_rate, name=place), keep)
    with st.form("over_rate", clear_on_submit=True, border=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.selectbox(page.t("cost_view.place"), places, format_func=names.place, key=_PLACE, width=260)
            _two_ends(page, "rate")
            st.selectbox(
                page.t("cost.basis_label"),
                BASES,
                format_func=lambda basis: page.t(f"cost.basis.{basis}"),
                key="over_rate_basis",
                width=200,
            )
        st.form_submit_button(
            page.t("cost_view.over_keep"), key="over_rate_keep", on_click=_keep_rate, args=(keep, today)
        )


def _two_ends(page: Page, about: str) -> None:
    for end in ("low", "high"):
        st.number_input(
            page.t(f"ui.{end}"), value=None, step=0.5, format="%g", key=f"over_{about}_{end}", width=140
        )


def _typed_ends(about: str) -> tuple[float, float] | None:
    """What was typed; one figure is both ends."""
    low, high = (st.session_state[f"over_{about}_{end}"] for end in ("low", "high"))
    given = [end for end in (low, high) if end is not None]
    return (low if low is not None else given[0], high if high is not None else given[0]) if given else None


def _keep_rate(keep: Keep, today: date) -> None:
    ends, place = _typed_ends("rate"), st.session_state[_PLACE]
    if ends is None:
        return
    low, high = (Decimal(str(end)) for end in ends)
    basis = st.session_state["over_rate_basis"]
    keep(
        lambda old: replace(
            old, rates={**old.rates, place: TypedRate(low=low, high=high, read_as=basis, on=today)}
        )
    )


def _without_rate(old: Overrides, name: str) -> Overrides:
    return replace(old, rates={key: value for key, value in old.rates.items() if key != name})


def ranges_form(
    page: Page, overrides: Overrides, inputs: Mapping[str, str], names: Names, keep: Keep
) -> None:
    """Low and high of uncertain inputs, instead of those of the data.

    Args:
        page: the open page.
        overrides: as they stand.
        inputs: unit of every input that can be typed, by its id; shares are typed in percent.
        names: how they are called.
        keep: applies a change to what is stored.
    """
    st.markdown(f"**{page.t('cost_view.over_ranges')}**")
    mute(page.t("cost_view.over_ranges_text"))
    for name, typed in overrides.ranges.items():
        factor = 100 if inputs.get(name) == "share" else 1
        with st.container(horizontal=True, vertical_alignment="center"):
            ends = span(*(plain(page.language, end * factor) for end in (typed.low, typed.high)))
            st.markdown(f"{names.uncertain(name)}: {ends}{' %' if factor > 1 else ''}", width="content")
            back_button(page, f"range_{name}", partial(_without_range, name=name), keep)
    with st.form("over_range", clear_on_submit=True, border=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.selectbox(
                page.t("cost_view.col_input"), [*inputs], format_func=names.uncertain, key=_INPUT, width=260
            )
            _two_ends(page, "range")
        st.form_submit_button(
            page.t("cost_view.over_keep"),
            key="over_range_keep",
            on_click=_keep_range,
            args=(keep, dict(inputs)),
        )


def _keep_range(keep: Keep, inputs: Mapping[str, str]) -> None:
    ends, name = _typed_ends("range"), st.session_state[_INPUT]
    if ends is None:
        return
    factor = 100 if inputs[name] == "share" else 1
    keep(
        lambda old: replace(
            old, ranges={**old.ranges, name: Range(low=ends[0] / factor, high=ends[1] / factor)}
        )
    )


def _without_range(old: Overrides, name: str) -> Overrides:
    return replace(old, ranges={key: value for key, value in old.ranges.items() if key != name})
