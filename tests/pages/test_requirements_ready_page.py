"""Declaring the requirements ready, in both languages."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from services.catalog import catalog
from services.projects import create_project, move_project
from services.requirements import read_requirements, save_answer
from services.samples import open_sample
from services.unit import clock_set_to
from services.versions import list_versions
from tests.requirements_case import Desk, buttons, words

LAST = catalog().book.sections[-1].id


AT = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)


@pytest.fixture
def desk(desk: Desk) -> Iterator[Desk]:
    with clock_set_to(lambda: AT):
        yield desk


@pytest.fixture
def project(desk: Desk) -> str:
    return create_project(desk.actor, "Five-language desk")


def test_while_something_is_missing_nothing_is_ready(desk: Desk, project: str) -> None:
    screen = desk.open(project, LAST)
    count = len(read_requirements(desk.actor, project).unsettled)
    assert words(desk, "versions.not_ready", count=count) in desk.text
    assert "declare_ready" not in buttons(screen)


def test_ready_is_declared_in_the_last_section_and_counts_later_changes(desk: Desk) -> None:
    sample = open_sample(desk.actor)
    screen = desk.open(sample, LAST)
    screen.button(key="declare_ready").click()
    desk.run()
    (version,) = list_versions(desk.actor, sample)
    assert version.occasion == "ready"
    since = words(desk, "versions.ready_since", number=1, name="Lin", time="14:32")
    assert since in desk.text
    assert "declare_ready" not in buttons(screen)
    save_answer(desk.actor, sample, "merchant_name", "Another")
    desk.run()
    assert words(desk, "versions.changed_since", count=1) in desk.text
    assert "declare_ready" in buttons(screen)


def test_a_deleted_project_is_not_declared_ready(desk: Desk) -> None:
    sample = open_sample(desk.actor)
    screen = desk.open(sample, LAST)
    move_project(desk.actor, sample, "deleted")
    screen.button(key="declare_ready").click()
    desk.run()
    assert len(screen.error) == 1
    assert list_versions(desk.actor, sample) == ()


def test_the_versions_are_one_click_away(desk: Desk, project: str) -> None:
    screen = desk.open(project, "company")
    screen.button(key="to_versions").click()
    desk.run()
    assert "version_keep" in buttons(screen)
