"""The card of one source: everything known about it and everything that names it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from domain.shared.sources import SourceKind
from domain.shared.uses import SourceUse
from ui.guard import Page
from ui.kit import Tone, mute, safe
from ui.sources import SECTIONS, table_columns, use_row
from words.names import listed
from words.numbers import MISSING, day

_BADGES: Mapping[SourceKind, tuple[Tone, str]] = {
    "law": ("blue", "balance"),
    "published": ("blue", "info"),
    "article": ("orange", "warning"),
    "house": ("gray", "home"),
    "computed": ("gray", "function"),
    "memory": ("orange", "psychology"),
    "own": ("gray", "edit"),
}
_SOURCE = "sources_chosen"
# What the head of the card says once is not repeated in every row.
_SAME = ("kind", "source", "confidence")
_ROW, _HEAD, _TALLEST = 38, 40, 420


def source_picker(page: Page, sources: Sequence[SourceUse]) -> SourceUse | None:
    """The source whose card is open; it stands in the address (``?source=gdpr``)."""
    known = {use.source.id: use for use in sources}
    asked = st.query_params.get("source", "")
    st.session_state[_SOURCE] = asked if asked in known else None
    chosen = st.selectbox(
        page.t("sources_page.choose"),
        tuple(known),
        index=None,
        placeholder=page.t("sources_page.choose_hint"),
        format_func=lambda name: known[name].source.title[page.language],
        key=_SOURCE,
        on_change=_remember_source,
    )
    return known.get(chosen or "")


def _remember_source() -> None:
    chosen = st.session_state.get(_SOURCE)
    if chosen:
        st.query_params.update(source=chosen, section=SECTIONS[1])
    else:
        st.query_params.pop("source", None)


def source_card(page: Page, use: SourceUse) -> None:
    """Everything known about a source and everything that names it."""
    source, tone_icon = use.source, _BADGES[use.source.kind]
    with st.container(border=True, gap="small", key="source_card"):
        with st.container(horizontal=True):
            st.badge(
                page.t(f"source.kind.{source.kind}"), icon=f":material/{tone_icon[1]}:", color=tone_icon[0]
            )
            st.badge(page.t(f"source.confidence.{source.confidence}"), color="gray")
        st.markdown(f"## {safe(source.title[page.language])}", anchors=False)
        for line in _card_lines(page, use):
            st.markdown(safe(line))
        st.markdown(f"**{page.t('sources_page.card_named', count=len(use.mentions))}**")
        if not use.mentions:
            mute(page.t("sources_page.card_unnamed"))
            return
        rows = pd.DataFrame([use_row(page, mention) for mention in use.mentions])
        st.dataframe(
            rows.drop(columns=[page.t(f"sources_page.column.{name}") for name in _SAME]),
            hide_index=True,
            row_height=_ROW,
            height=min(_TALLEST, _HEAD + _ROW * len(rows)),
            placeholder=MISSING,
            column_config=table_columns(page),
            alt=page.t("sources_page.table_numbers"),
            key="source_mentions",
        )


def _card_lines(page: Page, use: SourceUse) -> Iterable[str]:
    """Note, address and dates; then how often what names it."""
    source, t = use.source, page.t
    if source.note:
        yield source.note[page.language]
    if source.address:
        yield t("sources_page.card_address", address=source.address)
    dates = [t("sources_page.card_checked", day=day(page.language, source.checked_on))]
    if isinstance(source.valid_from, date):
        dates.append(t("sources_page.card_from", day=day(page.language, source.valid_from)))
    if source.valid_to:
        dates.append(t("sources_page.card_until", day=day(page.language, source.valid_to)))
    yield " · ".join(dates)
    pages = {t(f"place.{name}"): count for name, count in use.pages.items()}
    for key, counts in (("files", use.files), ("clauses", use.clauses), ("pages", pages)):
        if counts:
            named = [t("sources_page.counted", name=name, count=count) for name, count in counts.items()]
            yield t(f"sources_page.card_{key}", **{key: listed(page.language, named)})
