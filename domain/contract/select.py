"""Which clauses belong into this contract."""

from collections.abc import Collection
from dataclasses import dataclass

from domain.contract.circumstances import Circumstances
from domain.contract.clause_library import ClauseLibrary
from domain.contract.clauses import Clause, ClausePackage
from domain.contract.conditions import holds
from domain.shared.outcomes import DomainError


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The clauses of one contract.

    Attributes:
        packages: in the order of the contract.
        optional: ids of the clauses a person may leave out (recommended ones).
        left_out: ids of recommended clauses that a person did leave out.
    """

    packages: tuple[ClausePackage, ...]
    optional: frozenset[str]
    left_out: frozenset[str]


def applies(clause: Clause, case: Circumstances) -> bool:
    """Whether a clause is meant for the case: its jurisdiction is listed and its condition holds."""
    return case.jurisdiction in clause.jurisdictions and holds(clause.when, case)


def select_clauses(
    library: ClauseLibrary, case: Circumstances, *, left_out: Collection[str] = ()
) -> Selection:
    """All clauses that are required or conditional for the case, and the recommended ones not left out.

    Raises:
        DomainError: ``contract.clause_unknown`` or ``contract.clause_required`` when `left_out` names a clause
            that does not exist or cannot be left out.
    """
    packages = [package for package in library.packages if applies(package.clause, case)]
    optional = frozenset(p.clause.id for p in packages if p.clause.tier == "recommended")
    for clause_id in left_out:
        if clause_id not in library.by_id:
            raise DomainError("contract.clause_unknown", clause=clause_id)
        if clause_id not in optional and any(p.clause.id == clause_id for p in packages):
            raise DomainError("contract.clause_required", clause=clause_id)
    kept = (p for p in packages if p.clause.id not in left_out)
    return Selection(
        packages=tuple(sorted(kept, key=lambda p: p.clause.order)),
        optional=optional,
        left_out=optional & frozenset(left_out),
    )
