"""The library of clauses and annexes, as loaded once from `contract_templates/`."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.contract.annexes import Annex
from domain.contract.clauses import ClausePackage, Field


@dataclass(frozen=True, kw_only=True)
class ClauseLibrary:
    """Every clause package in order, and every annex in the order in which annexes are numbered."""

    packages: tuple[ClausePackage, ...]
    annexes: tuple[Annex, ...]
    by_id: Mapping[str, ClausePackage] = field(init=False)
    fields: Mapping[str, Field] = field(init=False)
    clause_of_field: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Make the indexes once; the library itself never changes."""
        pairs = [(package.clause, item) for package in self.packages for item in package.clause.fields]
        object.__setattr__(self, "by_id", {package.clause.id: package for package in self.packages})
        object.__setattr__(self, "fields", {item.id: item for _, item in pairs})
        object.__setattr__(self, "clause_of_field", {item.id: clause.id for clause, item in pairs})
