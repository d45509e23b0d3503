"""`kefu estimate --out`: a requirements file becomes the workbook, the brief and `cost.json`."""

from pathlib import Path
from typing import Any

from services.commands import named, quotes_of, read_mapping, write_files
from services.costing import cost_json
from services.costing_brief import cost_brief
from services.costing_kept import costing_of
from services.costing_workbook import cost_workbook
from services.json_files import as_json, summary
from services.requirements import from_file
from services.unit import now
from words import Language


def estimate_files_command(
    path: Path, language: Language, out: Path, quotes: Path | None = None
) -> dict[str, Any]:
    """The cost of a requirements file as files; docs/cli.md names what is printed.

    Args:
        path: the requirements, TOML or JSON.
        language: of workbook and brief.
        out: folder for the files.
        quotes: prices one was quoted, to compare with the published ones.

    Raises:
        DomainError: the file cannot be used; names file and key.
    """
    private = quotes_of(quotes)
    with named(path):
        name, record = from_file(read_mapping(path))
        costing = costing_of(record, private=private)
        shown = name or path.stem
        files = {
            f"cost.{language}.xlsx": cost_workbook(costing, language, name=shown),
            f"cost.{language}.pdf": cost_brief(costing, language, name=shown, today=now().date()),
            "cost.json": as_json(cost_json(costing.estimate)),
        }
    write_files(out, files)
    return summary(files)
