"""The ZIP package that a Word file is."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_CONTENT_TYPES = "[Content_Types].xml"


def without_clock(packed: bytes) -> bytes:
    """The same package without the times of packing, so that equal documents are equal files."""
    target = BytesIO()
    with ZipFile(BytesIO(packed)) as source, ZipFile(target, "w") as written:
        # Word reads the list of content types first.
        for name in sorted(source.namelist(), key=lambda name: (name != _CONTENT_TYPES, name)):
            entry = ZipInfo(name, date_time=_EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            written.writestr(entry, source.read(name))
    return target.getvalue()
