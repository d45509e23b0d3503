"""What this browser tab knows about the answers it shows, so that nothing typed is lost or overwritten unseen."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from domain.shared.outcomes import DomainError

_KEY, _VISITS = "questionnaire_editing", "questionnaire_visits"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaved:
    """An answer the record did not take.

    Attributes:
        value: what was typed.
        sentence: why it was not taken.
        overtaken: somebody else was quicker, which leaves a choice.
    """

    value: Any
    sentence: str
    overtaken: bool


@dataclass(slots=True, kw_only=True)
class Editing:
    """One visit to one section of one project.

    Attributes:
        project_id: of the project.
        section: of the questionnaire.
        visit: counts the visits, so that fields of an earlier one never come back with old contents.
        versions: of each answer as its field was filled or last saved.
        rounds: how often a field was filled anew.
        unsaved: answers that somebody else's change kept from being saved.
    """

    project_id: str
    section: str
    visit: int
    versions: dict[str, int] = field(default_factory=dict)
    rounds: dict[str, int] = field(default_factory=dict)
    unsaved: dict[str, Unsaved] = field(default_factory=dict)

    def prefix(self, question: str) -> str:
        """Of the widget keys of a question."""
        return f"answer_{self.visit}_{self.rounds.get(question, 0)}"

    def meet(self, question: str, version: int) -> None:
        """The answer as it is stored now. Changed elsewhere: fill the field anew, unless typing waits in it."""
        known = self.versions.setdefault(question, version)
        if known != version and question not in self.unsaved:
            self.refill(question)
            self.versions[question] = version

    def refill(self, question: str) -> None:
        """Let the field start again from what is stored."""
        self.rounds[question] = self.rounds.get(question, 0) + 1
        self.unsaved.pop(question, None)
        self.versions.pop(question, None)

    def filled(self, question: str) -> None:
        """A whole answer was chosen at one click: show it, unless it could not be saved."""
        if question not in self.unsaved:
            self.refill(question)

    def save(
        self,
        question: str,
        value: Any,
        store: Callable[[int | None], int],
        say: Callable[[DomainError], str],
        *,
        over: bool = False,
    ) -> None:
        """Store what was typed; on a refusal it stays in the field with the sentence.

        Args:
            question: id.
            value: as typed.
            store: saves it, given the version the field was filled from; returns the new version.
            say: the sentence of a refusal.
            over: save over somebody else's change, knowingly.
        """
        try:
            self.versions[question] = store(None if over else self.versions.get(question))
        except DomainError as refusal:
            overtaken = refusal.code == "accounts.overtaken"
            self.unsaved[question] = Unsaved(value=value, sentence=say(refusal), overtaken=overtaken)
        else:
            self.unsaved.pop(question, None)


def editing(project_id: str, section: str) -> Editing:
    """The visit that goes on, or a new one when the project or the section is another."""
    now: Editing | None = st.session_state.get(_KEY)
    if now is None or (now.project_id, now.section) != (project_id, section):
        visit = st.session_state[_VISITS] = st.session_state.get(_VISITS, 0) + 1
        now = st.session_state[_KEY] = Editing(project_id=project_id, section=section, visit=visit)
    return now
