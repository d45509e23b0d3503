"""`kefu rfp`: a requirements file becomes everything that goes to vendors."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from domain.shared.paper import Form
from domain.sourcing.names import shortest
from services.commands import named, read_mapping, write_files
from services.json_files import as_json, summary, written
from services.requirements import from_file
from services.sourcing import FILE_WRITERS, document_of, make_request, request_json
from services.sourcing_answers import answer_workbook
from services.sourcing_case import names_to_hide
from services.sourcing_findings import request_findings
from services.unit import now


def rfp_command(path: Path, form: Form, out: Path, *, anonymous: bool) -> dict[str, Any]:
    """Word, PDF, answer sheet and `rfp.json` of a requirements file; docs/cli.md names what is printed.

    Args:
        path: the requirements, TOML or JSON.
        form: language of the documents.
        out: folder for the files.
        anonymous: leave out who the buyer is, whatever the requirements say.

    Raises:
        DomainError: the file cannot be used, or an answer is missing that vendors cannot do without.
    """
    with named(path):
        _, record = from_file(read_mapping(path))
        nameless = anonymous or bool(record.value("anonymous_request"))
        made = make_request(record, None, anonymous=nameless, today=now().date())
        document = document_of(made, form)
        edition = "rfp.anonymous" if nameless else "rfp"
        writers: dict[str, Callable[[], bytes]] = {
            f"{edition}.{form}.{kind}": partial(write, document) for kind, write in FILE_WRITERS.items()
        }
        writers[f"{edition}.answers.{form}.xlsx"] = partial(answer_workbook, made, form)
        writers[f"{edition}.json"] = lambda: as_json(request_json(made))
        files, absent = written(writers)
    write_files(out, files)
    replaced = shortest(names_to_hide(record)) if nameless else ()
    return {
        **summary(files),
        **({"absent": absent} if absent else {}),
        "anonymous": nameless,
        # Read the files through: what is not listed here was not known to be a name.
        **({"replaced": replaced} if nameless else {}),
        "asked": len(made.asked),
        "findings": [
            {"code": each.code, "severity": each.severity, "place": each.place}
            for each in request_findings(record)
        ],
    }
