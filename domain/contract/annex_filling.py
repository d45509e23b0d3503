"""Annexes for one case: what does not apply is dropped, the rest is filled with words."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from domain.contract.agreement import PrintedAnnex, PrintedPart, printed_paragraph
from domain.contract.annexes import Annex, Part
from domain.contract.circumstances import Circumstances
from domain.contract.conditions import holds
from domain.contract.phrases import Printer
from domain.contract.row_context import RowContext
from domain.contract.rows import table_of
from domain.contract.wording import Wording
from domain.shared.layout import PrintedTable
from domain.shared.sources import Bilingual


def prune(annex: Annex, case: Circumstances, fields: Collection[str]) -> Annex:
    """The annex with only what the case prints.

    Args:
        annex: as the lawyer wrote it.
        case: decides named predicates.
        fields: ids of the fields of the selected clauses; a paragraph or row that prints another clause's
            field belongs to a clause that is not in the contract and goes with it.
    """
    parts = (part for part in annex.parts if holds(part.text.when, case))
    return replace(annex, parts=tuple(_prune_part(part, case, fields) for part in parts))


def _prune_part(part: Part, case: Circumstances, fields: Collection[str]) -> Part:
    def stays(wordings: Iterable[Wording]) -> bool:
        return all(
            holds(wording.when, case)
            and all(slot.kind != "field" or slot.name in fields for slot in wording.slots)
            for wording in wordings
        )

    return replace(
        part,
        paragraphs=tuple(wording for wording in part.paragraphs if stays([wording])),
        rows=tuple(row for row in part.rows if stays(row.cells)),
    )


def annexes_used(annexes: Sequence[Annex], printed: Iterable[Wording]) -> tuple[Annex, ...]:
    """The annexes that a printed paragraph refers to, and those that such an annex refers to, in order."""
    known = {annex.id: annex for annex in annexes}
    waiting = _annex_names(printed)
    used: set[str] = set()
    while waiting:
        name = waiting.pop()
        used.add(name)
        waiting |= _annex_names(known[name].wordings) - used
    return tuple(annex for annex in annexes if annex.id in used)


def _annex_names(wordings: Iterable[Wording]) -> set[str]:
    return {slot.name for wording in wordings for slot in wording.slots if slot.kind == "annex"}


def fill(annex: Annex, number: int, context: RowContext) -> PrintedAnnex:
    """A pruned annex with its words."""
    return PrintedAnnex(
        id=annex.id,
        title=annex.title,
        number=number,
        parts=tuple(filled for part in annex.parts if (filled := _fill_part(part, context))),
    )


def _fill_part(part: Part, context: RowContext) -> PrintedPart | None:
    wordings = list(part.paragraphs)
    table = _table(part, context)
    if table is not None and not table.rows:
        if part.empty is None:
            return None
        table = None
        wordings.append(part.empty)
    return PrintedPart(
        title=part.text.title,
        paragraphs=tuple(printed_paragraph(wording, context.printer) for wording in wordings),
        table=table,
    )


def _table(part: Part, context: RowContext) -> PrintedTable | None:
    if part.text.rows_from is not None:
        return table_of(part, context)
    if not part.text.columns:
        return None
    return PrintedTable(
        columns=part.text.columns,
        rows=tuple(tuple(_cell(cell, context.printer) for cell in row.cells) for row in part.rows),
    )


def _cell(wording: Wording, printer: Printer) -> Bilingual:
    return Bilingual(zh=printer.text(wording, "zh"), en=printer.text(wording, "en"))
