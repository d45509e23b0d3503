"""One target everywhere: what was agreed for the pilot, else what was answered, else what the definition proposes."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from domain.pilot.plan import instances
from domain.requirements.record import Record
from services.catalog import catalog
from services.contract_prefills import prefills
from services.contract_readings import annex_facts, circumstances
from services.kpi_targets import target_for
from services.pilot_plan import plan_values
from services.requirements import from_file
from services.samples import read_sample
from services.scoring import plan_from

KNOWN = instances(catalog().kpis)


def _record(**changes: Any) -> Record:
    requirements = read_sample()[0]
    answers = {key: value for key, value in (requirements["answers"] | changes).items() if value is not None}
    return from_file({**requirements, "answers": answers})[1]


@pytest.mark.parametrize(
    ("instance", "answer"), [("csat_top2", "csat_target"), ("service_level_phone", "phone_answer_share")]
)
def test_an_answered_target_reaches_pilot_and_contract(instance: str, answer: str) -> None:
    record = _record(**{answer: 0.85})
    assert plan_values({}, record)["targets"][instance] == 0.85
    assert prefills(record, None, None)[f"pilot.target.{instance}"].value == Decimal("0.85")
    facts = annex_facts(record, None, circumstances(record, None))
    assert {line.id: line.target for line in facts.kpis}[instance] == Decimal("0.85")


def test_what_was_agreed_for_the_pilot_goes_before_what_was_answered() -> None:
    plan = plan_from(read_sample()[1])
    agreed = replace(plan, targets={**plan.targets, "csat_top2": Decimal("0.80")})
    assert target_for(_record(csat_target=0.95), agreed, KNOWN["csat_top2"][1]) == Decimal("0.80")


def test_without_an_answer_the_definition_proposes_and_the_plan_holds_nothing() -> None:
    record = _record(csat_target=None, phone_answer_share=None)
    assert target_for(record, None, KNOWN["csat_top2"][1]) == Decimal("0.90")
    assert "targets" not in plan_values({}, record)


def test_a_target_no_pilot_could_take_is_left_to_the_definition() -> None:
    # Between 50 % and 98 % may be agreed.
    assert target_for(_record(csat_target=1), None, KNOWN["csat_top2"][1]) == Decimal("0.90")
