"""A plan busier than the limit is refused wherever a price could be read off it."""

import json
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from documents.pages import lay_out
from domain.requirements.record import Record
from domain.shared.paper import Paragraph
from services.contract_prefills import prefills
from services.costing import cost_json, estimate_record
from services.costing_brief import brief_document
from services.costing_kept import costing_of
from services.costing_lines import estimate_lines
from services.costing_workbook import cost_workbook
from services.requirements import from_file
from services.samples import FIRST_SAMPLE, read_sample
from services.sourcing_command import rfp_command
from words import LANGUAGES, Language

BLOCKER = "costing.occupancy_above_limit"
# 95 % is above the limit of 88 %, 85 % is below.
REFUSED, KEPT = 0.95, 0.85
SAYS: dict[Language, str] = {"en": "this plan is refused", "zh": "方案不成立"}


def answers(occupancy: float) -> dict[str, Any]:
    content: dict[str, Any] = read_sample(FIRST_SAMPLE)[0]
    content["answers"]["occupancy"] = occupancy
    return content


def record(occupancy: float) -> Record:
    return from_file(answers(occupancy), sample=True)[1]


def test_the_cost_file_keeps_the_figures_with_the_blocker_and_advises_nothing() -> None:
    refused = cost_json(estimate_record(record(REFUSED)))
    assert BLOCKER in {each["code"] for each in refused["findings"] if each["severity"] == "blocker"}
    assert refused["advice"] == {"alternative": None, "reason": None}
    assert refused["regions"]["east"]["paid_basis"]["base"] > 0
    assert cost_json(estimate_record(record(KEPT)))["advice"]["alternative"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_terminal_says_it_before_any_price(language: Language) -> None:
    assert SAYS[language] in estimate_lines(estimate_record(record(REFUSED)), language)[0]
    assert not any(SAYS[language] in line for line in estimate_lines(estimate_record(record(KEPT)), language))


def test_a_plan_that_can_be_run_is_advised_and_budgeted_on_the_first_lines() -> None:
    """Refused, it has neither: only the sentence why, the prices it would have, and what else to mind."""
    kept, refused = (estimate_lines(estimate_record(record(each)), "en") for each in (KEPT, REFUSED))
    assert kept[0].startswith("Look at this first: ")
    assert kept[1].startswith("To budget, an average month of the first year")
    assert not any(line.startswith(("Look at this first", "To budget")) for line in refused)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_opens_with_the_refusal(language: Language) -> None:
    def first_cells(occupancy: float) -> list[str]:
        book = cost_workbook(costing_of(record(occupancy)), language, name="x")
        return [str(row[0].value or "") for row in load_workbook(BytesIO(book)).worksheets[0].rows]

    assert any(SAYS[language] in cell for cell in first_cells(REFUSED))
    assert not any(SAYS[language] in cell for cell in first_cells(KEPT))


def test_a_contract_is_filled_with_nothing_of_a_plan_that_is_refused() -> None:
    said = {each: prefills(record(each), estimate_record(record(each)), None) for each in (KEPT, REFUSED)}
    assert "costing.fte" in said[KEPT]
    assert not [name for name in said[REFUSED] if name.startswith("costing.")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_brief_is_one_page_that_says_why_and_names_no_price(language: Language) -> None:
    brief = brief_document(costing_of(record(REFUSED)), language, name="x", today=date(2026, 11, 22))
    said = " ".join(block.text for block in brief.blocks if isinstance(block, Paragraph))
    assert len(lay_out(brief)) == 1
    assert SAYS[language] in said
    assert "€" not in said


def test_a_request_names_it_among_what_should_be_looked_at(tmp_path: Path) -> None:
    for occupancy, named in ((REFUSED, True), (KEPT, False)):
        file = tmp_path / f"{occupancy}.json"
        file.write_text(json.dumps(answers(occupancy), default=str), encoding="utf-8")
        told = rfp_command(file, "en", tmp_path / str(occupancy), anonymous=False)
        assert (BLOCKER in {each["code"] for each in told["findings"]}) is named
