"""The transfer matrix: which flow of personal data needs which instrument."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from domain.contract.circumstances import Circumstances
from domain.contract.clauses import Jurisdiction
from domain.contract.conditions import holds
from domain.shared.sources import STRICT, Bilingual, Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferFlow:
    """One row of `contract_templates/transfers.toml`.

    Attributes:
        id: T0-T8 of the matrix.
        exporter: who gives the data away.
        importer: who receives or reads it.
        cases: jurisdictions in which the flow occurs.
        instrument: what makes it lawful.
        conditions: what else must be observed.
        legal_review: counsel must confirm the instrument.
        origin: where the row comes from.
        when: named predicate; the flow occurs only while it holds.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    exporter: Bilingual
    importer: Bilingual
    cases: tuple[Jurisdiction, ...]
    instrument: Bilingual
    conditions: Bilingual
    legal_review: bool
    origin: Origin
    when: str = "always"


def flows_of(matrix: Iterable[TransferFlow], case: Circumstances) -> tuple[TransferFlow, ...]:
    """The flows that occur in a case, in the order of the matrix."""
    return tuple(flow for flow in matrix if case.jurisdiction in flow.cases and holds(flow.when, case))
