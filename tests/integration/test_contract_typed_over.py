"""What is typed in the contract: clause, cover and annex follow it together, or a blocker names both values."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.shared.outcomes import Finding
from domain.shared.people import Actor
from services.contract import Contract, read_contract
from services.contract_terms import save_term
from services.samples import open_sample
from tests.requirements_case import a_desk


@pytest.fixture
def actor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Actor]:
    with a_desk(tmp_path, monkeypatch, "en") as desk:
        yield desk.actor


@pytest.fixture
def project(actor: Actor) -> str:
    return open_sample(actor)


def drafted(actor: Actor, project: str) -> Contract:
    made = read_contract(actor, project).contract
    assert made is not None
    return made


def text_of(made: Contract, *places: str) -> str:
    """English words of these clauses and annexes; without places, of all but the list of changed terms."""
    agreement = made.agreement
    found = [
        p.text("en") for a in agreement.articles if a.clause.id in places or not places for p in a.paragraphs
    ]
    for annex in agreement.annexes:
        if annex.id in places or (not places and annex.id != "negotiation"):
            for part in annex.parts:
                found += [paragraph.text("en") for paragraph in part.paragraphs]
                found += [cell.en for row in (part.table.rows if part.table else ()) for cell in row]
    return "\n".join(found)


def blockers(made: Contract, field: str) -> list[Finding]:
    return [each for each in made.findings if each.severity == "blocker" and each.place == f"field.{field}"]


def test_channels_left_out_in_the_contract_have_no_row_in_the_kpi_annex(actor: Actor, project: str) -> None:
    before = text_of(drafted(actor, project), "kpi", "pilot")
    assert "frt_within.chat" in before
    assert "service_level_phone" in before
    save_term(actor, project, "channels", ["email", "social"])
    after = text_of(drafted(actor, project), "kpi", "pilot")
    assert "frt_within.email" in after
    assert "frt_within.chat" not in after
    assert "service_level_phone" not in after
