"""What the checks on requirements rest on."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from catalog.parameters import load_parameters
from catalog.platforms import load_platforms
from catalog.questions import load_questions
from catalog.reader import DATA, parse, read_toml
from catalog.sources import load_sources, refuse_unknown_source
from domain.costing.parameters import Parameter
from domain.requirements.checks import CheckRules, Limit
from domain.requirements.platforms import PlatformPack

# Parameters of the cost that checks count with as well.
_CALENDAR = ("weeks_per_year", "months_per_year")
CHECKS = DATA / "requirements" / "checks.toml"


def load_check_rules(packs: Mapping[str, PlatformPack] | None = None, path: Path = CHECKS) -> CheckRules:
    """What the checks on requirements know from data.

    Args:
        packs: what platforms ask; read anew when not given.
        path: of the file.

    Raises:
        CatalogError: the file is malformed or names an unknown source.
    """
    rules = parse(CheckRules, read_toml(path), path=path)
    sources = load_sources()
    origins = {f"checks.{name}": check.origin for name, check in rules.checks.items() if check.origin}
    origins |= {f"limits.{name}": limit.origin for name, limit in rules.limits.items()}
    for key, origin in origins.items():
        refuse_unknown_source(origin, sources, path=path, key=f"{key}.origin")
    parameters = load_parameters(sources=sources)
    calendar = {name: _as_limit(parameters[name]) for name in _CALENDAR}
    rules = replace(rules, limits={**rules.limits, **calendar})
    return replace(rules, packs=load_platforms(load_questions(), sources) if packs is None else packs)


def _as_limit(parameter: Parameter) -> Limit:
    return Limit(label=parameter.label, value=parameter.default, unit=parameter.unit, origin=parameter.origin)
