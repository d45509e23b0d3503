"""A document on the screen as it will be on paper; a click on a field returns its id."""

from collections.abc import Collection
from typing import Any

from domain.shared.paper import Cell, Document, Heading, Paragraph, Table
from ui.assets import component
from words import Language, say


def paper(
    document: Document, language: Language, *, blanks: Collection[str], focus: str, key: str
) -> str | None:
    """Draw the sheet.

    Args:
        document: the draft.
        language: of the interface (the sheet has its own).
        blanks: ids of fields without a value, drawn as gaps.
        focus: anchor to scroll to and tint.
        key: of the component.

    Returns:
        The id of a field that was clicked, once.
    """
    data = {
        "label": say(language, "ui.paper"),
        "title": [list(pair) for pair in document.title],
        "mark": document.mark,
        "focus": focus,
        "blanks": sorted(blanks),
        "blocks": [drawn for block in document.blocks if (drawn := _block(block))],
    }
    shown = component("paper", '<div class="wrap"></div>')(key=key, data=data, on_field_change=lambda: None)
    return shown.field if isinstance(shown.field, str) else None


def _block(block: object) -> dict[str, Any] | None:
    match block:
        case Heading():
            texts = [list(pair) for pair in block.texts]
            return {"kind": "heading", "level": block.level, "texts": texts, "anchor": block.anchor}
        case Paragraph():
            return {
                "kind": "paragraph",
                "language": block.language,
                "number": block.number,
                "style": block.style,
                "anchor": block.anchor,
                "runs": [{"text": run.text, "field": run.field} for run in block.runs],
            }
        case Table():
            return {
                "kind": "table",
                "anchor": block.anchor,
                "header": [_cell(cell) for cell in block.header],
                "rows": [[_cell(cell) for cell in row] for row in block.rows],
            }
    return None


def _cell(cell: Cell) -> dict[str, Any]:
    return {"align": cell.align, "texts": [list(pair) for pair in cell.texts]}
