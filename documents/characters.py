"""Which characters may stand in a document at all: what would vanish or mislead is refused by name."""

import re
import unicodedata

from domain.shared.outcomes import DomainError

# They only steer line breaking or joining and print nothing; Word and PDF leave them out alike.
INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_NEAR = 12

# Control characters (all but the line feed), half surrogates, characters that turn the direction of
# reading (a contract could show other words than it holds) and code points that mean nothing.
_REFUSED = re.compile(
    "[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def checked(text: str) -> str:
    """The same text, once it is known to hold nothing that a document must not hold.

    Raises:
        DomainError: ``documents.control_character`` with the code point, its name and the text around it.
    """
    found = _REFUSED.search(text)
    if found:
        raise refusal("documents.control_character", text, found.start())
    return text


def visible(text: str) -> str:
    """The checked text without the characters that print nothing."""
    return "".join(char for char in checked(text) if char not in INVISIBLE)


def replaced(text: str) -> str:
    """The text with a sign in place of every character that a document must not hold."""
    return _REFUSED.sub("\ufffd", text)


def refusal(code: str, text: str, position: int) -> DomainError:
    """A refusal that names a character: the character, code point, Unicode name and the text around it."""
    char = text[position]
    return DomainError(
        code,
        character=replaced(char),
        code_point=f"U+{ord(char):04X}",
        name=unicodedata.name(char, "control character"),
        near=replaced(text[max(0, position - _NEAR) : position + _NEAR + 1]),
    )
