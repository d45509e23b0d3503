"""The stages of a project, each with a state and what is next. Stages that do not exist yet are absent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

# Where a project lies: in work, put away, or deleted until somebody restores it.
Shelf = Literal["active", "archived", "deleted"]
SHELVES: tuple[Shelf, ...] = ("active", "archived", "deleted")
StageId = Literal["requirements", "cost", "request", "pilot", "contract"]
StageState = Literal["done", "draft", "decide", "missing", "blocked"]
PilotVerdict = Literal["pass", "extend", "fail"]
# How much of a project still is what a built-in sample said.
Invented = Literal["none", "some", "all"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is known about a project, as far as its stages depend on it.

    Attributes:
        name: of the project.
        invented: how much of it came with the product; such data are invented.
        contacts_month: all channels together; None when untold.
        languages: codes of the languages served.
        coverage_hours_week: None when untold.
        missing: questions that must be answered or mended, in order.
        can_estimate: the demand is known.
        pilot_planned: whether a pilot is wanted at all.
        has_tickets: a ticket file was uploaded.
        verdicts: of each vendor in the pilot.
        can_draft: the seats of both parties are known.
        ready_at: when the requirements were last declared complete, in UTC; None when they never were.
        baseline: name of the scenario that contacts, languages and hours are read on; empty for the record alone.
    """

    name: str
    invented: Invented
    contacts_month: int | None
    languages: Sequence[str]
    coverage_hours_week: float | None
    missing: Sequence[str]
    can_estimate: bool
    pilot_planned: bool
    has_tickets: bool
    verdicts: Sequence[PilotVerdict]
    can_draft: bool
    ready_at: datetime | None = None
    baseline: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage.

    Attributes:
        id: also the id of its page.
        state: decides mark and colour.
        word: code of the state's words (``stage_state.<word>``).
        count: what the words count, 0 when nothing.
    """

    id: StageId
    state: StageState
    word: str
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """A project with its stages.

    Attributes:
        project_id: of the project.
        standing: what they follow from.
        stages: in order.
    """

    project_id: str
    standing: Standing
    stages: tuple[Stage, ...]

    @property
    def next_index(self) -> int:
        """The first stage that is not done; the last one when all are."""
        for index, stage in enumerate(self.stages):
            if stage.state != "done":
                return index
        return len(self.stages) - 1

    @property
    def next_stage(self) -> Stage:
        """What to do next."""
        return self.stages[self.next_index]


def journey_of(project_id: str, standing: Standing) -> Journey:
    """The stages as they follow from where the project stands."""
    build = (_requirements, _cost, _request, _pilot, _contract)
    stages = [stage(standing) for stage in build]
    return Journey(project_id=project_id, standing=standing, stages=tuple(stages))


def _requirements(standing: Standing) -> Stage:
    if standing.missing:
        return Stage(id="requirements", state="missing", word="missing", count=len(standing.missing))
    return Stage(id="requirements", state="done", word="done")


def _cost(standing: Standing) -> Stage:
    if standing.can_estimate:
        return Stage(id="cost", state="done", word="done")
    return Stage(id="cost", state="blocked", word="needs_requirements")


def _request(standing: Standing) -> Stage:
    """Vendors can price what can be estimated."""
    if standing.can_estimate:
        return Stage(id="request", state="done", word="ready")
    return Stage(id="request", state="blocked", word="needs_requirements")


def _pilot(standing: Standing) -> Stage:
    """One vendor that passes is enough to go on; nobody passing wants a decision."""
    if not standing.has_tickets:
        if standing.pilot_planned:
            return Stage(id="pilot", state="draft", word="no_file")
        return Stage(id="pilot", state="done", word="not_planned")
    if "pass" in standing.verdicts:
        return Stage(id="pilot", state="done", word="passed", count=standing.verdicts.count("pass"))
    if "extend" in standing.verdicts:
        return Stage(id="pilot", state="decide", word="extend")
    if standing.verdicts:
        return Stage(id="pilot", state="missing", word="failed")
    return Stage(id="pilot", state="missing", word="unreadable")


def _contract(standing: Standing) -> Stage:
    if standing.can_draft:
        return Stage(id="contract", state="draft", word="draft")
    return Stage(id="contract", state="blocked", word="needs_requirements")
