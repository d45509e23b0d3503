"""Rules of the contract checks, as `contract_templates/checks.toml` says them."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import ClassVar, Literal

from domain.contract.clauses import Jurisdiction
from domain.shared.sources import STRICT, Origin

# pattern: an expression found in a paragraph or cell; pattern_without: found in an article that lacks another;
# above: a term over a limit; kpi_above: a KPI target over a limit; choice: a term with one of the values listed.
Matcher = Literal["pattern", "pattern_without", "above", "kpi_above", "choice"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule.

    Attributes:
        id: names the rule, and its sentence unless `says` does (``contract.finding.<id>``).
        matcher: how it looks.
        severity: ``blocker`` or ``warning``.
        origin: what the rule rests on.
        hits: examples the rule must find; text for pattern rules, values for the others.
        misses: examples it must leave alone.
        says: id of the rule whose sentence it shares.
        patterns: regular expressions, any of them is a hit.
        unless: for pattern_without: any of them makes it a miss.
        scope: clause the rule looks at; empty for the whole text.
        condition: named predicate; the rule looks only while it holds.
        jurisdictions: the rule looks only at these; empty for all.
        field: for above and choice, the term it looks at.
        kpi: for kpi_above, the KPI id or its part before the channel.
        limit: for above and kpi_above, the greatest value left alone.
        choices: for choice, the values that are hits.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    matcher: Matcher
    severity: Literal["blocker", "warning"]
    origin: Origin
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    says: str = ""
    patterns: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    scope: str = ""
    condition: str = "always"
    jurisdictions: tuple[Jurisdiction, ...] = ()
    field: str = ""
    kpi: str = ""
    limit: Decimal | int | None = None
    choices: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """Key of its sentence in words/."""
        return f"contract.finding.{self.says or self.id}"

    def found_in(self, text: str) -> str:
        """The words that hit, empty for none; only for the pattern rules."""
        if any(_compiled(pattern).search(text) for pattern in self.unless):
            return ""
        hits = (_compiled(pattern).search(text) for pattern in self.patterns)
        return next((hit[0] for hit in hits if hit), "")

    def exceeded_by(self, value: Decimal | int) -> bool:
        """Whether a value is over the limit; only for the limit rules."""
        return self.limit is not None and value > self.limit

    @property
    def refuses_wording(self) -> bool:
        """Whether the rule can be asked about wording that has no values yet."""
        return self.matcher == "pattern" and self.severity == "blocker" and not self.scope


@lru_cache(maxsize=128)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
