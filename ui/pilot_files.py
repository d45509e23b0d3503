"""The ticket files of a pilot: what they must hold, the upload, what was rejected, removing and bringing back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ParamSpec

import streamlit as st

from domain.pilot.columns import TicketColumns
from domain.pilot.uploads import FileLine
from ui.guard import Page
from ui.kit import download, head, link, mute, nb, safe
from ui.pilot_upload import file_size
from ui.tables import small_table
from words.names import listed
from words.numbers import MISSING, moment, number

P = ParamSpec("P")
TYPES = ["csv", "tsv", "txt"]
CSV = "text/csv"
_ZONE_ASKED = ("tickets.zone_needed", "tickets.zone_unknown")
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class FileActions:
    """What can be done with a stored file; each takes its id, `rejected` its place in the list."""

    original: Callable[[str], bytes]
    rejected: Callable[[int], bytes]
    remove: Callable[[str], None]
    restore: Callable[[str], None]
    erase: Callable[[str], None]


def at_click(page: Page, make: Callable[P, bytes]) -> Callable[P, bytes]:
    """A download that asks again who presses: it is made long after the page was drawn."""

    def made(*args: P.args, **values: P.kwargs) -> bytes:
        page.acting_later()
        return make(*args, **values)

    return made


def file_help(
    page: Page, columns: TicketColumns, *, empty: Callable[[], bytes], sample: Callable[[], bytes]
) -> None:
    """Formats, limits and required columns in words, the two files to start from, every column explained."""
    head(page.t("pilot_page.files"))
    language = page.language
    required = [column.id for column in columns.columns if column.required]
    rows, size = columns.limit("rows"), columns.limit("bytes") // _MEGABYTE
    mute(
        page.t(
            "pilot_page.file_help",
            size=size,
            rows=number(language, rows),
            columns=listed(language, [f"`{name}`" for name in required]),
        )
    )
    with st.container(horizontal=True, gap="small"):
        download(
            page.t("pilot_page.empty_file"), empty, name="tickets-empty.csv", mime=CSV, key="pilot_empty_file"
        )
        download(
            page.t("pilot_page.sample_file"),
            sample,
            name="tickets-example.csv",
            mime=CSV,
            key="pilot_sample_file",
        )
    box = st.expander(
        page.t("pilot_page.columns"), icon=":material/table_rows:", key="pilot_columns", on_change="rerun"
    )
    if box.open:
        with box:
            _columns(page, columns)


def _columns(page: Page, columns: TicketColumns) -> None:
    language = page.language
    head = [
        page.t(f"pilot_page.columns_{name}") for name in ("name", "required", "meaning", "blank", "example")
    ]
    cells = [
        [f"`{column.id}`" for column in columns.columns],
        [page.t("ui.yes" if column.required else "ui.no") for column in columns.columns],
        [safe(column.meaning[language]) for column in columns.columns],
        [safe(column.blank[language]) for column in columns.columns],
        [f"`{column.example}`" if column.example else MISSING for column in columns.columns],
    ]
    small_table(dict(zip(head, cells, strict=True)), label=page.t("pilot_page.columns"))


def file_list(
    page: Page, files: Sequence[FileLine], removed: Sequence[FileLine], actions: FileActions
) -> None:
    """The files that count, then those that were removed and can be brought back."""
    for at, line in enumerate(files):
        with st.container(border=True, gap="xsmall"):
            _file(page, at, line, actions)
    for line in removed:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            mute(page.t("pilot_page.removed", name=safe(line.name)), width="content")
            st.button(
                link(f":material/undo: {page.t('ui.undo')}"),
                key=f"pilot_restore_{line.id}",
                type="tertiary",
                on_click=actions.restore,
                args=(line.id,),
            )
            _ask(page, line, "erase", actions.erase)


def _file(page: Page, at: int, line: FileLine, actions: FileActions) -> None:
    language = page.language
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f":material/description: **{safe(line.name)}**", width="content")
        zone = st.context.timezone or "UTC"
        facts = [
            file_size(language, line.size),
            moment(language, line.uploaded_at, zone),
            *([line.zone] if line.zone else []),
        ]
        mute(" · ".join(facts), width="content")
        st.space("stretch")
        download(
            page.t("pilot_page.original"),
            lambda: actions.original(line.id),
            name=line.name,
            mime=CSV,
            key=f"pilot_original_{line.id}",
        )
        _ask(page, line, "remove", actions.remove)
    if line.counts is None:
        st.warning(page.t("pilot_page.unreadable"))
        return
    total, accepted, rejected = (number(language, count) for count in line.counts)
    st.markdown(page.t("pilot_page.counts_of_file", total=total, accepted=accepted, rejected=rejected))
    if line.rejected:
        _rejected(page, at, line, actions)


def _rejected(page: Page, at: int, line: FileLine, actions: FileActions) -> None:
    shown = len(line.rejected)
    box = st.expander(
        page.t("pilot_page.rejected", shown=shown),
        icon=":material/block:",
        key=f"pilot_rejected_{line.id}",
        on_change="rerun",
    )
    if box.open:
        with box:
            download(
                page.t("pilot_page.rejected_all"),
                lambda: actions.rejected(at),
                name=f"rejected-{line.name}",
                mime=CSV,
                key=f"pilot_rejected_file_{line.id}",
            )
            small_table(
                {
                    page.t("tickets.line"): [nb(place) for place, _ in line.rejected],
                    page.t("tickets.reason"): [safe(why) for _, why in line.rejected],
                },
                label=page.t("pilot_page.rejected", shown=shown),
            )


def _ask(page: Page, line: FileLine, act: str, do: Callable[[str], None]) -> None:
    """Ask before a file goes, naming it."""
    with st.popover(page.t(f"pilot_page.{act}"), key=f"pilot_ask_{act}_{line.id}", type="tertiary"):
        st.markdown(page.t(f"pilot_page.{act}_ask", name=safe(line.name)))
        st.button(page.t(f"pilot_page.{act}"), key=f"pilot_{act}_{line.id}", on_click=do, args=(line.id,))
