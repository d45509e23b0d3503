"""The head of a project's page: title, one line of facts, the stages; a stage clicked opens its page."""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

import streamlit as st

from domain.projects.journey import Invented, Journey, Stage
from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from ui.guard import Page
from ui.kit import link, mute, safe
from ui.places import PLACES
from ui.saved import browser_day
from ui.stepper import Step, stepper
from words import Language, say
from words.names import language_name, listed
from words.numbers import day, number, plain

_INVENTED: Mapping[Invented, str] = {"all": "projects.sample_mark", "some": "projects.sample_mark_some"}


class HasJourney(Protocol):
    """What was read of a project, its journey among it."""

    @property
    def journey(self) -> Journey:
        """Where the project stands."""


P = TypeVar("P", bound=HasJourney)


def open_project(page: Page, read: Callable[[Actor, str], P]) -> P:
    """The project in the address, with its head drawn; otherwise one sentence and the way home.

    Args:
        page: the open page.
        read: `services.journey.read_open_project`, or `read_on_baseline` where the figures stand on the baseline.

    Returns:
        What was read, so that the page need not read it again.
    """
    project_id = st.query_params.get("project", "")
    try:
        opened = read(page.actor, _chosen(project_id))
    except DomainError as refusal:
        page.title(page.t(page.place.word))
        st.error(page.refusal(refusal))
        if st.button(link(page.t("projects.to_home")), key="to_home", type="tertiary"):
            st.switch_page(PLACES["home"].script)
        st.stop()
    journey = opened.journey
    page.title(safe(journey.standing.name), facts_line(journey, page.language))
    current = page.place.stage_of or page.place.id
    chosen = stepper([_step(stage, journey, page) for stage in journey.stages], current, page.language)
    if chosen:
        go(chosen, project_id)
    if baseline := journey.standing.baseline:
        mute(f":material/flag: {page.t('projects.on_baseline', name=safe(baseline))}")
    return opened


def _chosen(project_id: str) -> str:
    if not project_id:
        raise DomainError("projects.none_chosen")
    return project_id


def _step(stage: Stage, journey: Journey, page: Page) -> Step:
    return Step(
        id=stage.id,
        name=page.t(f"stage.{stage.id}"),
        word=page.t(f"stage_state.{stage.word}", count=stage.count),
        state=stage.state,
        href=PLACES[stage.id].href(project=journey.project_id),
    )


def facts_line(journey: Journey, language: Language) -> str:
    """Volume, languages and hours in one line; "sample" first when the data are invented."""
    standing = journey.standing
    parts = [say(language, _INVENTED[standing.invented])] if standing.invented != "none" else []
    parts.append(contacts_words(journey, language))
    if standing.languages:
        parts.append(listed(language, [language_name(language, code) for code in standing.languages]))
    if standing.coverage_hours_week:
        parts.append(say(language, "projects.hours", hours=plain(language, standing.coverage_hours_week)))
    parts.extend(ready_words(journey, language))
    return " · ".join(parts)


def ready_words(journey: Journey, language: Language) -> list[str]:
    """On which day, where the browser is, the requirements were last declared complete; nothing before that."""
    at = journey.standing.ready_at
    return [] if at is None else [say(language, "projects.ready_since", day=day(language, browser_day(at)))]


def contacts_words(journey: Journey, language: Language) -> str:
    """How many contacts a month, or that nobody said."""
    contacts = journey.standing.contacts_month
    if contacts is None:
        return say(language, "projects.no_contacts")
    return say(language, "projects.contacts", count=number(language, contacts))


def go(place: str, project_id: str, **query: str) -> None:
    """Open a page of the project."""
    st.switch_page(PLACES[place].script, query_params={"project": project_id, **query})
