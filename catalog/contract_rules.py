"""Loads the rules of the contract checks, `contract_templates/checks.toml`."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from catalog.reader import TEMPLATES, CatalogError, parse, read_toml
from domain.contract.conditions import PREDICATES
from domain.contract.rules import Rule
from domain.shared.sources import STRICT

_EXAMPLES = 2
# What each matcher needs besides the common keys.
_NEEDED = {
    "pattern": ("patterns",),
    "pattern_without": ("patterns", "unless", "scope"),
    "above": ("field", "limit"),
    "kpi_above": ("kpi", "limit"),
    "choice": ("field", "choices"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    rules: tuple[Rule, ...]


def load_rules(path: Path = TEMPLATES / "checks.toml") -> tuple[Rule, ...]:
    """The rules in their order.

    Raises:
        CatalogError: an id twice, a matcher without what it needs, a bad expression, too few examples.
    """
    rules = parse(_File, read_toml(path), path=path).rules
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise CatalogError(path, f"rules.{rule.id}", "duplicate_id", given=rule.id)
        seen.add(rule.id)
        _check_rule(rule, path)
    return rules


def _check_rule(rule: Rule, path: Path) -> None:
    key = f"rules.{rule.id}"
    for needed in _NEEDED[rule.matcher]:
        if getattr(rule, needed) in ("", (), None):
            raise CatalogError(path, f"{key}.{needed}", "missing_key")
    if rule.condition not in PREDICATES:
        raise CatalogError(path, f"{key}.condition", "unknown_predicate", given=rule.condition)
    if len(rule.hits) < _EXAMPLES or not rule.misses:
        raise CatalogError(path, f"{key}.hits", "too_few_examples", given=rule.id)
    for pattern in (*rule.patterns, *rule.unless):
        try:
            re.compile(pattern)
        except re.error as error:
            raise CatalogError(path, f"{key}.patterns", "bad_pattern", given=pattern) from error
