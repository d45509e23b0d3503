"""The ZIP package that a Word file or a workbook is."""

from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_CONTENT_TYPES = "[Content_Types].xml"
_PROPERTIES, _TIMES = "docProps/core.xml", "{http://purl.org/dc/terms/}"
_APPLICATION = "docProps/app.xml"
# Who wrote the file, and no counts of pages and words: the libraries leave those of an empty document.
_WRITTEN_BY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Kefu</Application></Properties>"
)


def without_clock(packed: bytes) -> bytes:
    """The same package without the times of writing and packing, so that equal documents are equal files.

    Args:
        packed: what our own libraries have just written.
    """
    target = BytesIO()
    with ZipFile(BytesIO(packed)) as source, ZipFile(target, "w") as written:
        # Word reads the list of content types first.
        for name in sorted(source.namelist(), key=lambda name: (name != _CONTENT_TYPES, name)):
            entry = ZipInfo(name, date_time=_EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            written.writestr(entry, _settled(name, source.read(name)))
    return target.getvalue()


def _settled(name: str, content: bytes) -> bytes:
    if name == _APPLICATION:
        return _WRITTEN_BY
    return _timeless(content) if name == _PROPERTIES else content


def _timeless(properties: bytes) -> bytes:
    # Parsed is only what our own libraries have just written.
    root = ET.fromstring(properties)  # noqa: S314 (see above)
    for part in [each for each in root if each.tag.startswith(_TIMES)]:
        root.remove(part)
    return bytes(ET.tostring(root, encoding="UTF-8", xml_declaration=True))
