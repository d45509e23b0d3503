"""From bytes to lines: which encoding, which delimiter."""

import codecs
import io
import re

from domain.shared.outcomes import DomainError

# A stretch of bytes outside ASCII. Chinese text in GBK has an even number of them, European text in
# Windows-1252 mostly single ones, which GBK would silently read as Chinese.
_HIGH_BYTES = re.compile(rb"[\x80-\xff]+")
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# How an archive begins, which a workbook of today is, and how a workbook of old does.
_WORKBOOK_MARKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def decode(content: bytes) -> tuple[str, str]:
    """The text of an upload and the name of its encoding: UTF-8, UTF-16 with mark, or GB18030 (GBK).

    Raises:
        DomainError: it is a workbook or an archive, none of them fits, or it would be a guess.
    """
    if content.startswith(_WORKBOOK_MARKS):
        raise DomainError("tickets.workbook")
    if content.startswith(_UTF16_MARKS):
        return _strict(content, "utf-16"), "UTF-16"
    try:
        text, encoding = content.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        if not _looks_chinese(content):
            raise DomainError("tickets.encoding_unknown") from None
        text, encoding = _strict(content, "gb18030"), "GB18030"
    if "\x00" in text:
        raise DomainError("tickets.not_text")
    return text, encoding


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise DomainError("tickets.encoding_unknown") from error


def _looks_chinese(content: bytes) -> bool:
    """Whether most stretches of bytes outside ASCII could be whole Chinese characters."""
    stretches = _HIGH_BYTES.findall(content)
    odd = sum(len(stretch) % 2 for stretch in stretches)
    return odd * 2 <= len(stretches)


def split_lines(text: str) -> list[str]:
    """Physical lines with their ends; only CR, LF and CRLF end a line, not the separators of Unicode."""
    return list(io.StringIO(text, newline=""))
