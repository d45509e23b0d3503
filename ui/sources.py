"""The page Sources: filters, tables and the card of one source."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from domain.shared.sources import SourceKind
from domain.shared.uses import SourceUse, Use
from ui.guard import Page
from ui.kit import download, mute
from ui.tables import searchable_table
from words import Language, say
from words.names import listed
from words.numbers import number

SECTIONS = ("numbers", "sources")
UNUSED = "none"
_PAGES = ("requirements", "cost", "request", "pilot", "contract", UNUSED)
_CONFIDENCE = ("high", "medium", "low")
# A sign beside the word, so that law, articles and our own judgement differ at a glance in plain cells too.
_SIGNS: Mapping[SourceKind, str] = {
    "law": "§",
    "published": "○",
    "article": "△",
    "house": "◇",
    "computed": "Σ",
    "memory": "?",
    "own": "✎",
}
_SECTION = "sources_section"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def section_picker(page: Page, counts: Mapping[str, int]) -> str:
    """Numbers or sources; the choice stands in the address, and an address with a source opens its card."""
    asked = st.query_params.get("section", "")
    current = asked if asked in SECTIONS else SECTIONS[int("source" in st.query_params)]
    st.session_state[_SECTION] = current
    st.segmented_control(
        page.t("sources_page.sections"),
        SECTIONS,
        required=True,
        format_func=lambda name: page.t(
            f"sources_page.section_{name}", count=number(page.language, counts[name])
        ),
        key=_SECTION,
        label_visibility="collapsed",
        on_change=lambda: st.query_params.update(section=st.session_state[_SECTION]),
    )
    return current


def filtered_uses(page: Page, uses: Sequence[Use]) -> list[Use]:
    """The figures that the filters leave."""
    with st.grid(4, min_column_width=150, gap="small"):
        kind, confidence = _filter_kind(page), _filter_confidence(page)
        used_by = _filter(
            page,
            "page",
            _PAGES,
            lambda name: page.t(f"place.{name}" if name != UNUSED else "sources_page.unused"),
        )
        topics = list(dict.fromkeys(use.topic for use in uses))
        topic = _filter(page, "topic", topics, lambda name: page.t(f"sources_page.topic.{name}"))
    return [
        use
        for use in uses
        if kind in {"", use.source.kind}
        and confidence in {"", use.source.confidence}
        and (not used_by or used_by in (use.pages or (UNUSED,)))
        and topic in {"", use.topic}
    ]


def filtered_sources(page: Page, sources: Sequence[SourceUse]) -> list[SourceUse]:
    """The sources that the filters leave."""
    with st.grid(4, min_column_width=150, gap="small"):
        kind, confidence = _filter_kind(page), _filter_confidence(page)
        used_by = _filter(page, "page", _PAGES[:-1], lambda name: page.t(f"place.{name}"))
    return [
        use
        for use in sources
        if kind in {"", use.source.kind}
        and confidence in {"", use.source.confidence}
        and (not used_by or used_by in use.pages)
    ]


def _filter_kind(page: Page) -> str:
    return _filter(page, "kind", tuple(_SIGNS), lambda kind: kind_words(kind, page.language))


def _filter_confidence(page: Page) -> str:
    return _filter(page, "confidence", _CONFIDENCE, lambda name: page.t(f"source.confidence.{name}"))


def _filter(page: Page, name: str, options: Sequence[Any], words: Callable[[Any], str]) -> str:
    """One filter; empty means all."""
    chosen: str = st.selectbox(
        page.t(f"sources_page.filter_{name}"),
        ("", *options),
        format_func=lambda option: words(option) if option else page.t("sources_page.any"),
        key=f"sources_{name}",
        persist_state="page",
    )
    return chosen


def kind_words(kind: SourceKind, language: Language) -> str:
    """The kind of a source with its sign: § Law, △ Trade article, unverified."""
    return f"{_SIGNS[kind]} {say(language, f'source.kind.{kind}')}"


def use_row(page: Page, use: Use) -> dict[str, Any]:
    """A figure as a row of the table and of its export."""
    language, claim = page.language, page.t("sources_page.unverifiable") if use.unverifiable else ""
    cells = {
        "label": use.label,
        "value": use.value or None,
        "usual": use.usual or None,
        "kind": kind_words(use.source.kind, language),
        "source": use.source.title[language],
        "locator": use.origin.place(language) or None,
        "pages": _pages(page, use.pages),
        "confidence": page.t(f"source.confidence.{use.source.confidence}"),
        "age": page.t(f"sources_page.age.{use.age}"),
        "checked": use.origin.checked_on,
        "valid": use.origin.valid_from if isinstance(use.origin.valid_from, date) else None,
        "topic": page.t(f"sources_page.topic.{use.topic}"),
        "stands": use.file,
        "note": " · ".join(part for part in (claim, use.note) if part) or None,
    }
    return {page.t(f"sources_page.column.{name}"): cell for name, cell in cells.items()}


def _pages(page: Page, names: Sequence[str]) -> str:
    return listed(page.language, [page.t(f"place.{name}") for name in names]) or page.t("sources_page.unused")


def source_row(page: Page, use: SourceUse) -> dict[str, Any]:
    """A source as a row of the table and of its export."""
    source, language = use.source, page.language
    cells = {
        "title": source.title[language],
        "kind": kind_words(source.kind, language),
        "confidence": page.t(f"source.confidence.{source.confidence}"),
        "named": len(use.mentions),
        "files": len(use.files),
        "clauses": len(use.clauses),
        "pages": listed(language, [page.t(f"place.{name}") for name in use.pages]) or None,
        "checked": source.checked_on,
        "valid": source.valid_from if isinstance(source.valid_from, date) else None,
        "until": source.valid_to,
        "address": source.address or None,
        "note": source.note[language] if source.note else None,
    }
    return {page.t(f"sources_page.column.{name}"): cell for name, cell in cells.items()}


def table_with_exports(
    page: Page,
    rows: Sequence[Mapping[str, Any]],
    name: str,
    *,
    xlsx: Callable[[str, Sequence[Mapping[str, Any]]], bytes],
    csv: Callable[[Sequence[Mapping[str, Any]]], bytes],
) -> None:
    """The table with search, and what it shows as files."""
    actions = st.container(horizontal=True, horizontal_alignment="right")
    shown = searchable_table(
        rows,
        language=page.language,
        key=f"sources_{name}",
        label=page.t(f"sources_page.table_{name}"),
        widths=table_columns(page),
    )
    if not shown:
        mute(page.t("sources_page.nothing"))
        return
    file = page.t(f"sources_page.file_{name}")
    with actions:
        download(
            page.t("ui.export_excel"), partial(xlsx, file, shown), name=f"{file}.xlsx", mime=_XLSX, key="xlsx"
        )
        download(page.t("ui.export_csv"), partial(csv, shown), name=f"{file}.csv", mime="text/csv", key="csv")


def table_columns(page: Page) -> dict[str, Any]:
    """Dates stay dates, so that they sort; what a row is about is wide."""
    written = "YYYY年M月D日" if page.language == "zh" else "D MMM YYYY"
    days = {name: st.column_config.DateColumn(format=written) for name in ("checked", "valid", "until")}
    wide = {name: st.column_config.TextColumn(width=300) for name in ("label", "title")}
    return {page.t(f"sources_page.column.{name}"): config for name, config in (days | wide).items()}
