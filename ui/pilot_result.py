"""The result of a pilot from verdict to weeks, in the order people ask for it."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from ui.guard import Page
from ui.kit import download, head, mute
from ui.pilot import Board, not_stated, pilot_verdict
from ui.pilot_charts import kpi_chart, score_chart
from ui.pilot_table import counts_table, criteria_table, definitions, gate_table, kpi_table, lazy
from ui.pilot_weeks import week_rows, weekly_charts
from ui.tables import small_table
from ui.verdict import verdict
from words import say

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def pilot_intro(page: Page) -> None:
    """What this page is for, while there is no ticket file."""
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"## {page.t('pilot_page.intro_title')}", anchors=False)
        st.markdown(page.t("pilot_page.intro"))


def pilot_result(
    board: Board,
    *,
    files: Mapping[str, Callable[[], bytes]],
    problem: str,
    notes: Sequence[str],
) -> str | None:
    """Draw the result; returns the page of the next step when it was asked for.

    Args:
        board: what was measured and judged.
        files: the table as "csv" and as "xlsx", made at the click.
        problem: why the plan is not in force; empty when it is, or when there is none.
        notes: what should be looked at.
    """
    _cautions(board, problem, notes)
    step = _next_step(board)
    action = board.say(f"next_{step}") if step else ""
    pressed = verdict(pilot_verdict(board), action=action, key="pilot")
    left, right = st.columns([5, 7], gap="small")
    with left, st.container(border=True, height="stretch"):
        score_chart(board)
    with right, st.container(border=True, height="stretch"):
        kpi_chart(board)
    _kpis(board, files)
    left, right = st.columns(2, gap="medium")
    with left:
        head(board.say("criteria"))
        criteria_table(board)
    with right:
        head(board.say("gates"))
        gate_table(board)
    _weekly(board)
    return step if pressed else None


def _next_step(board: Board) -> str | None:
    """The contract with a vendor that passed, other vendors once all have failed; an open pilot goes on first."""
    verdicts = {card.verdict for card in board.cards.values()}
    if "pass" in verdicts:
        return "contract"
    return "request" if verdicts == {"fail"} else None


def _cautions(board: Board, problem: str, notes: Sequence[str]) -> None:
    """What to know before reading the verdict."""
    if problem:
        st.warning(board.say("plan_not_in_force", problem=problem))
    elif board.plan is None:
        st.info(board.say("no_plan"))
    for note in notes:
        st.warning(note)
    if unsaid := not_stated(board):
        st.warning(unsaid)


def _kpis(board: Board, files: Mapping[str, Callable[[], bytes]]) -> None:
    """Every KPI with its bounds, its files, and what was counted."""

    def actions() -> None:
        for kind, word, mime in (("xlsx", "ui.export_excel", _XLSX), ("csv", "ui.export_csv", "text/csv")):
            label = say(board.language, word)
            download(label, files[kind], name=f"scorecard.{kind}", mime=mime, key=f"pilot_{kind}")
        lazy(board.say("counts"), "tag", "pilot_counts", lambda: counts_table(board))
        label = board.say("definitions", count=len(list(board.measures())))
        lazy(label, "menu_book", "pilot_definitions", lambda: definitions(board))

    head(board.say("kpis"), actions=actions)
    kpi_table(board)
    mute(board.say("bounds_help"))
    hours = board.plan.coverage if board.plan else None
    if hours is not None and not hours.closed_days:
        mute(board.say("no_closed_days"))


def _weekly(board: Board) -> None:
    """How each vendor went from week to week."""

    def figures() -> None:
        label = say(board.language, "ui.chart_data")
        lazy(label, "table", "pilot_weeks", lambda: small_table(week_rows(board), label=board.say("weekly")))

    head(board.say("weekly"), actions=figures)
    weekly_charts(board)
