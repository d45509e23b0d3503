"""The cost workbook calculated by LibreOffice: the same figures as the estimate, also after an input was changed."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from domain.costing.estimate import estimate
from domain.costing.seasons import Season
from domain.shared.rounding import round_half_up
from services.catalog import catalog
from services.costing import cost_json
from services.costing_kept import Costing, costing_of
from services.costing_workbook import cost_workbook
from services.requirements import from_file
from services.samples import SAMPLES, read_sample
from tests.workbook_case import figures_by_name, recalculated, retyped
from words import Language

pytestmark = [pytest.mark.needs("libreoffice"), pytest.mark.xdist_group("libreoffice")]
EXACT = 1e-9


def costing_with(sample: str, **answers: Any) -> Costing:
    content = read_sample(sample)[0]
    content["answers"] |= answers
    return costing_of(from_file(content, sample=True)[1])


@pytest.mark.parametrize(("sample", "language"), [*zip(SAMPLES, ("zh", "en", "zh"), strict=True)])
def test_recalculated_it_equals_the_estimate_to_the_cent(
    tmp_path: Path, sample: str, language: Language
) -> None:
    costing = costing_with(sample)
    found = recalculated(tmp_path, retyped(cost_workbook(costing, language, name="x"), {}))
    expected = figures_by_name(cost_json(costing.estimate))
    assert {name: found[name] for name in expected} == pytest.approx(expected, rel=EXACT)
    cents = {name: round_half_up(value, 2) for name, value in expected.items()}
    assert {name: round_half_up(found[name], 2) for name in expected} == cents


def test_changed_inputs_make_the_estimate_of_the_changed_record(tmp_path: Path) -> None:
    peaks = [{"name": "x", "months": [11, 12], "multiplier": 2.5, "lead_weeks": 4}]
    contacts = {"email": 5000, "marketplace": 600, "chat": 900, "phone": 1100}
    aht = {"email": 300, "marketplace": 300, "chat": 720, "phone": 390}
    changed = costing_with(
        SAMPLES[0],
        contacts_month=contacts,
        aht_s=aht,
        occupancy=0.75,
        shrinkage=0.25,
        weekly_contract_hours=38,
        growth_year=0.2,
        reserve_share=0.1,
        peaks=peaks,
        orders_month=30000,
    )
    typed = {
        "contacts_email": 5000,
        "contacts_chat": 900,
        "contacts_phone": 1100,
        "aht_email": 300,
        "occupancy": 0.75,
        "shrinkage": 0.25,
        "contract_week": 38,
        "growth": 0.2,
        "reserve_share": 0.1,
        "season_1_times": 2.5,
        "orders": 30000,
    }
    workbook = retyped(cost_workbook(costing_with(SAMPLES[0]), "en", name="x"), typed)
    found = recalculated(tmp_path, workbook)
    expected = figures_by_name(cost_json(changed.estimate))
    assert {name: found[name] for name in expected} == pytest.approx(expected, rel=EXACT)
    before = figures_by_name(cost_json(costing_with(SAMPLES[0]).estimate))
    assert expected["year_east_month_paid_hour_base"] != before["year_east_month_paid_hour_base"]


def with_seasons(first: float, second: float) -> Costing:
    """Two seasons that both reach into November and want more than all of it."""
    plain = costing_with("tmall-cosmetics")
    seasons = (
        Season(name="a", multiplier=first, months={10: 0.5, 11: 0.8}, surcharge=0.2),
        Season(name="b", multiplier=second, months={11: 0.7}, surcharge=0.1),
    )
    known = catalog()
    made = estimate(
        replace(plain.estimate.inputs, seasons=seasons),
        known.rates,
        known.parameters,
        known.claims["rate_ticket"],
        pricing=plain.estimate.pricing,
    )
    return replace(plain, key=f"{first} {second}", estimate=made)


def test_seasons_that_meet_change_places_when_the_weaker_becomes_the_stronger(tmp_path: Path) -> None:
    workbook = cost_workbook(with_seasons(2.0, 3.0), "en", name="x")
    found = recalculated(tmp_path, retyped(workbook, {"season_1_times": 4.0}))
    expected = figures_by_name(cost_json(with_seasons(4.0, 3.0).estimate))
    assert {name: found[name] for name in expected} == pytest.approx(expected, rel=EXACT)


def test_growth_moves_seats_premium_and_the_mix_by_language_as_in_the_estimate(tmp_path: Path) -> None:
    """Two languages in a pool with a premium, two that mostly wait; growth is typed into the workbook alone."""
    plain, known = costing_with(SAMPLES[0]), catalog()

    def grown(growth: float) -> Costing:
        inputs = replace(
            plain.estimate.inputs,
            language_share={"de": 0.5, "en": 0.44, "fr": 0.03, "it": 0.02, "es": 0.01},
            contacts_month={"email": 4000.0, "chat": 300.0},
            pools=(),
            pooling="cheapest",
            growth_year=growth,
        )
        ticket, pricing = known.claims["rate_ticket"], plain.estimate.pricing
        made = estimate(inputs, known.rates, known.parameters, ticket, pricing=pricing)
        assert made.staffing.pooled.premium_hours > 0
        assert "hybrid_by_language" in {way.id for way in made.alternatives}
        return replace(plain, key=f"grown {growth}", estimate=made)

    found = recalculated(tmp_path, retyped(cost_workbook(grown(0.0), "en", name="x"), {"growth": 0.8}))
    expected = figures_by_name(cost_json(grown(0.8).estimate))
    assert {name: found[name] for name in expected} == pytest.approx(expected, rel=EXACT)
    cents = {name: round_half_up(value, 2) for name, value in expected.items()}
    assert {name: round_half_up(found[name], 2) for name in expected} == cents
