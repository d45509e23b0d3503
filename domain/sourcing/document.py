"""The request on paper: cover, contents, parts with their tables and boxes for answers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from domain.shared.layout import Column, Layout, PrintedTable
from domain.shared.paper import Block, Cell, Contents, Document, Form, PageBreak, Room, Table
from domain.shared.sources import Bilingual
from domain.sourcing.long_texts import in_rows
from domain.sourcing.request import Group, Item, Part, Request, TitledTable
from domain.sourcing.wording import Reply

# Words of the document by key, in both languages.
Say = Callable[[str], Bilingual]
# Parts that a vendor prints and fills in by themselves; of the last one no table may be left alone on a page.
_OWN_PAGE = frozenset({"prices", "diligence", "evaluation", "annex"})
_PRICES, _DILIGENCE = "prices", "diligence"
# A heading further down its page opens the next one: a part is then seen as one, and the page that the
# contents name cannot depend on a line more or less.
_UPPER_PART, _UPPER_GROUP = 0.5, 0.7
_ROOM: dict[Reply, int] = {"confirm": 1, "text": 3, "number": 0, "share": 0, "yes_no": 0}
# Between the title and the facts of the first page, in points.
_COVER_ROOM = 110.0
_DOTS = Bilingual(zh="…", en="…")
_Heads = tuple[tuple[str, int], ...]
_TOLD: _Heads = (("topic", 30), ("information", 70))
_ASKED: _Heads = (("number", 10), ("topic", 21), ("requirement", 40), ("answer", 29))
_PRICED: _Heads = (("number", 10), ("item", 42), ("unit", 20), ("price", 28))
_QUESTIONED: _Heads = (("number", 10), ("question", 50), ("answer", 40))


def request_document(request: Request, form: Form, say: Say) -> Document:
    """The whole request.

    Args:
        request: what is told and asked.
        form: one language, or both below each other.
        say: words of the document by key.
    """
    layout = Layout(form=form)
    blocks: list[Block] = [*_cover(request, layout, say), PageBreak()]
    blocks += [Contents(texts=layout.texts(say("contents"))), PageBreak()]
    for number, part in enumerate(request.parts, start=1):
        if number > 1 and part.id in _OWN_PAGE:
            blocks.append(PageBreak())
        blocks.extend(_part(part, number, layout, say))
    return Document(
        form=form,
        title=layout.texts(request.title),
        blocks=tuple(blocks),
        subject=" / ".join(text for _, text in layout.texts(say("subject"))),
        cover=True,
    )


def _cover(request: Request, layout: Layout, say: Say) -> Iterator[Block]:
    for line in request.lead:
        yield from layout.sentence(line, style="cover")
    yield Room(points=_COVER_ROOM)
    for block in layout.tables(_facts(request.cover, say)):
        # Labels and values explain themselves; a head would make a form of the first page.
        yield replace(block, header=()) if isinstance(block, Table) else block
    yield from layout.sentence(say("cover.named"), style="note")
    if request.anonymous:
        yield from layout.sentence(say("cover.anonymous"), style="note")
    yield from layout.sentence(say("cover.numbers"), style="note")


def _facts(facts: Sequence[tuple[Bilingual, Bilingual]], say: Say) -> PrintedTable:
    return PrintedTable(columns=_columns(_TOLD, say), rows=tuple(facts))


def _part(part: Part, number: int, layout: Layout, say: Say) -> Iterator[Block]:
    title = Bilingual(zh=f"{number} {part.title.zh}", en=f"{number} {part.title.en}")
    yield layout.heading(1, title, part.id, upper=_UPPER_PART)
    for sentence in part.intro:
        yield from layout.sentence(sentence, anchor=part.id, leads=sentence is part.intro[-1])
    for position, group in enumerate(part.groups, start=1):
        if group.title is not None:
            head = Bilingual(
                zh=f"{number}.{position} {group.title.zh}", en=f"{number}.{position} {group.title.en}"
            )
            yield layout.heading(2, head, f"{part.id}.{position}", upper=_UPPER_GROUP)
        yield from _group(part, group, layout, say)
    for table in part.tables:
        yield layout.heading(3, table.title, f"{part.id}.{table.id}")
        if table.note is not None:
            yield from layout.sentence(table.note, style="note", anchor=part.id, leads=True)
        yield from _shaded(table, layout)


def _group(part: Part, group: Group, layout: Layout, say: Say) -> Iterator[Block]:
    """What is only told comes first, then what must be answered, each with its box."""
    told = [item for item in group.items if not item.number]
    asked = [item for item in group.items if item.number]
    if told:
        facts = [row for item in told for row in _fact(item, say)]
        yield from layout.tables(_facts(facts, say), part.id)
    if not asked:
        return
    heads = {_PRICES: _PRICED, _DILIGENCE: _QUESTIONED}.get(part.id, _ASKED)
    columns = _columns(heads, say)
    yield Table(
        header=tuple(layout.cell(column.head, column) for column in columns),
        rows=tuple(row for item in asked for row in _rows(part.id, item, columns, layout, say)),
        widths=tuple(column.width for column in columns),
        anchor=part.id,
    )


def _fact(item: Item, say: Say) -> Iterator[tuple[Bilingual, Bilingual]]:
    """Label and text; a long text goes on below."""
    for position, text in enumerate(in_rows(_marked(item, say))):
        yield (say("continued") if position else item.label, text)


def _rows(
    part: str, item: Item, columns: Sequence[Column], layout: Layout, say: Say
) -> Iterator[tuple[Cell, ...]]:
    """What is asked and the box for the answer; a long text goes on in further rows, the box stands in the first."""
    number = Bilingual(zh=item.number, en=item.number)
    if part in {_PRICES, _DILIGENCE}:
        middle = (item.label, item.unit) if part == _PRICES else (_asked(item, say),)
        yield _row((number, *middle), _box(item, say), _ROOM[item.reply], columns, layout)
        return
    for position, text in enumerate(in_rows(_marked(item, say))):
        if position:
            yield _row((_DOTS, say("continued"), text), _DOTS, 0, columns, layout)
        else:
            yield _row((number, item.label, text), _box(item, say), _ROOM[item.reply], columns, layout)


def _row(
    told: Sequence[Bilingual], box: Bilingual, room: int, columns: Sequence[Column], layout: Layout
) -> tuple[Cell, ...]:
    cells = [layout.cell(text, column) for text, column in zip((*told, box), columns, strict=True)]
    return (*cells[:-1], replace(cells[-1], room=room))


def _marked(item: Item, say: Say) -> Bilingual:
    """The text, with a mark where it rests on a default."""
    if not item.assumed:
        return item.text
    mark = say("assumed_mark")
    return Bilingual(zh=f"{item.text.zh}{mark.zh}", en=f"{item.text.en} {mark.en}")


def _asked(item: Item, say: Say) -> Bilingual:
    """The question, with a mark where a document must be attached."""
    if not item.evidence:
        return item.label
    mark = say("evidence_mark")
    return Bilingual(zh=f"{item.label.zh}{mark.zh}", en=f"{item.label.en} {mark.en}")


def _box(item: Item, say: Say) -> Bilingual:
    """What stands in the box: choices to tick, or a line with the unit."""
    if item.reply == "number":
        unit = item.currency or ""
        return Bilingual(
            zh=f"______ {unit or item.unit.zh}".strip(), en=f"______ {unit or item.unit.en}".strip()
        )
    return say(f"box.{item.reply}")


def _columns(heads: _Heads, say: Say) -> tuple[Column, ...]:
    return tuple(Column(head=say(f"head.{key}"), width=width) for key, width in heads)


def _shaded(table: TitledTable, layout: Layout) -> Iterator[Block]:
    """A table with the shades of its heat map."""
    for block in layout.tables(table.table, table.id):
        if isinstance(block, Table) and table.shades:
            rows = tuple(
                tuple(replace(cell, shade=shade) for cell, shade in zip(row, shades, strict=True))
                for row, shades in zip(block.rows, table.shades, strict=True)
            )
            yield replace(block, rows=rows, whole=True)
        else:
            yield block
