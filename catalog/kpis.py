"""Reads the KPI definitions and the rules of the pilot scorecard."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from catalog.reader import DATA, CatalogError, parse, read_toml
from domain.pilot.plan import instances
from domain.pilot.rules import PilotRules
from domain.shared.kpis import Kpi

_ALL_WEIGHTS = 100


def load_kpis(folder: Path = DATA / "kpis") -> Mapping[str, Kpi]:
    """Every definition of `data/kpis/`, by id, in the order of the file names.

    Raises:
        CatalogError: a definition is malformed, its file has another name, or an instance exists twice.
    """
    kpis: dict[str, Kpi] = {}
    seen: set[str] = set()
    for path in sorted(folder.glob("*.toml")):
        kpi = parse(Kpi, read_toml(path), path=path)
        if kpi.id != path.stem:
            raise CatalogError(path, "id", "id_is_not_file_name", given=kpi.id)
        _check_targets(kpi, path, seen)
        kpis[kpi.id] = kpi
    if not kpis:
        raise CatalogError(folder, "", "missing_file")
    return kpis


def _check_targets(kpi: Kpi, path: Path, seen: set[str]) -> None:
    """A target stands inside its range and strictly between the best and the worst value."""
    ends: list[Decimal] = sorted((kpi.scale.worst, kpi.scale.best))
    for index, row in enumerate(kpi.targets):
        key = f"targets.{index}"
        if row.instance in seen or row.instance.split(".")[0] != kpi.id:
            raise CatalogError(path, f"{key}.instance", "bad_instance", given=row.instance)
        if not row.lowest <= row.target <= row.highest:
            raise CatalogError(path, f"{key}.target", "outside_range", given=str(row.target))
        if not (ends[0] < row.lowest and row.highest < ends[1]):
            raise CatalogError(path, f"{key}.highest", "outside_range", given=str(row.highest))
        seen.add(row.instance)


def load_criteria(kpis: Mapping[str, Kpi], path: Path = DATA / "pilot" / "scorecard.toml") -> PilotRules:
    """The rules of the scorecard: criteria and weights, gates, must-KPIs, rubric, thresholds.

    Args:
        kpis: all definitions; the rules may only speak of those.
        path: the file.

    Raises:
        CatalogError: malformed, the weights do not make 100, or a KPI is named that does not exist.
    """
    rules = parse(PilotRules, read_toml(path), path=path)
    weights = sum(criterion.weight for criterion in rules.criteria)
    if weights != _ALL_WEIGHTS:
        raise CatalogError(path, "criteria", "weights_not_100", given=weights)
    for kpi in rules.must:
        if kpi not in kpis:
            raise CatalogError(path, "must", "unknown_kpi", given=kpi)
    for index, gate in enumerate(rules.gates):
        if gate.measured_by and gate.measured_by not in instances(kpis):
            raise CatalogError(path, f"gates.{index}.measured_by", "unknown_kpi", given=gate.measured_by)
        if bool(gate.measured_by) != (gate.limit is not None):
            raise CatalogError(path, f"gates.{index}.limit", "missing_key", given=gate.id)
    return rules
