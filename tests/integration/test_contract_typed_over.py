"""What is typed in the contract: clause, cover and annex follow it together, or a blocker names both values."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.shared.outcomes import Finding
from domain.shared.people import Actor
from services.contract import Contract, read_contract
from services.contract_terms import save_term
from services.samples import open_sample
from services.sentences import finding_sentence
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


# The sample: one peak in November and December, twice the volume, four weeks ahead; Monday to Saturday
# 9 to 19 o'clock; complex cases escalated within two hours; 950.63 hours at 20 EUR.
STATED_TWICE = {
    "peak_multiplier": (4, "2"),
    "peak_lead_weeks": (8, "4 weeks"),
    "peak_months": ("March", "Nov"),
    "coverage_text": ("Monday to Friday 08:00–12:00", "09:00–19:00"),
    "coverage_hours_week": (40, "60 hours"),
    "escalate_complex_within_h": (6, "2 hours"),
    "fee_month": ({"amount": "9000", "currency": "EUR"}, "€19,012.60"),
}


@pytest.mark.parametrize("field", STATED_TWICE)
def test_what_an_annex_states_too_is_blocked_with_both_values(actor: Actor, project: str, field: str) -> None:
    assert blockers(drafted(actor, project), field) == []
    typed, recorded = STATED_TWICE[field]
    save_term(actor, project, field, typed)
    made = drafted(actor, project)
    (found,) = blockers(made, field)
    assert found.code == "contract.finding.term_differs"
    assert recorded in finding_sentence("en", found)
    assert made.agreement.printer.term(made.agreement.terms[field], "en") in finding_sentence("en", found)
    assert finding_sentence("zh", found)


def test_typing_what_the_record_says_is_no_contradiction(actor: Actor, project: str) -> None:
    save_term(actor, project, "peak_multiplier", 2)
    save_term(actor, project, "coverage_hours_week", 60)
    assert [each for each in drafted(actor, project).findings if each.severity == "blocker"] == []


def test_hours_estimated_for_another_volume_are_pointed_out_until_hours_are_typed(
    actor: Actor, project: str
) -> None:
    def pointed_out() -> list[str]:
        findings = drafted(actor, project).findings
        return [each.place for each in findings if each.code == "contract.finding.estimate_differs"]

    assert pointed_out() == []
    save_term(actor, project, "contacts_month", 9000)
    assert pointed_out() == ["field.contacts_month"]
    save_term(actor, project, "hours_month", 1400)
    assert pointed_out() == []
