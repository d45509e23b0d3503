"""A mistake in the lawyer's folder stops the start and is named."""

import shutil
from pathlib import Path

import pytest

from catalog.annexes import load_annexes, load_transfers
from catalog.clauses import load_clauses
from catalog.contract_rules import load_rules
from catalog.reader import TEMPLATES, CatalogError

CLAUSE = """
id = "notice"
chapter = "data"
order = 601
title = { zh = "通知", en = "Notice" }
purpose = { zh = "及时通知", en = "Notify in time" }
tier = "required"
jurisdictions = ["CN", "CN_EU"]
when = "always"
depth = "full"
status = "draft"
approver = ""
wording_version = 1

[[must]]
id = "hours"
text = { zh = "小时数", en = "hours" }
keywords_zh = ["小时"]
keywords_en = ["hours"]
forbidden = false

[[basis]]
source = "gdpr"
locator = "33"

[[fields]]
id = "notice_h"
kind = "integer"
unit = "hour"
default = 24
minimum = 12
maximum = 48
label = { zh = "通知时限", en = "Notice" }
[fields.origin]
source = "house_judgement"
locator = "12-48"
checked_on = 2026-11-22
valid_from = "unknown"
"""
ZH = "乙方应在{{notice_h}}内通知甲方，见{{ref:notice}}和{{annex:notes}}。\n"
EN = "The Vendor notifies within {{notice_h}}; see {{ref:notice}} and {{annex:notes}}.\n"
ANNEXES = """
[[annexes]]
id = "notes"
title = { zh = "备注", en = "Notes" }
[[annexes.parts]]
title = { zh = "备注", en = "Notes" }
paragraphs = [{ zh = "时限为{{notice_h}}。", en = "The period is {{notice_h}}." }]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    package = tmp_path / "clauses" / "notice"
    package.mkdir(parents=True)
    files = {"clause.toml": CLAUSE, "zh.md": ZH, "en.md": EN, "notes.md": "说明。\n\nNote.\n"}
    for name, text in files.items():
        (package / name).write_text(text, encoding="utf-8")
    (tmp_path / "annexes.toml").write_text(ANNEXES, encoding="utf-8")
    shutil.copy(TEMPLATES / "checks.toml", tmp_path / "checks.toml")
    return tmp_path


def change(folder: Path, name: str, before: str, after: str) -> None:
    path = folder / name if name.endswith("annexes.toml") else folder / "clauses" / "notice" / name
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def refusal(folder: Path) -> CatalogError:
    with pytest.raises(CatalogError) as refused:
        load_clauses(folder)
    return refused.value


def test_a_sound_package_loads(folder: Path) -> None:
    library = load_clauses(folder, sources={"gdpr", "house_judgement"})
    assert [package.clause.id for package in library.packages] == ["notice"]
    assert library.fields["notice_h"].default == 24
    assert library.packages[0].notes.zh == "说明。"
    assert library.clause_of_field == {"notice_h": "notice"}


@pytest.mark.parametrize(
    ("name", "before", "after", "reason"),
    [
        ("clause.toml", "tier =", "tear =", "unknown_key"),
        ("clause.toml", ', en = "Notice" }\npurpose', " }\npurpose", "missing_key"),
        ("clause.toml", 'tier = "required"', 'tier = "vital"', "not_a_choice"),
        ("clause.toml", 'id = "notice"\nchapter', 'id = "other"\nchapter', "id_not_folder"),
        ("clause.toml", "order = 601", "order = 701", "order_not_chapter"),
        ("clause.toml", 'when = "always"', 'when = "court"', "condition_not_conditional"),
        ("clause.toml", 'when = "always"', 'when = "full_moon"', "condition_not_conditional"),
        ("clause.toml", 'status = "draft"', 'status = "approved"', "missing_key"),
        ("clause.toml", "default = 24", "default = 72", "default_outside"),
        ("clause.toml", "default = 24", 'default = "soon"', "bad_default"),
        ("clause.toml", "default = 24", "default_by_case = { CN = 72 }", "default_outside"),
        ("clause.toml", "default = 24", "default_by_case = { US = 24 }", "not_a_choice"),
        ("clause.toml", "minimum = 12", "minimum = 60", "range_inverted"),
        ("clause.toml", 'kind = "integer"', 'kind = "choice"', "choices_missing"),
        ("clause.toml", 'kind = "integer"\nunit = "hour"', 'kind = "money"', "not_a_choice"),
        ("clause.toml", 'kind = "integer"', 'kind = "text"', "unit_without_number"),
        ("clause.toml", 'unit = "hour"', 'unit = "hour"\nprefill = "requirements.age"', "unknown_prefill"),
        ("clause.toml", 'unit = "hour"', 'unit = "hour"\nprefill = "requirements.forum"', "unknown_prefill"),
        ("clause.toml", "checked_on = 2026-11-22", 'checked_on = "soon"', "bad_date"),
        ("clause.toml", 'keywords_zh = ["小时"]\nkeywords_en = ["hours"]', "", "no_keyword"),
        ("zh.md", "乙方", "乙方{单}", "single_brace"),
        ("zh.md", "{{notice_h}}", "{{notice_hours}}", "unknown_field"),
        ("zh.md", "{{ref:notice}}", "{{ref:notices}}", "unknown_ref"),
        ("zh.md", "{{annex:notes}}", "{{annex:note}}", "unknown_annex"),
        ("zh.md", "和{{annex:notes}}", "", "slots_differ"),
        ("zh.md", "乙方", "依《中华人民共和国合同法》，乙方", "repealed_law"),
        ("zh.md", "通知甲方", "通知甲方，否则罚款", "fine_wording"),
        ("zh.md", "通知甲方", "通知【联系人】", "blank_slot"),
        ("en.md", "notifies", "notifies ____", "blank_slot"),
        ("en.md", "see", "see https://ec.europa.eu/consumers/odr and", "odr_link"),
        ("en.md", ".\n", ".\n\nMore.\n", "paragraphs_differ"),
        ("notes.md", "Note.", "Note.\n\nAnother.", "paragraphs_differ"),
        ("annexes.toml", "{{notice_h}}。", "{{notice}}。", "unknown_field"),
        ("annexes.toml", 'en = "The period', 'when = "full_moon", en = "The period', "unknown_predicate"),
        ("annexes.toml", "时限为", "罚款时限为", "fine_wording"),
    ],
)
def test_a_mistake_is_named(folder: Path, name: str, before: str, after: str, reason: str) -> None:
    change(folder, name, before, after)
    error = refusal(folder)
    assert error.values.get("rule", error.reason) == reason
    assert error.file.endswith((name, "notice"))


def test_an_unknown_predicate_of_a_paragraph_is_named(folder: Path) -> None:
    change(folder, "zh.md", "乙方", "?full_moon 乙方")
    change(folder, "en.md", "The Vendor", "?full_moon The Vendor")
    assert refusal(folder).reason == "unknown_predicate"


def test_a_default_without_a_source_is_refused(folder: Path) -> None:
    path = folder / "clauses" / "notice" / "clause.toml"
    path.write_text(CLAUSE.split("[fields.origin]", maxsplit=1)[0], encoding="utf-8")
    assert refusal(folder).reason == "missing_source"


def test_a_field_belongs_to_one_clause_only(folder: Path) -> None:
    twin = folder / "clauses" / "twin"
    shutil.copytree(folder / "clauses" / "notice", twin)
    text = CLAUSE.replace('id = "notice"\n', 'id = "twin"\n').replace("order = 601", "order = 602")
    (twin / "clause.toml").write_text(text, encoding="utf-8")
    error = refusal(folder)
    assert (error.reason, error.key) == ("duplicate_id", "fields.notice_h")


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "clauses" / "notice" / "en.md").unlink()
    error = refusal(folder)
    assert (error.reason, error.file.endswith("en.md")) == ("missing_file", True)


def test_a_source_that_is_not_registered_is_named(folder: Path) -> None:
    with pytest.raises(CatalogError) as refused:
        load_clauses(folder, sources={"house_judgement"})
    assert (refused.value.reason, refused.value.key) == ("unknown_source", "basis.gdpr")


def test_a_table_of_an_annex_has_as_many_cells_as_columns(folder: Path) -> None:
    change(
        folder,
        "annexes.toml",
        "paragraphs = [",
        'columns = [{ head = { zh = "一", en = "One" }, width = 1 }]\nrows = [{ cells = [] }]\nparagraphs = [',
    )
    assert refusal(folder).reason == "cells_not_columns"


def test_a_flow_under_an_unknown_predicate_is_refused(tmp_path: Path) -> None:
    text = (TEMPLATES / "transfers.toml").read_text(encoding="utf-8")
    path = tmp_path / "transfers.toml"
    path.write_text(text.replace('when = "chinese_data_abroad"', 'when = "full_moon"'), encoding="utf-8")
    with pytest.raises(CatalogError) as refused:
        load_transfers(path)
    assert (refused.value.reason, refused.value.key) == ("unknown_predicate", "T6.when")


def test_the_real_annexes_and_flows_load() -> None:
    assert [annex.id for annex in load_annexes(load_rules())] == [
        "authority",
        "service",
        "kpi",
        "limits",
        "dpa",
        "prices",
        "security",
        "transfers",
        "damages",
        "pilot",
        "peaks",
        "negotiation",
    ]
    assert [flow.id for flow in load_transfers()] == [f"T{number}" for number in range(9)]


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ('matcher = "above"', 'matcher = "guess"', "not_a_choice"),
        ("limit = 48", "", "missing_key"),
        ('id = "fine_wording"', 'id = "repealed_law"', "duplicate_id"),
        ('patterns = ["罚款"]', 'patterns = ["罚款("]', "bad_pattern"),
        ('hits = ["72", "49"]', 'hits = ["72"]', "too_few_examples"),
        ('condition = "arbitration"', 'condition = "war"', "unknown_predicate"),
    ],
)
def test_a_rule_that_could_not_work_is_refused(tmp_path: Path, before: str, after: str, reason: str) -> None:
    text = (TEMPLATES / "checks.toml").read_text(encoding="utf-8")
    assert before in text
    path = tmp_path / "checks.toml"
    path.write_text(text.replace(before, after), encoding="utf-8")
    with pytest.raises(CatalogError) as refused:
        load_rules(path)
    assert refused.value.reason == reason
