"""A spreadsheet file somebody sends us, before anything else looks inside: only what it should hold gets through.

What is read later is a copy of the parts that were checked here, so that no other reader can see another file.
"""

import lzma
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from xml.parsers import expat  # no document type is let through, so there are no entities to expand

from openpyxl.utils import column_index_from_string

from domain.shared.outcomes import DomainError

# Technical limits: a form has some hundred kilobytes, a dozen sheets and a few hundred rows.
_MOST_BYTES, _MOST_UNPACKED_BYTES, _MOST_PARTS = 5 * 2**20, 60 * 2**20, 300
_MOST_ROWS, _MOST_COLUMNS, _MOST_SHEETS, _MOST_MERGED = 5_000, 100, 60, 1_000
_MEGABYTE = 2**20
_ZIP, _OLE = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_READ_PARTS = (".xml", ".rels")
_WORKBOOK = "xl/workbook.xml"
_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_COUNTS = frozenset({"count", "uniqueCount"})
_MOST_DIGITS = 10
_PROGRAMS = ("xl/vbaProject", "xl/macrosheets/", "xl/dialogsheets/", "xl/activeX/", "xl/embeddings/")
_LINKS = ("xl/externalLinks/", "xl/connections.xml", "xl/queryTables/")
# What unpacking broken data raises; a password or a way of packing that Python cannot read is a RuntimeError.
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError, RuntimeError)


@dataclass(slots=True, kw_only=True)
class Oddities:
    """What stands in a sheet beside plain values, by cell.

    Attributes:
        formulas: cells that are calculated instead of typed.
        errors: cells that show an error such as #REF!.
        merged: cells that were merged, as ranges.
    """

    formulas: set[str] = field(default_factory=set)
    errors: set[str] = field(default_factory=set)
    merged: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedPackage:
    """The checked copy of a spreadsheet file, and what is odd in each of its sheets by name."""

    content: bytes
    oddities: Mapping[str, Oddities]


def check_package(content: bytes) -> CheckedPackage:
    """Let a spreadsheet file in.

    Raises:
        DomainError: ``forms.<reason>``: not a spreadsheet, another format, a password, macros, links to other
            files, far too large or damaged; what stands in a sheet is named by sheet and cell.
    """
    if len(content) > _MOST_BYTES:
        raise DomainError("forms.too_large", limit_mb=_MOST_BYTES // _MEGABYTE)
    if content.startswith(_OLE):
        raise DomainError("forms.password" if _ENCRYPTED in content else "forms.old_format")
    if not content.startswith(_ZIP):
        raise DomainError("forms.not_a_spreadsheet")
    parts = _unpacked(content)
    _refuse_foreign(parts)
    names = _sheets(parts)
    oddities = {name: _look(name, parts[part]) for name, part in names.items() if part in parts}
    for part, text in parts.items():
        if part.endswith(_READ_PARTS) and part not in names.values():
            _walk(text, lambda *_: None)
    return CheckedPackage(content=_packed(parts), oddities=oddities)


def _unpacked(content: bytes) -> dict[str, bytes]:
    """The parts that are text; of pictures, fonts and printer settings only the name is kept."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            _refuse_bomb(members)
            # Python reads no more of a part than it declares, whatever is packed into it.
            return {
                each.filename: archive.read(each) if each.filename.endswith(_READ_PARTS) else b""
                for each in members
            }
    except _BROKEN as error:
        raise DomainError("forms.damaged") from error


def _refuse_bomb(members: list[zipfile.ZipInfo]) -> None:
    """Look at what the file declares before anything is unpacked."""
    if len(members) > _MOST_PARTS or sum(each.file_size for each in members) > _MOST_UNPACKED_BYTES:
        raise DomainError("forms.bomb")
    if any(each.flag_bits & 1 for each in members):
        raise DomainError("forms.password")
    if len({each.filename for each in members}) < len(members):
        raise DomainError("forms.damaged")


def _refuse_foreign(parts: Mapping[str, bytes]) -> None:
    """Other formats, programs, other files."""
    if "content.xml" in parts and "mimetype" in parts:
        raise DomainError("forms.open_document")
    if _WORKBOOK not in parts:
        raise DomainError("forms.not_a_spreadsheet")
    for name in parts:
        if name.startswith(_PROGRAMS):
            raise DomainError("forms.macros")
        if name.startswith(_LINKS):
            raise DomainError("forms.external_links")


def _sheets(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The part of each sheet by its name."""
    targets: dict[str, str] = {}
    names: dict[str, str] = {}

    def relation(tag: str, given: dict[str, str]) -> None:
        if tag.endswith("Relationship") and given.get("TargetMode") != "External":
            target = given.get("Target", "")
            absolute = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
            targets[given.get("Id", "")] = posixpath.normpath(absolute)

    def sheet(tag: str, given: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "sheet":
            id_ = next((value for key, value in given.items() if key.rpartition(":")[2] == "id"), "")
            names[given.get("name", "")] = targets.get(id_, "")

    _walk(parts.get("xl/_rels/workbook.xml.rels", b""), relation)
    _walk(parts[_WORKBOOK], sheet)
    if len(names) > _MOST_SHEETS:
        raise DomainError("forms.bomb")
    return names


def _look(sheet: str, text: bytes) -> Oddities:
    """Walk through a sheet without building it: a cell at the far end would otherwise claim the memory between."""
    found = Oddities()
    cell = ""

    def start(tag: str, given: dict[str, str]) -> None:
        nonlocal cell
        tag = tag.rpartition(":")[2]
        if tag == "c":
            cell = given.get("r", "")
            if given.get("t") == "e":
                found.errors.add(cell)
        elif tag in {"v", "is"}:
            _refuse_far(sheet, cell)
        elif tag == "f":
            found.formulas.add(cell)
        elif tag == "mergeCell":
            found.merged.append(given.get("ref", ""))

    _walk(text, start)
    if len(found.merged) > _MOST_MERGED:
        raise DomainError("forms.damaged")
    return found


def _refuse_far(sheet: str, cell: str) -> None:
    """A cell without an address or far outside every form."""
    found = _ADDRESS.fullmatch(cell)
    if found is None:
        raise DomainError("forms.damaged")
    if int(found[2]) > _MOST_ROWS or column_index_from_string(found[1]) > _MOST_COLUMNS:
        raise DomainError("forms.far_cell", cell=f"{sheet}!{cell}")


def _walk(text: bytes, start: Callable[[str, dict[str, str]], None]) -> None:
    """Go through XML, element by element.

    Refused are document types, which could hold entities that grow without end, and counts larger than the part
    itself: readers believe them and ask for the memory, which ends the whole program.
    """

    def refuse(*_: object) -> None:
        raise DomainError("forms.damaged")

    def element(tag: str, given: dict[str, str]) -> None:
        for name in _COUNTS & given.keys():
            if not given[name].isdecimal() or len(given[name]) > _MOST_DIGITS or int(given[name]) > len(text):
                refuse()
        start(tag, given)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = element
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        raise DomainError("forms.damaged") from error


def _packed(parts: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, text in parts.items():
            if name.endswith(_READ_PARTS):
                archive.writestr(name, text)
    return out.getvalue()
