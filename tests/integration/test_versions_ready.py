"""Requirements declared ready: refused while something is open, kept as a version, counted against since; on both databases."""

from datetime import UTC, datetime

import pytest

from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from services.journey import read_journey
from services.projects import create_project
from services.record import read_entries
from services.requirements import read_requirements, save_answer
from services.samples import open_sample
from services.sentences import explain
from services.unit import clock_set_to
from services.versions import (
    declare_ready,
    keep_version,
    list_versions,
    read_ready,
)
from words import LANGUAGES

START = datetime(2026, 11, 22, 8, tzinfo=UTC)


@pytest.fixture
def project(admin: Actor) -> str:
    return create_project(admin, "Nordics")


def test_requirements_are_not_ready_while_answers_are_missing(admin: Actor, project: str) -> None:
    missing = len(read_requirements(admin, project).record.missing)
    with pytest.raises(DomainError) as refused:
        declare_ready(admin, project)
    assert refused.value.code == "versions.not_ready"
    assert refused.value.values["count"] >= missing > 0
    assert all(str(missing) in explain(language, refused.value) for language in LANGUAGES)
    assert list_versions(admin, project) == ()


def test_requirements_are_not_ready_while_an_answer_is_refused(admin: Actor) -> None:
    sample = open_sample(admin)
    save_answer(admin, sample, "pilot_weeks", 9)
    with pytest.raises(DomainError) as refused:
        declare_ready(admin, sample)
    assert refused.value.values == {"count": 1}


def test_ready_keeps_a_version_and_counts_what_is_answered_differently_since(admin: Actor) -> None:
    sample = open_sample(admin)
    assert read_ready(admin, sample, read_entries(admin, sample, "requirements")) is None
    with clock_set_to(lambda: START):
        declare_ready(admin, sample)
    keep_version(admin, sample, "later, and no declaration")
    ready = read_ready(admin, sample, read_entries(admin, sample, "requirements"))
    assert ready is not None
    assert (ready.version.number, ready.version.by, ready.version.at) == (1, "Lin", START)
    assert ready.changed == 0
    save_answer(admin, sample, "merchant_name", "Muster Trading")
    ready = read_ready(admin, sample, read_entries(admin, sample, "requirements"))
    assert ready is not None
    assert ready.changed == 1
    assert read_journey(admin, sample).standing.ready_at == START
    assert [line.occasion for line in list_versions(admin, sample)] == ["by_hand", "ready"]
