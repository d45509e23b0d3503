"""The pilot's files: kept whole, scored together, removed and brought back, and nobody else's."""

import csv
import hashlib
import io
from typing import Any

import pytest

from domain.requirements.record import Record
from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from services import pilot_kept
from services.journey import read_journey
from services.kept import Kept
from services.pilot import read_pilot
from services.pilot_files import (
    add_upload,
    erase_upload,
    list_uploads,
    read_content,
    remove_upload,
    restore_upload,
)
from services.pilot_tables import rejected_rows, scorecard_csv, scorecard_xlsx
from services.projects import create_project
from services.requirements import read_requirements
from services.samples import open_sample
from services.scoring import score_parts
from services.sentences import finding_sentence
from tests.pilot_page_case import SAMPLE, tickets


@pytest.fixture
def project(admin: Actor) -> str:
    return create_project(admin, "Five-language desk")


def record(actor: Actor, project: str) -> Record:
    return read_requirements(actor, project).record


def upload(
    actor: Actor, project: str, content: bytes, *, replace: bool = False, zone: str | None = None
) -> str:
    add_upload(actor, project, name="t.csv", content=content, zone=zone, replace=replace)
    return list_uploads(actor, project)[-1].id


def accepted(actor: Actor, project: str) -> int | None:
    scored = read_pilot(actor, project, record(actor, project)).scored
    return scored.file.accepted if scored else None


def test_another_organisation_can_do_nothing_with_a_file_whose_id_it_knows(
    admin: Actor, stranger: Actor, project: str
) -> None:
    file_id = upload(admin, project, tickets())
    for action in (read_content, remove_upload, restore_upload, erase_upload):
        with pytest.raises(DomainError) as refusal:
            action(stranger, file_id)
        assert refusal.value.code == "accounts.not_found"
    with pytest.raises(DomainError, match=r"accounts\.not_found"):
        list_uploads(stranger, project)
    with pytest.raises(DomainError, match=r"accounts\.not_found"):
        upload(stranger, project, tickets())
    assert read_content(admin, file_id) == tickets()


def test_a_file_is_kept_byte_for_byte_with_its_zone(admin: Actor, project: str) -> None:
    content = SAMPLE.read_bytes()
    file_id = upload(admin, project, content, zone="Europe/Berlin")
    assert read_content(admin, file_id) == content
    assert list_uploads(admin, project)[0].zone == "Europe/Berlin"


def test_a_file_that_cannot_be_read_leaves_the_earlier_one_in_place(admin: Actor, project: str) -> None:
    upload(admin, project, tickets())
    with pytest.raises(DomainError, match=r"tickets\.column_missing"):
        upload(admin, project, b"ticket_id,vendor\nT1,A\n", replace=True)
    assert accepted(admin, project) == 2


def test_adding_counts_a_ticket_once_and_removing_takes_its_file_out(admin: Actor, project: str) -> None:
    upload(admin, project, tickets(first=1, count=3))
    second = upload(admin, project, tickets(first=3, count=2))
    # T1 to T3, then T3 again and T4.
    assert accepted(admin, project) == 4
    remove_upload(admin, second)
    assert accepted(admin, project) == 3
    assert [one.id for one in list_uploads(admin, project, removed=True)] == [second]
    restore_upload(admin, second)
    assert accepted(admin, project) == 4


def test_replacing_keeps_only_the_new_file_in_the_scorecard(admin: Actor, project: str) -> None:
    upload(admin, project, tickets(count=3))
    upload(admin, project, tickets(first=10, count=1), replace=True)
    assert accepted(admin, project) == 1
    assert len(list_uploads(admin, project, removed=True)) == 1


def test_an_erased_file_is_gone_for_good(admin: Actor, project: str) -> None:
    file_id = upload(admin, project, tickets())
    remove_upload(admin, file_id)
    erase_upload(admin, file_id)
    assert not list_uploads(admin, project, removed=True)
    with pytest.raises(DomainError, match=r"accounts\.not_found"):
        read_content(admin, file_id)
    assert accepted(admin, project) is None


def test_the_tickets_of_an_erased_file_leave_the_memory_too(admin: Actor, project: str) -> None:
    content = tickets(first=700, count=2)
    file_id = upload(admin, project, content)
    assert accepted(admin, project) == 2
    sha256 = hashlib.sha256(content).hexdigest()
    kept = (pilot_kept._READ, pilot_kept._SCORED)
    assert all(any(sha256 in key for key in one._results) for one in kept)
    erase_upload(admin, file_id)
    assert not any(sha256 in key for one in kept for key in one._results)


def test_many_projects_are_listed_twice_and_scored_once(
    admin: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    scored = []

    def counted(*given: Any) -> Any:
        scored.append(given)
        return score_parts(*given)

    monkeypatch.setattr(pilot_kept, "score_parts", counted)
    for name, most in (("_SCORED", 32), ("_VERDICTS", 4_096)):
        monkeypatch.setattr(pilot_kept, name, Kept(most))
    # 40 is more than the scorecards that are kept.
    projects = [create_project(admin, f"Desk {number}") for number in range(40)]
    for number, one in enumerate(projects):
        upload(admin, one, tickets(first=5_000 + 10 * number))
    for _ in range(2):
        standings = [read_journey(admin, one).standing for one in projects]
        assert all(standing.has_tickets and len(standing.verdicts) == 1 for standing in standings)
    assert len(scored) == len(projects)


def test_a_mistyped_year_is_pointed_out_and_not_divided_into_weeks(admin: Actor, project: str) -> None:
    wrong = tickets() + b"T9,Demo Nord,email,de,2006-10-05T09:00:00Z,2006-10-05T10:00:00Z,resolved\n"
    upload(admin, project, wrong)
    scored = read_pilot(admin, project, record(admin, project)).scored
    assert scored is not None
    (finding,) = scored.findings
    assert finding.code == "pilot.time_too_long"
    assert "2006-10-05" in finding_sentence("zh", finding)
    assert scored.measured["Demo Nord"]["frt_within.email"].weeks == ()
    assert scored.measured["Demo Nord"]["frt_within.email"].n_total == 3


def test_the_tables_hold_every_kpi_of_every_vendor_and_the_rejected_rows(admin: Actor) -> None:
    sample = open_sample(admin)
    scored = read_pilot(admin, sample, record(admin, sample)).scored
    assert scored is not None
    rows = list(csv.DictReader(io.StringIO(scorecard_csv(scored, "en").decode("utf-8-sig"))))
    # Two vendors, ten KPI instances; every row says that the tickets are invented.
    assert len(rows) == 20
    assert {row["Data"] for row in rows} == {"Synthetic sample, all invented"}
    critical = next(
        row for row in rows if row["KPI id"] == "qa_critical_error_rate" and row["Vendor"] == "Demo Nord"
    )
    assert (critical["Value"], critical["Counted"], critical["Status"]) == ("0.0", "348", "Met")
    # z² / (n + z²) with z = 1.644854.
    assert float(critical["One-sided 95% upper bound"]) == pytest.approx(2.705545 / 350.705545, abs=1e-6)
    assert scorecard_xlsx(scored, "zh").startswith(b"PK")
    rejected = list(csv.reader(io.StringIO(rejected_rows(scored.parts[0], "zh").decode("utf-8-sig"))))
    assert len(rejected) == 1 + 6
    assert rejected[0][:2] == ["行", "原因"]
