"""Everything of a project as files: requirements, cost, scorecard, contract, ticket files, in one ZIP."""

import hashlib
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Mapping
from typing import Any

from documents.docx import write_docx
from documents.pdf import write_pdf
from domain.shared.outcomes import DomainError
from domain.shared.paper import Form
from domain.shared.people import Actor
from services.contract import ContractCase, draft
from services.costing import cost_json, estimate_record
from services.pilot import read_content, read_pilot
from services.projects import read_project
from services.record import read_entries
from services.requirements import as_file, read_requirements
from services.scoring import scorecard_json

FORMS: tuple[Form, ...] = ("zh", "en", "bilingual")
_LONGEST_NAME = 80


def as_json(value: Any) -> bytes:
    """JSON as people read it: indented, Chinese as it is, one line break at the end."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def contract_files(case: ContractCase) -> dict[str, bytes]:
    """The six documents of a contract by file name."""
    made = draft(case)
    files: dict[str, bytes] = {}
    for form in FORMS:
        document = made.document(form)
        files[f"contract.{form}.docx"] = write_docx(document)
        files[f"contract.{form}.pdf"] = write_pdf(document)
    return files


def summary(files: Mapping[str, bytes]) -> dict[str, Any]:
    """Every file with size and sha256."""
    return {
        "files": {
            name: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for name, content in sorted(files.items())
        }
    }


def project_files(actor: Actor, project_id: str) -> dict[str, bytes]:
    """Every file of a project; what cannot be made yet is absent, and summary.json says why."""
    project = read_project(actor, project_id)
    requirements = read_requirements(actor, project_id)
    record = requirements.record
    pilot = read_pilot(actor, project_id, record)
    typed = {key: entry.value for key, entry in read_entries(actor, project_id, "contract").items()}
    files = {"requirements.json": as_json(as_file(project.name, requirements))}
    absent: dict[str, str] = {}
    estimate = None
    try:
        estimate = estimate_record(record)
        files["cost.json"] = as_json(cost_json(estimate))
    except DomainError as refusal:
        absent["cost.json"] = refusal.code
    if pilot.scored is not None:
        files["scorecard.json"] = as_json(scorecard_json(pilot.scored))
    for number, upload in enumerate(pilot.uploads, start=1):
        files[f"tickets/{number}-{file_name(upload.name)}"] = read_content(actor, upload.id)
    try:
        files |= contract_files(ContractCase(record=record, estimate=estimate, plan=pilot.plan, typed=typed))
    except DomainError as refusal:
        absent["contract"] = refusal.code
    files["summary.json"] = as_json({**summary(files), "absent": absent})
    return files


def project_zip(actor: Actor, project_id: str) -> bytes:
    """The same in one ZIP."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in project_files(actor, project_id).items():
            # A fixed date: the same project gives the same bytes.
            archive.writestr(zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0)), content)
    return out.getvalue()


def file_name(name: str) -> str:
    """A name that every system accepts as one file: no folders, no control characters, not too long."""
    flat = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    kept = re.sub(r'[\x00-\x1f\x7f<>:"|?*]', "_", flat).strip(" .")
    return kept[-_LONGEST_NAME:] or "file"
