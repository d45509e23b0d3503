"""Requirements go out and come back on both databases: nothing is lost, nothing is overwritten unseen."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from domain.requirements.imports import FILE_KINDS, FileKind
from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from services.projects import create_project
from services.record import save_entry
from services.requirements import SUBJECT, accept_default, read_requirements, save_answer, set_aside
from services.requirements_exchange import export_requirements, read_import, save_import
from services.samples import open_sample
from services.versions import compare_versions, list_versions, restore_version
from tests.form_case import typed


@pytest.fixture
def project(admin: Actor) -> str:
    """A project with an answer of every state and origin."""
    made = open_sample(admin)
    save_answer(admin, made, "merchant_name", "Muster")
    save_answer(admin, made, "weekly_contract_hours", None)
    accept_default(admin, made, "weekly_contract_hours")
    save_answer(admin, made, "occupancy", 7)
    set_aside(admin, made, "orders_month", "not_applicable")
    set_aside(admin, made, "return_rules", "later")
    save_entry(admin, made, SUBJECT, "shops", value={"odd": ["\x01"]}, state="draft")
    return made


def states(actor: Actor, project: str) -> Mapping[str, tuple[str, Any]]:
    """State and value of every answer."""
    entries = read_requirements(actor, project).entries
    return {key: (entry.state, entry.value) for key, entry in entries.items()}


def test_a_form_read_into_another_project_makes_the_same_record(admin: Actor, project: str) -> None:
    other = create_project(admin, "Copy")
    made = read_import(admin, other, "form.xlsx", export_requirements(admin, project, "xlsx"))
    assert not made.problems
    save_import(admin, other, made, [change.question for change in made.changes])
    assert states(admin, other) == states(admin, project)
    origins = {key: entry.origin for key, entry in read_requirements(admin, other).entries.items()}
    assert origins["weekly_contract_hours"] == "default"
    assert origins["merchant_name"] == "import"
    assert origins["region_chosen"] == "sample"


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_what_was_just_exported_would_change_nothing(admin: Actor, project: str, kind: FileKind) -> None:
    content = export_requirements(admin, project, kind)
    assert read_import(admin, project, f"x.{kind}", content).changes == ()


@pytest.mark.parametrize("kind", ["json", "toml"])
def test_a_file_changes_what_it_mentions_and_leaves_the_rest(
    admin: Actor, project: str, kind: FileKind
) -> None:
    text = {
        "json": '{"kind": "kefu.requirements", "version": 1, "name": "x", "answers": {"shrinkage": 0.25}}',
        "toml": 'kind = "kefu.requirements"\nversion = 1\nname = "x"\n[answers]\nshrinkage = 0.25\n',
    }[kind]
    before = states(admin, project)
    made = read_import(admin, project, f"X.{kind.upper()}", text.encode())
    assert [change.question for change in made.changes] == ["shrinkage"]
    save_import(admin, project, made, ["shrinkage"])
    assert states(admin, project) == {**before, "shrinkage": ("answered", 0.25)}


def test_a_version_keeps_what_was_and_brings_it_back(admin: Actor, project: str) -> None:
    before = states(admin, project)
    form = typed(export_requirements(admin, project, "xlsx"), {("shrinkage", "answer"): 0.25})
    made = read_import(admin, project, "from the warehouse.xlsx", form)
    kept = save_import(admin, project, made, ["shrinkage"])
    (line,) = list_versions(admin, project)
    assert (line.number, line.occasion, line.name) == (kept, "import", "from the warehouse.xlsx")
    assert [each.question for each in compare_versions(admin, project, kept)] == ["shrinkage"]
    restore_version(admin, project, kept)
    assert states(admin, project) == before


def test_one_answer_that_somebody_changed_meanwhile_keeps_all_of_them_from_being_saved(
    admin: Actor, project: str
) -> None:
    answers = {("shrinkage", "answer"): 0.25, ("chat_concurrency", "answer"): 3}
    form = typed(export_requirements(admin, project, "xlsx"), answers)
    made = read_import(admin, project, "form.xlsx", form)
    save_answer(admin, project, "chat_concurrency", 1)
    before = states(admin, project)
    with pytest.raises(DomainError) as caught:
        save_import(admin, project, made, ["shrinkage", "chat_concurrency"])
    assert caught.value.code == "accounts.overtaken"
    assert states(admin, project) == before
    assert list_versions(admin, project) == ()


def test_a_file_of_another_kind_is_named_and_nothing_changes(admin: Actor, project: str) -> None:
    for name, content, code in (
        ("notes.txt", b"x", "import.ending"),
        ("x.json", b"{", "command.not_toml_or_json"),
        ("x.json", json.dumps({"kind": "kefu.plan"}).encode(), "requirements.file.kind"),
        ("x.toml", b" " * (5 * 2**20), "forms.too_large"),
        ("x.xlsx", b"hello", "forms.not_a_spreadsheet"),
    ):
        with pytest.raises(DomainError) as caught:
            read_import(admin, project, name, content)
        assert caught.value.code == code


def test_another_organisation_neither_exports_nor_imports(
    admin: Actor, stranger: Actor, project: str
) -> None:
    made = read_import(admin, project, "form.xlsx", export_requirements(admin, project, "xlsx"))
    for attempt in (
        lambda: export_requirements(stranger, project, "xlsx"),
        lambda: read_import(stranger, project, "form.xlsx", b""),
        lambda: save_import(stranger, project, made, []),
    ):
        with pytest.raises(DomainError) as caught:
            attempt()
        assert caught.value.code == "accounts.not_found"


def test_a_line_break_typed_into_the_form_is_a_change(admin: Actor) -> None:
    project = create_project(admin, "Winter")
    save_answer(admin, project, "shops", "Shop A Shop B")
    form = typed(export_requirements(admin, project, "xlsx"), {("shops", "answer"): "Shop A\nShop B"})
    (change,) = read_import(admin, project, "form.xlsx", form).changes
    assert (change.question, change.after.value) == ("shops", "Shop A\nShop B")
