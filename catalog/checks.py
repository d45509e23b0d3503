"""What the checks on requirements rest on."""

from pathlib import Path

from catalog.reader import DATA, parse, read_toml
from catalog.sources import load_sources, refuse_unknown_source
from domain.requirements.checks import CheckRules

CHECKS = DATA / "requirements" / "checks.toml"


def load_check_rules(path: Path = CHECKS) -> CheckRules:
    """What the checks on requirements know from data.

    Raises:
        CatalogError: the file is malformed or names an unknown source.
    """
    rules = parse(CheckRules, read_toml(path), path=path)
    sources = load_sources()
    origins = {f"checks.{name}": check.origin for name, check in rules.checks.items() if check.origin}
    origins |= {f"limits.{name}": limit.origin for name, limit in rules.limits.items()}
    for key, windows in (
        ("platform_windows", rules.platform_windows),
        ("daily_platforms", rules.daily_platforms),
    ):
        origins |= {f"{key}.{place}": window.origin for place, window in enumerate(windows)}
    for key, origin in origins.items():
        refuse_unknown_source(origin, sources, path=path, key=f"{key}.origin")
    return rules
