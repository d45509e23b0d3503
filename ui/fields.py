"""What a field needs to be drawn, and where it stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from words import Language

Save = Callable[[str, Any], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """A usual row of a list, added at one click.

    Attributes:
        label: on the button.
        row: what the row then holds, by part.
        note: what is known against it, shown beside the button.
    """

    label: str
    row: Mapping[str, Any]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """What a field needs to be drawn; texts are in the page's language.

    Attributes:
        id: of the question or contract field.
        kind: decides the widget (see `DRAWERS`).
        label: the question.
        help: grey line above the field.
        unit: printed behind the label.
        choices: (id, label) of what may be chosen; also the parts of a map and the languages of pools.
        groups: (title, ids) of choices that stand together.
        parts: (id, label) of the sub-fields of a map, in order.
        more: (id, label) of sub-fields that may be added to a map.
        starts: usual rows of a list.
        patterns: usual weights of the hours by weekday, by their id.
        usual: the same that count for a part while nothing is chosen.
        hints: what stands in an empty sub-field of a map, by its id.
        placeholder: an example.
        currency: of a money field.
        step: how far one click on plus or minus goes.
    """

    id: str
    kind: str
    label: str
    help: str = ""
    unit: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    more: tuple[tuple[str, str], ...] = ()
    starts: tuple[Start, ...] = ()
    patterns: Mapping[str, Mapping[str, tuple[float, ...]]] = field(default_factory=dict)
    usual: Mapping[str, Mapping[str, tuple[float, ...]]] = field(default_factory=dict)
    hints: Mapping[str, str] = field(default_factory=dict)
    placeholder: str = ""
    currency: str = "EUR"
    step: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Where and for whom a field is drawn."""

    spec: FieldSpec
    value: Any
    language: Language
    save: Save
    prefix: str

    def key(self, part: str = "") -> str:
        """The session key of the widget (or of one of its parts)."""
        return f"{self.prefix}_{self.spec.id}{'_' + part if part else ''}"

    def held(self, part: str = "", absent: Any = None) -> Any:
        """What the widget holds now; `absent` when it is not on the page."""
        return st.session_state.get(self.key(part), absent)

    def commit(self, read: Callable[[], Any]) -> None:
        """Called by Streamlit when the person changed the field."""
        self.save(self.spec.id, read())

    def label(self) -> str:
        """The question with its unit."""
        return f"{self.spec.label} ({self.spec.unit})" if self.spec.unit else self.spec.label

    def changes(self, read: Callable[[], Any]) -> Mapping[str, Any]:
        """The callback arguments every widget takes."""
        return {"on_change": self.commit, "args": (read,)}
