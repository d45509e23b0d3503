"""Named versions: kept as things stood, compared, restored without losing anything, on both databases."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.exc import StatementError
from sqlmodel import col, select

from domain.requirements.versions import Difference, VersionLine
from domain.shared.contents import NOTHING, Content
from domain.shared.outcomes import DomainError
from domain.shared.people import Actor, Role
from models import AuditEntry, Project
from services.projects import create_project, move_project
from services.record import put_all, read_entries, save_entry
from services.requirements import accept_default, save_answer, set_aside
from services.sentences import explain
from services.unit import clock_set_to, find, look, work
from services.versions import (
    compare_versions,
    declare_ready,
    keep_version,
    keep_version_within,
    list_versions,
    read_ready,
    restore_version,
)
from tests.colleagues_case import colleague_of
from words import LANGUAGES

START = datetime(2026, 11, 22, 8, tzinfo=UTC)


@pytest.fixture
def project(admin: Actor) -> str:
    return create_project(admin, "Nordics")


def stored(actor: Actor, project: str) -> dict[str, Content]:
    """Everything the requirements hold, apart from versions and dates."""
    return {
        key: Content(value=entry.value, state=entry.state, origin=entry.origin)
        for key, entry in read_entries(actor, project, "requirements").items()
    }


def answer_all_kinds(actor: Actor, project: str) -> None:
    """A typed answer, an accepted default, one set aside with its answer, a refused draft."""
    save_answer(actor, project, "merchant_name", "Muster")
    accept_default(actor, project, "standard_reply_h")
    save_answer(actor, project, "shops", "shop.example")
    set_aside(actor, project, "shops", "later")
    save_answer(actor, project, "languages_share", {"de": 0.6})


def actions(prefix: str) -> list[str]:
    with look(None) as session:
        chosen = select(AuditEntry).where(col(AuditEntry.action).startswith(prefix))
        return [entry.action for entry in session.exec(chosen.order_by(col(AuditEntry.id))).all()]


def test_a_version_is_listed_with_its_name_who_kept_it_and_when(admin: Actor, project: str) -> None:
    colleague = colleague_of(admin, "Wang")
    with clock_set_to(lambda: START):
        assert keep_version(admin, project, "  Before\tthe call ") == 1
    with clock_set_to(lambda: START + timedelta(hours=1)):
        assert keep_version(colleague, project, "After it") == 2
    assert list_versions(admin, project) == (
        VersionLine(number=2, name="After it", occasion="by_hand", by="Wang", at=START + timedelta(hours=1)),
        VersionLine(number=1, name="Before the call", occasion="by_hand", by="Lin", at=START),
    )
    assert actions("versions.") == ["versions.keep", "versions.keep"]


def test_each_project_counts_its_own_versions(admin: Actor, project: str) -> None:
    other = create_project(admin, "Baltics")
    keep_version(admin, project, "one")
    assert keep_version(admin, other, "one") == 1


@pytest.mark.parametrize(("name", "code"), [("  ", "versions.name_empty"), ("x" * 121, "versions.name_long")])
def test_a_version_needs_a_name_of_a_line(admin: Actor, project: str, name: str, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        keep_version(admin, project, name)
    assert refused.value.code == code
    assert all(explain(language, refused.value) for language in LANGUAGES)
    assert list_versions(admin, project) == ()


def test_the_difference_to_now_says_what_was_and_what_is_in_the_order_asked(
    admin: Actor, project: str
) -> None:
    answer_all_kinds(admin, project)
    keep_version(admin, project, "first")
    assert compare_versions(admin, project, 1) == ()
    save_answer(admin, project, "merchant_name", "Muster Trading")
    save_answer(admin, project, "standard_reply_h", 24.0)
    save_answer(admin, project, "languages_share", None)
    save_answer(admin, project, "markets", ["DE"])
    assert compare_versions(admin, project, 1) == (
        Difference(
            question="merchant_name", before=Content(value="Muster"), after=Content(value="Muster Trading")
        ),
        Difference(question="markets", before=NOTHING, after=Content(value=["DE"])),
        Difference(
            question="languages_share", before=Content(value={"de": 0.6}, state="draft"), after=NOTHING
        ),
        # The same 24 hours, but typed now: no longer an assumption.
        Difference(
            question="standard_reply_h", before=Content(value=24, origin="default"), after=Content(value=24)
        ),
    )


def test_two_versions_are_compared_in_either_direction(admin: Actor, project: str) -> None:
    save_answer(admin, project, "merchant_name", "one")
    keep_version(admin, project, "first")
    save_answer(admin, project, "merchant_name", "two")
    keep_version(admin, project, "second")
    save_answer(admin, project, "merchant_name", "three")
    (forth,) = compare_versions(admin, project, 1, 2)
    (back,) = compare_versions(admin, project, 2, 1)
    assert (forth.before.value, forth.after.value) == ("one", "two")
    assert (back.before.value, back.after.value) == ("two", "one")


def test_restoring_brings_back_every_state_and_origin_and_restoring_again_takes_it_back(
    admin: Actor, project: str
) -> None:
    answer_all_kinds(admin, project)
    then = stored(admin, project)
    keep_version(admin, project, "first")
    save_answer(admin, project, "merchant_name", None)
    save_answer(admin, project, "standard_reply_h", 48)
    set_aside(admin, project, "shops", None)
    save_answer(admin, project, "languages_share", {"de": 1})
    save_answer(admin, project, "markets", ["DE"])
    now = stored(admin, project)
    assert restore_version(admin, project, 1) == 2
    assert stored(admin, project) == then
    (kept, _) = list_versions(admin, project)
    assert (kept.number, kept.occasion, kept.name) == (2, "restore", "1")
    restore_version(admin, project, 2)
    assert stored(admin, project) == now
    assert actions("versions.") == [
        "versions.keep",
        "versions.keep",
        "versions.restore",
        "versions.keep",
        "versions.restore",
    ]


def test_a_restored_answer_overtakes_the_form_somebody_still_has_open(admin: Actor, project: str) -> None:
    save_answer(admin, project, "merchant_name", "one")
    keep_version(admin, project, "first")
    read = save_answer(admin, project, "merchant_name", "two")
    restore_version(admin, project, 1)
    with pytest.raises(DomainError, match="overtaken"):
        save_answer(admin, project, "merchant_name", "three", version=read)


def test_restoring_leaves_pilot_and_contract_alone(admin: Actor, project: str) -> None:
    keep_version(admin, project, "empty")
    save_entry(admin, project, "pilot", "weeks", value=3)
    save_entry(admin, project, "contract", "fee", value=1)
    restore_version(admin, project, 1)
    assert read_entries(admin, project, "pilot")["weeks"].value == 3
    assert read_entries(admin, project, "contract")["fee"].value == 1


def test_a_version_kept_with_more_work_is_kept_only_if_that_work_is_done(admin: Actor, project: str) -> None:

    def imported(value: Any) -> None:
        with work(admin) as session:
            found = find(session, Project, project)
            keep_version_within(session, found, "import", "form.xlsx")
            put_all(session, found, "requirements", {"orders_month": (value, "answered")}, origin="import")

    with pytest.raises(StatementError, match="JSON"):
        imported(float("nan"))
    assert list_versions(admin, project) == ()
    imported(7)
    (kept,) = list_versions(admin, project)
    assert (kept.occasion, kept.name) == ("import", "form.xlsx")
    (changed,) = compare_versions(admin, project, 1)
    assert (changed.question, changed.after) == ("orders_month", Content(value=7, origin="import"))


OF_ONE_PROJECT: dict[str, Callable[[Actor, str], Any]] = {
    "keep": lambda actor, project: keep_version(actor, project, "mine"),
    "ready": declare_ready,
    "list": list_versions,
    "read ready": lambda actor, project: read_ready(actor, project, {}),
    "compare": lambda actor, project: compare_versions(actor, project, 1),
    "restore": lambda actor, project: restore_version(actor, project, 1),
}


@pytest.mark.parametrize("what", OF_ONE_PROJECT)
def test_another_organisation_and_vendors_get_at_no_version(
    admin: Actor, stranger: Actor, project: str, what: str
) -> None:
    keep_version(admin, project, "first")
    for actor, code in (
        (stranger, "accounts.not_found"),
        (replace(admin, role=Role.VENDOR), "accounts.not_allowed"),
    ):
        with pytest.raises(DomainError) as refused:
            OF_ONE_PROJECT[what](actor, project)
        assert refused.value.code == code
    assert len(list_versions(admin, project)) == 1


def test_a_version_of_another_project_is_not_found(admin: Actor, project: str) -> None:
    other = create_project(admin, "Baltics")
    keep_version(admin, other, "first")
    for act in (OF_ONE_PROJECT["compare"], OF_ONE_PROJECT["restore"]):
        with pytest.raises(DomainError, match="not_found"):
            act(admin, project)


def test_a_deleted_project_shows_its_versions_and_takes_no_new_one(admin: Actor, project: str) -> None:
    keep_version(admin, project, "first")
    move_project(admin, project, "deleted")
    assert len(list_versions(admin, project)) == 1
    for what in ("keep", "ready", "restore"):
        with pytest.raises(DomainError, match=r"projects\.deleted"):
            OF_ONE_PROJECT[what](admin, project)
