import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from catalog.kpis import load_criteria, load_kpis
from catalog.reader import DATA, ROOT, CatalogError
from catalog.tickets import load_ticket_columns
from domain.pilot.plan import instances
from domain.shared.sources import Origin
from tests.pilot_case import columns, kpis, rules
from tickets.outcomes import OUTCOMES

# The KPI catalogue of the trade and the pilot's criteria: instance, target, threshold in seconds, n_min.
TARGETS = {
    "frt_within.email": ("0.90", 24 * 3600, 50),
    "frt_within.marketplace": ("0.95", 24 * 3600, 50),
    "frt_within.marketplace_3h": ("0.90", 3 * 3600, 50),
    "frt_within.chat": ("0.90", 30, 50),
    "service_level_phone": ("0.80", 20, 100),
    "accuracy_rate": ("0.95", None, 60),
    "qa_critical_error_rate": ("0.01", None, 268),
    "escalation_on_time": ("0.95", 2 * 3600, 20),
    "csat_top2": ("0.90", None, 50),
    "report_quality": ("15", None, 2),
}


@pytest.mark.parametrize("instance", sorted(TARGETS))
def test_targets_thresholds_and_smallest_samples_are_the_catalogues(instance: str) -> None:
    kpi, row = instances(kpis())[instance]
    target, threshold, n_min = TARGETS[instance]
    assert (row.target, row.threshold_s, kpi.n_min) == (Decimal(target), threshold, n_min)


def test_there_is_no_other_kpi() -> None:
    assert set(instances(kpis())) == set(TARGETS)


def test_only_the_error_rate_is_better_when_lower() -> None:
    assert [kpi.id for kpi in kpis().values() if kpi.direction == "down"] == ["qa_critical_error_rate"]


def test_weights_thresholds_and_must_kpis_are_the_scorecards() -> None:
    weights = {criterion.id: criterion.weight for criterion in rules().criteria}
    assert weights == {"speed": 25, "accuracy": 25, "complaints": 20, "satisfaction": 20, "reporting": 10}
    assert rules().must == ("frt_within", "accuracy_rate", "escalation_on_time", "csat_top2")
    settings = rules()
    assert [settings.pass_score.value, settings.criterion_score.value] == [Decimal(75), Decimal(60)]
    assert [settings.weeks_least.value, settings.weeks_most.value] == [Decimal(2), Decimal(4)]
    assert settings.missing_share_most.value == Decimal("0.05")
    assert settings.response_share_least.value == Decimal("0.10")
    assert settings.short_abandon_s.value == 10
    assert settings.gates[0].limit == Decimal("0.05")
    assert (len(settings.rubric.items), settings.rubric.points_most) == (5, 4)


@pytest.mark.parametrize("kpi", sorted(kpis()))
def test_every_kpi_can_be_counted_from_columns_that_exist_and_is_explained(kpi: str) -> None:
    definition = kpis()[kpi]
    assert definition.measure in OUTCOMES or definition.measure == "rubric_total"
    assert set(definition.fields) <= {column.id for column in columns().columns}
    page = (ROOT / "docs" / "kpis" / f"{kpi}.md").read_text(encoding="utf-8")
    for part in (
        "## Meaning 含义",
        "## Why 为什么",
        "## Exclusions 排除",
        "## How it can be wrong 可能的偏差",
    ):
        assert part in page
    assert definition.name.zh in page
    assert definition.name.en in page
    assert f"version {definition.version}" in page


def test_every_explained_kpi_exists() -> None:
    assert {page.stem for page in (ROOT / "docs" / "kpis").glob("*.md")} == set(kpis())


def test_every_number_names_its_source_and_a_house_judgement_the_range() -> None:
    def origins(node: Any) -> list[Origin]:
        if isinstance(node, Origin):
            return [node]
        if isinstance(node, tuple):
            return [origin for part in node for origin in origins(part)]
        slots = getattr(node, "__slots__", ())
        return [origin for name in slots for origin in origins(getattr(node, name))]

    found = [origin for kpi in kpis().values() for origin in origins(kpi)] + origins(rules())
    assert len(found) > 40
    assert all(origin.locator for origin in found)


def _change(path: Path, tmp_path: Path, old: str, new: str) -> Path:
    text = path.read_text(encoding="utf-8")
    assert old in text
    changed = tmp_path / path.name
    changed.write_text(text.replace(old, new, 1), encoding="utf-8")
    return changed


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("n_min = 60", "n_mim = 60", "unknown_key"),
        ('direction = "up"', 'direction = "sideways"', "not_a_choice"),
        ('id = "accuracy_rate"', 'id = "accuracy"', "id_is_not_file_name"),
        ("target = 0.95", "target = 0.995", "outside_range"),
        ("highest = 0.99", "highest = 1", "outside_range"),
        ('instance = "accuracy_rate"', 'instance = "frt_within.email"', "bad_instance"),
    ],
)
def test_a_mistake_in_a_definition_stops_the_start(tmp_path: Path, old: str, new: str, reason: str) -> None:
    path = _change(DATA / "kpis" / "accuracy_rate.toml", tmp_path, old, new)
    with pytest.raises(CatalogError) as refused:
        load_kpis(tmp_path)
    assert (refused.value.reason, Path(refused.value.file).name) == (reason, path.name)


def test_a_folder_without_definitions_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(CatalogError):
        load_kpis(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("weight = 25", "weight = 24", "weights_not_100"),
        ('"csat_top2"]', '"csat_top3"]', "unknown_kpi"),
        ('measured_by = "qa_critical_error_rate"', 'measured_by = "qa_error"', "unknown_kpi"),
        ("limit = 0.05\n", "", "missing_key"),
    ],
)
def test_a_mistake_in_the_scorecard_rules_stops_the_start(
    tmp_path: Path, old: str, new: str, reason: str
) -> None:
    path = _change(DATA / "pilot" / "scorecard.toml", tmp_path, old, new)
    with pytest.raises(CatalogError) as refused:
        load_criteria(kpis(), path)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("[limits.rows]", "[limits.lines]", "missing_key"),
        ('"live chat"', '"voice"', "word_twice"),
        ('headings = ["Vendor name"', 'headings = ["Via"', "word_twice"),
    ],
)
def test_a_mistake_in_the_columns_stops_the_start(tmp_path: Path, old: str, new: str, reason: str) -> None:
    path = _change(DATA / "tickets" / "columns.toml", tmp_path, old, new)
    with pytest.raises(CatalogError) as refused:
        load_ticket_columns(path)
    assert refused.value.reason == reason


def test_every_source_named_is_in_the_register() -> None:
    registered = {
        entry["id"]
        for path in (DATA / "sources").glob("*.toml")
        for entries in tomllib.loads(path.read_text(encoding="utf-8")).values()
        if isinstance(entries, list)
        for entry in entries
        if isinstance(entry, dict) and "id" in entry
    }
    text = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("kpis", "pilot", "tickets")
        for path in (DATA / folder).glob("*.toml")
    )
    named = {part.split('"')[1] for part in text.split("source = ")[1:]}
    assert named
    assert named <= registered
