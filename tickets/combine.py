"""Several uploads as one ticket file."""

from collections.abc import Sequence

from tickets.file import Cell, TicketFile


def combine(files: Sequence[TicketFile]) -> TicketFile:
    """Files that were read one after the other, each knowing the ticket ids of the ones before.

    A column counts as present only if every file has it: where half of the rows lack it, a KPI would
    take silence for a miss.

    Args:
        files: at least one.
    """
    if len(files) == 1:
        return files[0]
    names = {name for file in files for name in file.cells}
    cells: dict[str, list[Cell]] = {name: [] for name in names}
    for file in files:
        for name in names:
            cells[name].extend(file.cells.get(name, [None] * file.accepted))
    return TicketFile(
        headings=files[0].headings,
        present=frozenset.intersection(*(file.present for file in files)),
        ignored=tuple(dict.fromkeys(name for file in files for name in file.ignored)),
        cells=cells,
        rejected=tuple(row for file in files for row in file.rejected),
        notes=tuple(note for file in files for note in file.notes),
        encoding=files[0].encoding,
        delimiter=files[0].delimiter,
    )
