"""`kefu rfp`: a requirements file becomes everything that goes to vendors."""

from pathlib import Path
from typing import Any

from domain.shared.paper import Form
from services.commands import named, read_mapping, write_files
from services.exchange import as_json, summary
from services.requirements import from_file
from services.sourcing import FILE_WRITERS, document_of, make_request, request_json, timetable_findings
from services.sourcing_answers import answer_workbook
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
        files = {f"{edition}.{form}.{kind}": write(document) for kind, write in FILE_WRITERS.items()}
        files[f"{edition}.answers.{form}.xlsx"] = answer_workbook(made, form)
        files[f"{edition}.json"] = as_json(request_json(made))
    write_files(out, files)
    findings = timetable_findings(record)
    return {
        **summary(files),
        "anonymous": nameless,
        "asked": len(made.asked),
        "findings": [
            {"code": each.code, "severity": each.severity, "place": each.place} for each in findings
        ],
    }
