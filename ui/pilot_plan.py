"""The plan of a pilot: time, targets, and what the merchant states about each vendor. Saved as typed."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any
from zoneinfo import available_timezones

import streamlit as st

from domain.shared.kpis import Kpi, KpiTarget
from ui.facts import source_lines
from ui.forms import as_percent, as_share
from ui.kit import head, mute, problem, safe
from ui.pilot_form import PlanForm, vendor_fields
from ui.pilot_words import figure, goal, short_name
from ui.saved import saved_mark
from words import say
from words.numbers import plain


@cache
def time_zones() -> list[str]:
    """Zones named after a place, as people look for them."""
    places = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
    return [
        "UTC",
        *sorted(zone for zone in available_timezones() if zone.split("/")[0] in places and "/" in zone),
    ]


def plan_section(form: PlanForm, *, saved_at: datetime | None, now: datetime, expanded: bool) -> None:
    """The plan under its heading; folded away when it was complete before this visit.

    Args:
        form: what is drawn.
        saved_at: when it was last saved, in UTC.
        now: this moment.
        expanded: whether it stands open at first.
    """
    head(form.say("plan"), actions=lambda: saved_mark(form.language, saved_at, now))
    # As it stood when the visit began: it does not fold shut under the hands of whoever is filling it in.
    unfolded = st.session_state.setdefault(form.key("plan_unfolded"), expanded)
    box = st.expander(
        form.say("plan_open"),
        expanded=unfolded,
        icon=":material/edit_calendar:",
        key=form.key("plan"),
        on_change="rerun",
    )
    if box.open:
        with box:
            plan_form(form)


def plan_form(form: PlanForm) -> None:
    """Draw the whole form."""
    _time(form)
    st.markdown(f"### {form.say('targets')}", anchors=False)
    mute(form.say("targets_help"))
    _targets(form)
    if form.vendors:
        st.markdown(f"### {form.say('statements')}", anchors=False)
        mute(form.say("statements_help", most=form.rules.rubric.points_most))
        for vendor in form.vendors:
            vendor_fields(form, vendor)


def _time(form: PlanForm) -> None:
    """Start, length, zone, when the file was taken if that was before the end, closed days."""
    with st.grid(4, min_column_width=200, gap="small"):
        for key, draw in _TIME.items():
            with st.container(gap="xsmall"):
                draw(form, form.values.get(key))
                form.wrong(key)


def _start(form: PlanForm, value: Any) -> None:
    st.date_input(
        form.say("start"),
        value=_day(value),
        format="YYYY-MM-DD",
        key=form.key("start"),
        **form.changes("start", "start", lambda: _iso(form.held("start"))),
    )


def _weeks(form: PlanForm, value: Any) -> None:
    rules = form.rules
    least, most = int(rules.weeks_least.value), int(rules.weeks_most.value)
    st.number_input(
        form.say("weeks", least=least, most=most),
        value=value if isinstance(value, int) else None,
        step=1,
        key=form.key("weeks"),
        help=_source_help(form, rules.weeks_least.origin.source, rules.weeks_least.origin),
        **form.changes("weeks", "weeks", lambda: form.held("weeks")),
    )


def _zone(form: PlanForm, value: Any) -> None:
    zones = time_zones()
    st.selectbox(
        form.say("zone"),
        zones,
        index=zones.index(value) if value in zones else None,
        key=form.key("zone"),
        help=form.say("zone_help"),
        **form.changes("zone", "zone", lambda: form.held("zone")),
    )


def _exported_at(form: PlanForm, value: Any) -> None:
    st.datetime_input(
        form.say("exported_at"),
        value=_moment(value),
        format="YYYY-MM-DD",
        key=form.key("exported_at"),
        help=form.say("exported_help"),
        **form.changes("exported_at", "exported_at", lambda: _iso(form.held("exported_at"))),
    )


def _closed_days(form: PlanForm, value: Any) -> None:
    st.text_input(
        form.say("closed_days"),
        value=", ".join(map(str, value)) if isinstance(value, list) else "",
        placeholder="2026-10-03, 2026-12-25",
        key=form.key("closed_days"),
        help=form.say("closed_days_help"),
        **form.changes("closed_days", "closed_days", lambda: _days(form.held("closed_days"))),
    )


_TIME: Mapping[str, Callable[[PlanForm, Any], None]] = {
    "start": _start,
    "weeks": _weeks,
    "zone": _zone,
    "exported_at": _exported_at,
    "closed_days": _closed_days,
}


def _days(text: str | None) -> list[str] | None:
    """Days as typed between commas or blanks, Chinese ones too; what is no day stays and is refused by name."""
    return [day for day in re.split(r"[\s,;，、；]+", text or "") if day] or None


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return None


def _moment(value: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(value).replace(tzinfo=None) if isinstance(value, str) else None
    except ValueError:
        return None


def _iso(held: Any) -> str | None:
    return held.isoformat() if isinstance(held, date) else None


def _source_help(form: PlanForm, source: str, origin: Any) -> str:
    return "  \n".join(safe(line) for line in source_lines(form.language, form.known.sources[source], origin))


def _targets(form: PlanForm) -> None:
    """One field per KPI instance; empty means the default, whose source its help opens."""
    stored = form.values.get("targets", {})

    with st.grid(4, min_column_width=200, gap="small"):
        for kpi, target in form.targets:
            with st.container(gap="xsmall"):
                _target(form, kpi, target, stored.get(target.instance))


def _target(form: PlanForm, kpi: Kpi, target: KpiTarget, value: Any) -> None:
    percentage = kpi.unit == "share"

    def read() -> float | None:
        held: float | None = form.held(target.instance)
        return as_share(held) if percentage else held

    default = plain(form.language, target.target * 100 if percentage else target.target)
    unit = "%" if percentage else form.say("unit.points")
    st.number_input(
        f"{short_name(form.language, form.known, kpi, target)} ({'≥' if kpi.direction == 'up' else '≤'} {unit})",
        value=as_percent(value) if percentage else None if value is None else float(value),
        step=1.0,
        format="%g",
        placeholder="" if target.only_if_agreed else default,
        key=form.key(target.instance),
        help=_source_help(form, target.origin.source, target.origin)
        + (f"  \n{safe(target.note[form.language])}" if target.note else ""),
        **form.changes(f"targets.{target.instance}", target.instance, read),
    )
    kind = say(form.language, f"source.kind.{form.known.sources[target.origin.source].kind}")
    default_key = "only_if_agreed" if target.only_if_agreed else "default"
    mute(form.say(default_key, target=goal(form.language, kpi, target.target), kind=kind))
    if f"targets.{target.instance}" in form.problems:
        low, high = (figure(form.language, kpi, float(end)) for end in (target.lowest, target.highest))
        problem(form.say("target_outside", lowest=low, highest=high))
