"""A document on the screen as it will be on paper; a click on a field returns its id."""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Any

from domain.shared.paper import Cell, Document, Heading, Paragraph, Table
from ui.assets import component
from words import Language, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """What the sheet shows.

    Attributes:
        anchor: of the article to tint; empty for none.
        field: the field that is open; empty for none.
        jump: counts the jumps; a new number scrolls there, the same number leaves the sheet where it is.
    """

    anchor: str = ""
    field: str = ""
    jump: int = 0


def paper(
    document: Document, language: Language, *, blanks: Collection[str], focus: Focus, key: str
) -> str | None:
    """Draw the sheet.

    Args:
        document: the draft.
        language: of the interface (the sheet has its own).
        blanks: ids of fields without a value, drawn as gaps.
        focus: what to tint and scroll to.
        key: of the component.

    Returns:
        The id of a field that was clicked, once.
    """
    data = {
        "label": say(language, "ui.paper"),
        "title": [list(pair) for pair in document.title],
        "mark": document.mark,
        "focus": asdict(focus),
        "blanks": sorted(blanks),
        "blocks": _drawn(document),
    }
    shown = component("paper", '<div class="wrap"></div>')(key=key, data=data, on_field_change=lambda: None)
    return shown.field if isinstance(shown.field, str) else None


# Drawing hundreds of blocks takes longer than everything else of a rerun, so the last sheets are kept as text.
# Each stands with its document, so that an identity is never used again while it is here.
_KEPT: dict[int, tuple[Document, str]] = {}
_MOST_KEPT = 24


def _drawn(document: Document) -> str:
    """The blocks as JSON."""
    kept = _KEPT.get(id(document))
    if kept is not None:
        return kept[1]
    text = json.dumps([drawn for block in document.blocks if (drawn := _block(block))], ensure_ascii=False)
    _KEPT[id(document)] = (document, text)
    for oldest in list(_KEPT)[:-_MOST_KEPT]:
        _KEPT.pop(oldest, None)
    return text


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
                "widths": block.widths,
            }
    return None


def _cell(cell: Cell) -> dict[str, Any]:
    drawn: dict[str, Any] = {"align": cell.align, "texts": [list(pair) for pair in cell.lines]}
    if cell.shade:
        drawn["shade"] = cell.shade
    if cell.room:
        drawn["room"] = cell.room
    return drawn
