"""The journey of a project: its stages as real links, always at the top of its pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.projects.journey import StageState
from ui.assets import component
from words import Language, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One stage.

    Attributes:
        id: id of its place.
        name: its name; a soft hyphen may tell where it breaks on a phone.
        word: its state in one or two words.
        state: decides colour and mark.
        href: its address, for a new tab.
    """

    id: str
    name: str
    word: str
    state: StageState
    href: str


def stepper(steps: Sequence[Step], current: str, language: Language) -> str | None:
    """Draw the stages; returns the id of the stage that was clicked, once."""
    data = {
        "label": say(language, "ui.stages"),
        "lang": language,
        "steps": [
            {
                "id": step.id,
                "name": step.name,
                "word": step.word,
                "state": step.state,
                "href": step.href,
                "current": step.id == current,
            }
            for step in steps
        ],
    }
    shown = component("stepper", '<div class="wrap"></div>')(
        key="stepper", data=data, on_go_change=lambda: None
    )
    return shown.go if isinstance(shown.go, str) else None
