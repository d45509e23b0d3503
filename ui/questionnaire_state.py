"""What this browser tab knows about the answers it shows, so that nothing typed is lost or overwritten unseen."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import streamlit as st

from domain.shared.contents import Content
from domain.shared.outcomes import DomainError
from ui.guard import Page
from words import Language

_KEY, _VISITS, _UNSAVED = "questionnaire_editing", "questionnaire_visits", "questionnaire_unsaved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaved:
    """An answer the record did not take.

    Attributes:
        content: what was typed or chosen.
        sentence: why it was not taken.
        overtaken: somebody else was quicker, which leaves a choice.
        at: when it was given, in UTC.
    """

    content: Content
    sentence: str
    overtaken: bool
    at: datetime


@dataclass(slots=True, kw_only=True)
class Editing:
    """One visit to one section of one project.

    Attributes:
        project_id: of the project.
        section: of the questionnaire.
        visit: counts the visits, so that fields of an earlier one never come back with old contents.
        versions: of each answer as its field was filled or last saved.
        rounds: how often a field was filled anew.
        unsaved: answers the record did not take; they wait, whichever section or project is opened meanwhile.
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

    def overtaken(self, question: str) -> Unsaved | None:
        """The answer that waits for a choice because somebody else was quicker."""
        unsaved = self.unsaved.get(question)
        return unsaved if unsaved and unsaved.overtaken else None

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Saving:
    """What the page does with a question, each by its id; what the record refuses stays in view.

    Attributes:
        page: the open page; who acts is asked at every click.
        visit: where the answers stand.
        save: `services.requirements.save_content`.
        set_aside: `services.requirements.set_aside`.
        say: the sentence of a refusal.
        now: the clock.
    """

    page: Page
    visit: Editing
    save: Callable[..., int]
    set_aside: Callable[..., int]
    say: Callable[[Language, DomainError], str]
    now: Callable[[], datetime]

    def answer(self, question: str, value: Any) -> None:
        """Save what was typed."""
        self._save(question, Content(value=value))

    def choose(self, question: str, content: Content) -> None:
        """Save a whole answer chosen at one click: a usual one, the default, that it is set aside."""
        self._save(question, content)
        self.visit.filled(question)

    def reopen(self, question: str) -> None:
        """Answer a question again that was set aside."""
        seen = self.visit.versions.get(question)
        self.page.attempt(self.set_aside, self.visit.project_id, question, None, version=seen)

    def keep_mine(self, question: str, seen: int) -> None:
        """Save what could not be saved over the answer the person now saw beside it."""
        unsaved = self.visit.unsaved[question]
        self.visit.versions[question] = seen
        self.choose(question, unsaved.content)

    def _save(self, question: str, content: Content) -> None:
        visit = self.visit
        try:
            visit.versions[question] = self.save(
                self.page.acting(), visit.project_id, question, content, version=visit.versions.get(question)
            )
        except DomainError as refusal:
            overtaken = refusal.code == "accounts.overtaken"
            visit.unsaved[question] = Unsaved(
                content=content,
                sentence=self.say(self.page.language, refusal),
                overtaken=overtaken,
                at=self.now(),
            )
        else:
            visit.unsaved.pop(question, None)


def editing(project_id: str, section: str) -> Editing:
    """The visit that goes on, or a new one when the project or the section is another."""
    now: Editing | None = st.session_state.get(_KEY)
    if now is None or (now.project_id, now.section) != (project_id, section):
        visit = st.session_state[_VISITS] = st.session_state.get(_VISITS, 0) + 1
        waiting = st.session_state.setdefault(_UNSAVED, {}).setdefault(project_id, {})
        now = Editing(project_id=project_id, section=section, visit=visit, unsaved=waiting)
        st.session_state[_KEY] = now
    return now
