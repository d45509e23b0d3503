"""What vendors are sent is kept: each different state of the requirements once."""

import json
from typing import Any

import pytest

from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from services.contract_terms import save_term
from services.projects import create_project, move_project
from services.requirements import save_answer
from services.samples import open_sample
from services.sourcing_project import hand_out
from services.versions import list_versions


@pytest.fixture
def project(admin: Actor) -> str:
    return open_sample(admin, "tmall-cosmetics")


def occasions(actor: Actor, project: str) -> list[str]:
    return [line.occasion for line in list_versions(actor, project)]


def test_a_request_handed_out_keeps_the_requirements_it_was_made_from(admin: Actor, project: str) -> None:
    assert hand_out(admin, project, "json", "en", anonymous=False).startswith(b"{")
    assert occasions(admin, project) == ["share"]


def test_further_files_of_the_same_state_keep_no_further_version(admin: Actor, project: str) -> None:
    hand_out(admin, project, "json", "en", anonymous=False)
    hand_out(admin, project, "xlsx", "zh", anonymous=True)
    assert occasions(admin, project) == ["share"]


def test_after_a_change_the_next_file_keeps_the_new_state(admin: Actor, project: str) -> None:
    hand_out(admin, project, "json", "en", anonymous=False)
    save_answer(admin, project, "growth_year", 0.3)
    hand_out(admin, project, "json", "en", anonymous=False)
    assert occasions(admin, project) == ["share", "share"]


def test_a_project_deleted_meanwhile_keeps_its_versions_as_they_are(admin: Actor, project: str) -> None:
    move_project(admin, project, "deleted")
    hand_out(admin, project, "json", "en", anonymous=False)
    assert occasions(admin, project) == []


def test_a_request_that_cannot_be_made_is_refused_and_kept_nowhere(admin: Actor) -> None:
    empty = create_project(admin, "Nothing yet")
    with pytest.raises(DomainError) as refused:
        hand_out(admin, empty, "json", "en", anonymous=False)
    assert refused.value.code == "request.answers_missing"
    assert occasions(admin, empty) == []


def test_a_term_settled_in_the_contract_is_told_to_vendors(admin: Actor, project: str) -> None:
    before = json.loads(hand_out(admin, project, "json", "en", anonymous=False))
    save_term(admin, project, "arbitration_seat", "shanghai")
    after = json.loads(hand_out(admin, project, "json", "en", anonymous=False))
    assert [name for name in _items(after) if name not in _items(before)] == ["term.arbitration_seat"]
    assert _items(after)["term.arbitration_seat"]["text"] == {"zh": "中国上海", "en": "Shanghai, China"}


def _items(told: dict[str, Any]) -> dict[str, Any]:
    return {item["id"]: item for part in told["parts"] for item in part["items"]}
