"""Which face prints a character: Noto Sans for Latin, Cyrillic and Greek, Noto Sans SC for Chinese.

Neither family has all characters a contract needs: Noto Sans SC lacks Polish, Romanian and Serbian letters,
and reportlab prints a missing one as nothing, in the text layer too. So the face is chosen per character,
and a character that neither family has is refused by name.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from documents.characters import INVISIBLE, checked, refusal
from domain.shared.sources import Language

_FOLDER = Path(__file__).parent / "fonts"
_THOUSANDTHS = 1000
# Chinese and English share these marks; in Chinese they are a full square wide.
_SHARED_MARKS = frozenset("“”‘’…—·")
# ’ between letters is an apostrophe, also in a Chinese sentence that quotes English.
APOSTROPHE = re.compile(r"(?<=[A-Za-zÀ-ɏ])’(?=[A-Za-zÀ-ɏ])")


@dataclass(frozen=True, slots=True)
class Face:
    """One font file, as far as layout needs it.

    Attributes:
        name: how reportlab knows the font.
        widths: width in em by code point; what is not here, the font cannot print.
        chinese: whether it is one of the Chinese faces.
    """

    name: str
    widths: dict[int, float]
    chinese: bool


class Glyph(NamedTuple):
    """One character with the face that prints it; its width in em."""

    char: str
    face: Face
    width: float


@lru_cache(maxsize=4)
def face(family: str, *, bold: bool) -> Face:
    """A face of a family (NotoSans, NotoSansSC), read and registered once per process, at first use."""
    name = f"{family}-{'Bold' if bold else 'Regular'}"
    font = TTFont(name, str(_FOLDER / f"{name}.ttf"))
    pdfmetrics.registerFont(font)
    widths = {
        code: font.face.charWidths.get(code, font.face.defaultWidth) / _THOUSANDTHS
        for code, index in font.face.charToGlyph.items()
        if index
    }
    return Face(name, widths, chinese=family == "NotoSansSC")


@lru_cache(maxsize=20_000)
def _glyph(char: str, *, chinese_first: bool, bold: bool) -> Glyph | None:
    """The character in the first face that has it."""
    families = ("NotoSansSC", "NotoSans") if chinese_first else ("NotoSans", "NotoSansSC")
    for family in families:
        candidate = face(family, bold=bold)
        if ord(char) in candidate.widths:
            return Glyph(char, candidate, candidate.widths[ord(char)])
    return None


def _is_chinese_first(char: str, language: Language) -> bool:
    """Wide characters are Chinese in any sentence, the shared marks only in a Chinese one."""
    return unicodedata.east_asian_width(char) in "WF" or (language == "zh" and char in _SHARED_MARKS)


def check_printable(text: str) -> None:
    """Whether Word and PDF can both hold a text, before anybody writes them.

    Raises:
        DomainError: ``documents.control_character`` or ``documents.no_glyph`` with the character and where it is.
    """
    glyphs(checked(text), "zh", bold=False)


def glyphs(text: str, language: Language, *, bold: bool) -> list[Glyph]:
    """One glyph per character of a text that has passed `documents.characters.checked`.

    Characters that print nothing, and line feeds, get no width. Decides between Chinese and Latin quotation marks by language.

    Raises:
        DomainError: ``documents.no_glyph`` names the character that no face has, and the text around it.
    """
    apostrophes = {found.start() for found in APOSTROPHE.finditer(text)}
    nothing = Glyph("", face("NotoSans", bold=bold), 0.0)
    found = []
    for position, char in enumerate(text):
        if char in INVISIBLE or char == "\n":
            found.append(nothing)
            continue
        first = _is_chinese_first(char, language) and position not in apostrophes
        glyph = _glyph(char, chinese_first=first, bold=bold)
        if glyph is None:
            raise refusal("documents.no_glyph", text, position)
        found.append(glyph)
    return found
