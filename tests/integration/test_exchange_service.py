"""Everything of a project in one ZIP, whatever its people called it and however little there is."""

import hashlib
import io
import json
import tomllib
import zipfile
from typing import Any

import pytest

from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from services.contract import ProjectContract
from services.exchange import file_name, project_files, project_zip
from services.json_files import as_json
from services.pilot_files import add_upload
from services.projects import create_project, move_project
from services.record import save_entry
from services.requirements import from_file, save_answer
from services.samples import open_sample
from services.scoring import plan_from
from tests.portal_server import ROOT
from tests.projects_case import line_of
from words import has

FOLDER = ROOT / "data" / "samples" / "shenzhen-eu"
REQUEST = {"rfp.bilingual.docx", "rfp.bilingual.pdf", "rfp.json"}
CONTRACT = {f"contract.{form}.{kind}" for form in ("zh", "en", "bilingual") for kind in ("docx", "pdf")}
TICKETS = (
    b"ticket_id,vendor,channel,language,created_at,first_human_reply_at,status\n"
    b"T1,A,email,de,2026-10-05T09:00:00+02:00,2026-10-05T10:00:00+02:00,resolved\n"
)


def unpacked(zipped: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(zipped)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def told(files: dict[str, bytes]) -> dict[str, Any]:
    summary: dict[str, Any] = json.loads(files["summary.json"])
    return summary


def test_the_download_of_the_sample_holds_everything_and_says_so_truly(admin: Actor) -> None:
    project = open_sample(admin)
    zipped = project_zip(admin, project)
    files = unpacked(zipped)
    assert set(files) == CONTRACT | REQUEST | {
        "requirements.json",
        "record.json",
        "cost.json",
        "plan.json",
        "scorecard.json",
        "tickets/1-tickets.csv",
        "summary.json",
    }
    summary = told(files)
    assert summary["absent"] == {}
    assert summary["files"] == {
        name: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in files.items()
        if name != "summary.json"
    }
    assert files["tickets/1-tickets.csv"] == (FOLDER / "tickets.csv").read_bytes()
    assert files["contract.zh.pdf"].startswith(b"%PDF-")
    assert files["rfp.bilingual.pdf"].startswith(b"%PDF-")
    assert json.loads(files["rfp.json"])["figures"]["demand"]["total"] == 6000
    assert project_zip(admin, project) == zipped, "the same project gives the same bytes"


def test_what_was_downloaded_can_be_read_again(admin: Actor) -> None:
    project = open_sample(admin)
    files = project_files(admin, project)
    name, record = from_file(json.loads(files["requirements.json"]))
    original = tomllib.loads((FOLDER / "requirements.toml").read_text(encoding="utf-8"))
    assert name == line_of(admin, project).name
    again = {
        question: answer.value for question, answer in record.answers.items() if answer.state == "answered"
    }
    assert set(again) == set(original["answers"])
    plan = plan_from(json.loads(files["plan.json"]))
    assert (plan.weeks, plan.zone) == (4, "Europe/Berlin")


def test_an_empty_project_downloads_and_names_what_is_absent_with_codes_that_have_words(admin: Actor) -> None:
    files = unpacked(project_zip(admin, create_project(admin, "Nordics")))
    assert set(files) == {"requirements.json", "record.json", "summary.json"}
    absent = told(files)["absent"]
    assert absent == {
        "cost.json": "costing.answers_missing",
        "scorecard.json": "stage_state.no_file",
        "contract": "contract_terms.answer_missing",
        "rfp": "request.answers_missing",
    }
    assert all(has(code) for code in absent.values())


def test_a_project_that_asks_without_names_downloads_the_anonymous_request(admin: Actor) -> None:
    project = open_sample(admin)
    save_answer(admin, project, "anonymous_request", True)
    files = project_files(admin, project)
    assert {name for name in files if name.startswith("rfp")} == {
        "rfp.anonymous.bilingual.docx",
        "rfp.anonymous.bilingual.pdf",
        "rfp.anonymous.json",
    }
    assert "虚构家居" not in files["rfp.anonymous.json"].decode()


def test_a_project_without_a_contract_still_has_its_costs(admin: Actor) -> None:
    project = open_sample(admin)
    save_answer(admin, project, "vendor_country", None)
    files = project_files(admin, project)
    assert told(files)["absent"] == {"contract": "contract_terms.answer_missing"}
    assert not CONTRACT & set(files)
    assert "cost.json" in files


def test_a_refused_term_is_kept_in_the_record_and_does_not_stop_the_contract(admin: Actor) -> None:
    project = open_sample(admin)
    save_entry(admin, project, "contract", "term_months", value="soon", state="draft")
    files = project_files(admin, project)
    assert set(files) >= CONTRACT
    kept = json.loads(files["record.json"])["contract"]["term_months"]
    assert (kept["state"], kept["value"]) == ("draft", "soon")


def test_a_name_that_one_form_cannot_print_leaves_out_that_file_alone_and_says_why(admin: Actor) -> None:
    project = open_sample(admin)
    # No font of ours holds the character, so no PDF can print it; Word brings its own.
    save_answer(admin, project, "merchant_name", "Muster 🙂 GmbH")
    files = unpacked(project_zip(admin, project))
    unprinted = {name for name in CONTRACT | REQUEST if name.endswith(".pdf")}
    assert (CONTRACT | REQUEST) - unprinted <= set(files)
    absent = told(files)["absent"]
    assert set(absent) == unprinted
    assert all(has(code) for code in absent.values())


def test_what_is_zipped_is_made_small(admin: Actor) -> None:
    with zipfile.ZipFile(io.BytesIO(project_zip(admin, open_sample(admin)))) as archive:
        assert {member.compress_type for member in archive.infolist()} == {zipfile.ZIP_DEFLATED}
        tickets = archive.getinfo("tickets/1-tickets.csv")
    assert tickets.compress_size < tickets.file_size / 2


def test_a_second_download_writes_no_document_again(admin: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    project = open_sample(admin)
    first = project_zip(admin, project)

    def writes(*_: Any) -> bytes:
        raise AssertionError("a document was written again")

    monkeypatch.setattr(ProjectContract, "file", writes)
    assert project_zip(admin, project) == first
    save_answer(admin, project, "merchant_name", "Another name")
    with pytest.raises(AssertionError):
        project_zip(admin, project)


def test_a_refused_answer_is_kept_in_the_record(admin: Actor) -> None:
    project = create_project(admin, "Nordics")
    save_answer(admin, project, "orders_month", "many")
    record = json.loads(project_files(admin, project)["record.json"])
    assert record["requirements"]["orders_month"]["value"] == "many"


def test_a_deleted_project_takes_no_ticket_file(admin: Actor) -> None:
    project = create_project(admin, "Nordics")
    move_project(admin, project, "deleted")
    with pytest.raises(DomainError) as refusal:
        add_upload(admin, project, name="tickets.csv", content=TICKETS, zone=None, replace=False)
    assert refusal.value.code == "projects.deleted"


HOSTILE = {
    "../../etc/passwd": "passwd",
    "..\\..\\boot.ini": "boot.ini",
    "/": "file",
    "..": "file",
    "": "file",
    "C:\\tickets.csv": "tickets.csv",
    "CON": "CON_",
    "con.csv": "con_.csv",
    "LPT1.tar.gz": "LPT1_.tar.gz",
    "console.csv": "console.csv",
    "a\x00b\x1f\x7f\u202ecsv.exe": "abcsv.exe",
    'what?<is>|this*:".csv': "what__is__this___.csv",
    "工单 🇪🇺.csv": "工单 🇪🇺.csv",
    "lone \ud800.csv": "lone .csv",
    "e\u0301te.csv": "éte.csv",
    " . hidden. ": "hidden",
}


@pytest.mark.parametrize(("given", "safe"), HOSTILE.items())
def test_a_hostile_name_becomes_one_every_system_takes(given: str, safe: str) -> None:
    assert file_name(given) == safe


def test_of_a_long_name_the_end_stays_and_no_character_is_cut_in_two() -> None:
    name = file_name("客" * 300 + ".csv")
    assert len(name.encode()) <= 120
    assert name.endswith("客.csv")
    assert set(name) == set("客.csv")


@pytest.mark.parametrize("hostile", ["../../x", "CON", "🇪🇺 \u202e客服", "a/b\\c:d", "x" * 120])
def test_hostile_project_and_file_names_make_safe_names_inside_the_zip(admin: Actor, hostile: str) -> None:
    project = create_project(admin, hostile)
    for name in (hostile, hostile):
        add_upload(admin, project, name=name, content=TICKETS, zone=None, replace=False)
    names = list(unpacked(project_zip(admin, project)))
    tickets = [name for name in names if name.startswith("tickets/")]
    assert len(set(names)) == len(names)
    assert len(tickets) == 2
    for name in names:
        assert ".." not in name.split("/")
        assert not name.startswith("/")
        assert "\\" not in name
        assert name.count("/") <= 1
        assert name.isprintable()


def test_json_never_holds_what_other_programs_refuse() -> None:
    with pytest.raises(ValueError, match="JSON"):
        as_json({"value": float("nan")})
    assert as_json({"名": "客"}).decode() == '{\n  "名": "客"\n}\n'
