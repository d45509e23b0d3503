"""The colours of charts in both palettes; contrast figures stand in docs/decisions/theme.md."""

from dataclasses import dataclass

import streamlit as st

FONT = "'Source Sans', 'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Chart colours; first and second series differ in shape too, so colour never stands alone.

    `heat` goes from nothing to most.
    """

    name: str
    text: str
    muted: str
    grid: str
    first: str
    second: str
    band: str
    good: str
    warning: str
    bad: str
    page: str
    heat: tuple[str, ...]


LIGHT = Palette(
    name="light",
    text="#1B2430",
    muted="#566171",
    grid="#E3E8ED",
    first="#1B5E9E",
    second="#C2570C",
    band="#9DBEDD",
    good="#17693F",
    warning="#8A4B08",
    bad="#A3241C",
    page="#FFFFFF",
    heat=("#F3F5F7", "#C9DDF0", "#86B2DA", "#3F7FBC", "#164A7C"),
)
DARK = Palette(
    name="dark",
    text="#E8ECF1",
    muted="#A7B1BE",
    grid="#2A333F",
    first="#7DB4EC",
    second="#F0A35E",
    band="#35577A",
    good="#76CFA0",
    warning="#F0B266",
    bad="#F2958D",
    page="#11151B",
    heat=("#1A2029", "#1F3A57", "#2C5E8E", "#5294CF", "#A9D0F5"),
)


def palette() -> Palette:
    """The palette of the theme the browser shows."""
    return DARK if st.context.theme.type == "dark" else LIGHT
