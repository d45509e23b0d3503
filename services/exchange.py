"""Everything of a project as files: requirements, cost, scenarios, request, scorecard, contract, tickets, in one ZIP."""

import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from documents.docx import write_docx
from documents.pdf import write_pdf
from domain.pilot.plan_file import KIND as PLAN_KIND
from domain.pilot.plan_file import VERSION as PLAN_VERSION
from domain.shared.outcomes import DomainError
from domain.shared.paper import FORMS
from domain.shared.people import Actor
from services.contract import FILE_KINDS, Contract, ProjectContract, contract_of
from services.costing import cost_json, estimate_record
from services.costing_baseline import overrides_of
from services.costing_files import costing_files
from services.costing_quotes import private_rates
from services.json_files import as_json, summary, written
from services.kept import Kept
from services.pilot import pilot_of
from services.pilot_files import read_content
from services.record import Entry
from services.requirements import SUBJECT as REQUIREMENTS
from services.requirements import as_file, from_entries
from services.scoring import scorecard_json
from services.sourcing import FILE_WRITERS as REQUEST_KINDS
from services.sourcing_project import ProjectRequest, request_of
from services.stored import read_stored

_MOST_NAME_BYTES = 120  # a file system takes 255, and the name gets a prefix
# Windows takes these for devices whatever follows the first dot.
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"|?*]')
# Writing these documents takes seconds; contract and request of four projects stay ready for the next download.
_DOCUMENTS: Kept[bytes] = Kept(most=36)
Writer = Callable[[], bytes]


def contract_files(made: Contract) -> dict[str, bytes]:
    """The six documents of a contract by file name."""
    files: dict[str, bytes] = {}
    for form in FORMS:
        document = made.document(form)
        files[f"contract.{form}.docx"] = write_docx(document)
        files[f"contract.{form}.pdf"] = write_pdf(document)
    return files


def project_files(actor: Actor, project_id: str) -> dict[str, bytes]:
    """Every file of a project; what cannot be made yet is absent, and summary.json says why.

    Raises:
        DomainError: not allowed, or no such project.
    """
    stored = read_stored(actor, project_id)
    requirements = from_entries(stored.entries[REQUIREMENTS])
    pilot = pilot_of(actor, stored, requirements.record)
    made, asked = contract_of(stored, requirements), request_of(stored, requirements)
    files = {
        "requirements.json": as_json(as_file(stored.name, requirements)),
        "record.json": as_json({name: _as_kept(entries) for name, entries in stored.entries.items()}),
    }
    files |= costing_files(actor, project_id)
    absent: dict[str, str] = {}
    try:
        overrides = overrides_of(stored.baseline)
        cost = estimate_record(requirements.record, overrides=overrides, private=private_rates(actor))
        files["cost.json"] = as_json(cost_json(cost, overrides.ranges))
    except DomainError as refusal:
        absent["cost.json"] = refusal.code
    if pilot.plan is not None:
        files["plan.json"] = as_json({"kind": PLAN_KIND, "version": PLAN_VERSION, **pilot.values})
    if pilot.scored is not None:
        files["scorecard.json"] = as_json(scorecard_json(pilot.scored))
    else:
        absent["scorecard.json"] = f"stage_state.{'unreadable' if pilot.uploads else 'no_file'}"
    for number, upload in enumerate(pilot.uploads, start=1):
        files[f"tickets/{number}-{file_name(upload.name)}"] = read_content(actor, upload.id)
    writers: dict[str, Writer] = {}
    if asked.missing:
        absent["rfp"] = "request.answers_missing"
    else:
        writers |= _request(asked)
    if made.contract is not None:
        writers |= _contract(made)
    elif made.problem is not None:
        absent["contract"] = made.problem.code
    documents, refused = written(writers)
    files, absent = files | documents, absent | refused
    files["summary.json"] = as_json({**summary(files), "absent": absent})
    return files


def _contract(made: ProjectContract) -> dict[str, Writer]:
    """The documents of a contract by file name, ready to be written."""
    return {
        name: partial(_DOCUMENTS.get, f"{name}:{made.content}", partial(made.file, form, kind))
        for form in FORMS
        for kind in FILE_KINDS
        for name in [f"contract.{form}.{kind}"]
    }


def _request(made: ProjectRequest) -> dict[str, Writer]:
    """The request in the edition and language it is asked in; the answer sheet is for vendors, not for the files."""
    edition = "rfp.anonymous" if made.anonymous else "rfp"
    names = {f"{edition}.{made.form}.{kind}": kind for kind in REQUEST_KINDS} | {f"{edition}.json": "json"}
    return {
        name: partial(
            _DOCUMENTS.get,
            f"{name}:{made.content}",
            partial(made.write, kind, made.form, anonymous=made.anonymous),
        )
        for name, kind in names.items()
    }


def _as_kept(entries: Mapping[str, Entry]) -> dict[str, Any]:
    """Everything typed under a subject as it is kept, refused values included."""
    return {
        key: {
            "state": entry.state,
            "value": entry.value,
            "origin": entry.origin,
            "changed_at": entry.changed_at.isoformat(),
        }
        for key, entry in sorted(entries.items())
    }


def project_zip(actor: Actor, project_id: str) -> bytes:
    """The same in one ZIP."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in project_files(actor, project_id).items():
            # A fixed date: the same project gives the same bytes.
            member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            archive.writestr(member, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def file_name(name: str) -> str:
    """A name that every system accepts as one file: no folders, nothing invisible, no device, not too long.

    Of a long name the end stays, because the kind of file stands there.
    """
    flat = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    visible = "".join(sign for sign in flat if sign.isprintable())
    kept = _FORBIDDEN.sub("_", visible).strip(" .")
    end = kept.encode()[-_MOST_NAME_BYTES:].decode(errors="ignore").strip(" .")
    return _DEVICES.sub(r"\1_", end, count=1) if _DEVICES.match(end) else end or "file"
