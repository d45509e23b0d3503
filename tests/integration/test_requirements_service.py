"""Saving answers: versions, drafts, defaults, whose they are."""

from typing import Any

import pytest

from domain.shared.contents import Content
from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from services.catalog import catalog
from services.projects import create_project
from services.record import NO_ENTRY
from services.requirements import accept_default, read_requirements, save_answer, save_content, set_aside


@pytest.fixture
def project(admin: Actor) -> str:
    return create_project(admin, "Five-language desk")


def test_each_save_counts_the_version_on(admin: Actor, project: str) -> None:
    first = save_answer(admin, project, "merchant_name", "Muster", version=NO_ENTRY)
    second = save_answer(admin, project, "merchant_name", "Muster GmbH", version=first)
    assert second == first + 1
    assert read_requirements(admin, project).version("merchant_name") == second


def test_the_same_value_again_is_no_change(admin: Actor, project: str) -> None:
    first = save_answer(admin, project, "merchant_name", "Muster")
    assert save_answer(admin, project, "merchant_name", "Muster", version=NO_ENTRY) == first


def test_an_answer_taken_away_has_no_version(admin: Actor, project: str) -> None:
    save_answer(admin, project, "merchant_name", "Muster")
    assert save_answer(admin, project, "merchant_name", None) == NO_ENTRY
    assert read_requirements(admin, project).version("merchant_name") == NO_ENTRY


@pytest.mark.parametrize("seen", ["nothing", "the first answer"])
def test_an_answer_given_meanwhile_is_not_overwritten(admin: Actor, project: str, seen: str) -> None:
    version = NO_ENTRY if seen == "nothing" else save_answer(admin, project, "merchant_name", "Muster")
    save_answer(admin, project, "merchant_name", "Somebody else's")
    with pytest.raises(DomainError) as refusal:
        save_answer(admin, project, "merchant_name", "Mine", version=version)
    assert refusal.value.code == "accounts.overtaken"
    assert read_requirements(admin, project).record.value("merchant_name") == "Somebody else's"


def test_a_refused_value_is_kept_as_a_draft_and_read_as_missing(admin: Actor, project: str) -> None:
    save_answer(admin, project, "contacts_month", {"email": -1})
    requirements = read_requirements(admin, project)
    assert requirements.shown("contacts_month") == {"email": -1}
    assert requirements.drafts["contacts_month"][1].code == "answer.below"
    assert "contacts_month" in requirements.record.missing


def test_an_accepted_default_is_an_answer_and_an_assumption(admin: Actor, project: str) -> None:
    accept_default(admin, project, "standard_reply_h")
    requirements = read_requirements(admin, project)
    # data/questions/standard_reply_h.toml: 24 hours, trade article line 31.
    assert requirements.shown("standard_reply_h") == 24
    assert "standard_reply_h" in requirements.record.assumptions


def test_a_default_never_replaces_an_answer_given_meanwhile(admin: Actor, project: str) -> None:
    save_answer(admin, project, "standard_reply_h", 8)
    with pytest.raises(DomainError) as refusal:
        accept_default(admin, project, "standard_reply_h")
    assert refusal.value.code == "accounts.overtaken"


def test_the_default_accepted_is_the_one_of_the_market(admin: Actor, project: str) -> None:
    save_answer(admin, project, "markets", ["CN"])
    accept_default(admin, project, "aht_s")
    record = read_requirements(admin, project).record
    stored = read_requirements(admin, project).entries["aht_s"].value
    assert stored == record.book.questions["aht_s"].default
    assert stored != catalog().book.questions["aht_s"].default


def test_whatever_is_decided_about_a_question_is_saved_unless_somebody_was_quicker(
    admin: Actor, project: str
) -> None:
    question = "standard_reply_h"
    decided = [Content(value=24, origin="default"), Content(value=30), Content(value=None, state="later")]
    version = NO_ENTRY
    for number, content in enumerate(decided, start=1):
        with pytest.raises(DomainError, match="overtaken"):
            save_content(admin, project, question, content, version=number + 1)
        version = save_content(admin, project, question, content, version=version)
        assert version == number
        entry = read_requirements(admin, project).entries[question]
        assert (entry.state, entry.origin) == (content.state, content.origin)
    # What is set aside keeps the answer it had, and knowingly anything can be saved over anything.
    assert read_requirements(admin, project).entries[question].value == 30
    assert save_content(admin, project, question, Content(value=12), version=None) == version + 1


def test_setting_aside_and_opening_again(admin: Actor, project: str) -> None:
    set_aside(admin, project, "vendor_name", "later")
    assert read_requirements(admin, project).set_aside("vendor_name") == "later"
    set_aside(admin, project, "vendor_name", None)
    assert read_requirements(admin, project).set_aside("vendor_name") == ""


@pytest.mark.parametrize("state", ["later", "not_applicable"])
def test_what_is_set_aside_comes_back_as_it_was(admin: Actor, project: str, state: Any) -> None:
    save_answer(admin, project, "vendor_name", "Demo Nord")
    set_aside(admin, project, "vendor_name", state)
    aside = read_requirements(admin, project)
    assert aside.record.given("vendor_name") is None
    assert aside.shown("vendor_name") is None
    set_aside(admin, project, "vendor_name", None)
    assert read_requirements(admin, project).record.value("vendor_name") == "Demo Nord"


def test_a_default_and_a_draft_that_were_set_aside_come_back_as_such(admin: Actor, project: str) -> None:
    accept_default(admin, project, "standard_reply_h")
    save_answer(admin, project, "contacts_month", {"email": -1})
    for question in ("standard_reply_h", "contacts_month"):
        set_aside(admin, project, question, "later")
        set_aside(admin, project, question, None)
    requirements = read_requirements(admin, project)
    assert "standard_reply_h" in requirements.record.assumptions
    assert requirements.drafts["contacts_month"][0] == {"email": -1}


def test_an_answer_changed_meanwhile_is_not_set_aside_unseen(admin: Actor, project: str) -> None:
    seen = save_answer(admin, project, "vendor_name", "Demo Nord")
    save_answer(admin, project, "vendor_name", "Demo Sur")
    with pytest.raises(DomainError) as refusal:
        set_aside(admin, project, "vendor_name", "later", version=seen)
    assert refusal.value.code == "accounts.overtaken"
    assert read_requirements(admin, project).record.value("vendor_name") == "Demo Sur"


def test_a_project_nobody_answered_has_never_been_saved(admin: Actor, project: str) -> None:
    assert read_requirements(admin, project).saved_at is None
    save_answer(admin, project, "merchant_name", "Muster")
    saved_at = read_requirements(admin, project).saved_at
    assert saved_at is not None
    assert saved_at.tzinfo is not None


def test_another_organisation_neither_reads_nor_writes(admin: Actor, stranger: Actor, project: str) -> None:
    for attempt in (
        lambda: read_requirements(stranger, project),
        lambda: save_answer(stranger, project, "merchant_name", "Mine"),
        lambda: set_aside(stranger, project, "merchant_name", "later"),
        lambda: accept_default(stranger, project, "standard_reply_h"),
    ):
        with pytest.raises(DomainError) as refusal:
            attempt()
        assert refusal.value.code == "accounts.not_found"
    assert read_requirements(admin, project).entries == {}
