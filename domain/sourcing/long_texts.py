"""Long answers in tables: a row is never split over pages, so a text longer than a page needs several rows."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from domain.shared.sources import Bilingual

# What a narrow cell holds in about a third of a page; a Chinese character is as wide as two Latin letters.
_MOST_LETTERS = 500
_WIDE = re.compile(r"[\u2e80-\uffef]")
# After these a reader can pause.
_PAUSE = re.compile(r"(?<=[\n。；！？])|(?<=[.;!?] )")


def in_rows(text: Bilingual) -> Iterator[Bilingual]:
    """The text in parts that fit into one row each; most texts are one part."""
    parts = zip_longest(_parts(text.zh), _parts(text.en), fillvalue="")
    return (Bilingual(zh=zh, en=en) for zh, en in parts)


def _parts(text: str) -> list[str]:
    """A text cut at its pauses, or in the middle of a sentence that has none."""
    parts = [""]
    for sentence in _PAUSE.split(text):
        for piece in _cut(sentence):
            if parts[-1] and _width(parts[-1]) + _width(piece) > _MOST_LETTERS:
                parts.append("")
            parts[-1] += piece
    return [part.strip("\n") for part in parts]


def _cut(sentence: str) -> list[str]:
    """A sentence, in pieces when it alone is too long; a word longer than a row is cut as well."""
    pieces = [""]
    for word in re.findall(r"\S+\s*|\s+", sentence):
        for start in range(0, len(word), _MOST_LETTERS // 2):
            part = word[start : start + _MOST_LETTERS // 2]
            if _width(pieces[-1]) + _width(part) > _MOST_LETTERS:
                pieces.append("")
            pieces[-1] += part
    return pieces


def _width(text: str) -> int:
    """How long a text is, in Latin letters; a line break counts as a line of a narrow cell."""
    return len(text) + len(_WIDE.findall(text)) + 40 * text.count("\n")
