"""The Pilot page of the samples that have no pilot yet: it asks for what fits their channels, and for nothing else."""

import pytest

from services.samples import open_sample
from tests.pilot_page_case import PilotScreen
from tests.requirements_case import Desk

# The targets of the channels each sample has, and those every pilot has.
EVERY = {"accuracy_rate", "qa_critical_error_rate", "escalation_on_time", "csat_top2", "report_quality"}
TARGETS = {
    "tmall-cosmetics": {"frt_within.chat"} | EVERY,
    "shopify-two": {"frt_within.email", "frt_within.chat"} | EVERY,
}
ZONES = {"tmall-cosmetics": "Asia/Shanghai", "shopify-two": "Europe/Berlin"}


@pytest.mark.parametrize("sample", TARGETS)
def test_a_sample_without_pilot_asks_only_for_the_targets_of_its_channels(desk: Desk, sample: str) -> None:
    shown = PilotScreen.open(desk.actor, open_sample(desk.actor, sample))
    prefix = f"pilot_{shown.project}_"
    fields = {str(each.key).removeprefix(prefix) for each in shown.screen.number_input}
    fields |= {str(each.key).removeprefix(prefix) for each in shown.screen.text_input}
    assert fields & {"service_level_phone", "frt_within.marketplace", "frt_within.marketplace_3h"} == set()
    assert TARGETS[sample] <= fields
    assert shown.field("selectbox", "zone").value == ZONES[sample]
    # Nothing was uploaded: no verdict, no table, no complaint.
    assert not shown.screen.table
    assert not shown.errors
