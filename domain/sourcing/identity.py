"""Keeps the buyer's identity out of an anonymous request: names, shops, addresses, wherever they stand."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from domain.sourcing.name_words import NameWords
from domain.sourcing.names import UNSPACED, WORD, Term
from domain.sourcing.signs import STAND_IN, without_signs

_ABBREVIATED = frozenset(["ltd", "co", "inc", "corp"])
_HAS_UNSPACED = re.compile(rf"[{UNSPACED}]")
# Letters and digits of every script that separates its words; Chinese may stand on both sides of a name.
_PART_OF_WORD = rf"[^\W_{UNSPACED}]"


def hidden(text: str, terms: Iterable[Term], *, known: NameWords) -> str:
    """The text with every term, however it is spaced or capitalised, every address and phone number replaced.

    Args:
        text: that somebody typed.
        terms: what tells who the buyer is.
        known: by which addresses, numbers and other spellings are known.
    """
    composed = (
        unicodedata.normalize("NFKC", text) if _has_odd_letters(text) else unicodedata.normalize("NFC", text)
    )
    shown = without_signs(composed, known)
    for term in terms:
        shown = (_strictly if term.strict else _however_spelled)(term.text, known).sub(STAND_IN, shown)
    return shown


def hide_in(value: Any, terms: Iterable[Term], *, known: NameWords) -> Any:
    """The same answer with what tells the buyer's identity replaced in every text of it."""
    if isinstance(value, str):
        return hidden(value, terms, known=known)
    if isinstance(value, Mapping):
        return {key: hide_in(part, terms, known=known) for key, part in value.items()}
    if isinstance(value, list):
        return [hide_in(part, terms, known=known) for part in value]
    return value


def _however_spelled(term: str, known: NameWords) -> re.Pattern[str]:
    words = WORD.findall(term)
    pattern = r"[\W_]*".join(_spelled(word, known) for word in words)
    if words[-1].lower() in _ABBREVIATED:
        pattern += r"\.?"
    return re.compile(_bounded(pattern, term), re.IGNORECASE)


def _strictly(term: str, known: NameWords) -> re.Pattern[str]:
    """As it is spelled, capitalised or in capitals; with a sign inside (H&M) in any case."""
    if not term.isalnum():
        parts = [part for part in re.findall(r"[^\W_]+|[\W_]", term) if part.strip()]
        text = r"\s*".join(_spelled(part, known) for part in parts)
        return re.compile(_bounded(text, term) if WORD.search(term) else text, re.IGNORECASE)
    spellings = dict.fromkeys([term, term.capitalize(), term.upper()])
    return re.compile(_bounded("|".join(_spelled(each, known) for each in spellings), term))


def _spelled(word: str, known: NameWords) -> str:
    """A pattern for a word with its marks, without them or as they are written instead: Müller, Muller, Mueller."""
    return "".join(_letter(letter, known) for letter in word)


def _letter(letter: str, known: NameWords) -> str:
    if letter.isascii() or _HAS_UNSPACED.match(letter):
        return re.escape(letter)
    bare = "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
    other = known.other_spellings.get(letter.lower(), bare)
    ways = [letter, other.upper(), other.capitalize(), bare] if letter.isupper() else [letter, other, bare]
    return f"(?:{'|'.join(re.escape(way) for way in dict.fromkeys(ways))})"


def _bounded(pattern: str, term: str) -> str:
    """A word by itself; in Chinese, which sets no blanks, anywhere."""
    if _HAS_UNSPACED.search(term):
        return pattern
    return rf"(?<!{_PART_OF_WORD})(?:{pattern})(?!{_PART_OF_WORD})"


def _has_odd_letters(text: str) -> bool:
    """Full-width digits and letters or ligatures, behind which a name or number could hide."""
    ranges = (("\uff10", "\uff19"), ("\uff21", "\uff5a"), ("\ufb00", "\ufb06"))
    return any(first <= character <= last for character in text for first, last in ranges)
