"""The wording a lawyer writes, parsed: text, `{{field}}`, `{{ref:clause}}`, `{{annex:annex}}` and nothing else.

Wording is frozen text with places for values; it has no logic of its own. A paragraph may begin with
``?predicate `` (printed only while that named predicate holds) and then ``!! `` (printed in bold: a
standard term that must be pointed out).
"""

import re
from dataclasses import dataclass
from typing import Literal

from domain.shared.sources import Bilingual, Language

SlotKind = Literal["field", "ref", "annex"]

_SLOT = re.compile(r"\{\{(?:(ref|annex):)?([a-z][a-z0-9_]*)\}\}")
_CONDITION = re.compile(r"\?([a-z_]+) ")
_HIGHLIGHT = "!! "


class WordingError(ValueError):
    """Wording that cannot be read; `reason` is a code of words/ (``catalog.<reason>``), `given` the culprit."""

    def __init__(self, reason: str, given: str) -> None:
        super().__init__(f"{reason}: {given}")
        self.reason = reason
        self.given = given


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a value: a field, the number of a clause or the number of an annex."""

    kind: SlotKind
    name: str


Part = str | Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One paragraph in both languages.

    Attributes:
        zh: text and slots in order, Chinese.
        en: the same in English.
        when: named predicate; the paragraph is printed only while it holds.
        highlighted: printed in bold.
    """

    zh: tuple[Part, ...]
    en: tuple[Part, ...]
    when: str = "always"
    highlighted: bool = False

    def __getitem__(self, language: Language) -> tuple[Part, ...]:
        """The parts in one language."""
        return self.zh if language == "zh" else self.en

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every slot of both languages."""
        return tuple(part for part in (*self.zh, *self.en) if isinstance(part, Slot))


def parse_parts(text: str) -> tuple[Part, ...]:
    """Text and slots in order.

    Raises:
        WordingError: ``single_brace`` for a brace that is not part of a slot.
    """
    parts: list[Part] = []
    last = 0
    for match in _SLOT.finditer(text):
        parts.append(_plain(text[last : match.start()]))
        parts.append(Slot(_slot_kind(match[1]), match[2]))
        last = match.end()
    parts.append(_plain(text[last:]))
    return tuple(part for part in parts if part)


def _slot_kind(prefix: str | None) -> SlotKind:
    if prefix == "ref":
        return "ref"
    return "annex" if prefix == "annex" else "field"


def _plain(text: str) -> str:
    if "{" in text or "}" in text:
        raise WordingError("single_brace", text.strip()[:60])
    return text


def pair(text: Bilingual, when: str = "always", *, highlighted: bool = False) -> Wording:
    """One paragraph or table cell given in both languages, without line markers."""
    return Wording(zh=parse_parts(text.zh), en=parse_parts(text.en), when=when, highlighted=highlighted)


def parse_wording(zh: str, en: str) -> tuple[Wording, ...]:
    """The paragraphs of `zh.md` and `en.md` as pairs.

    Raises:
        WordingError: ``paragraphs_differ`` (not the same number, or not the same markers), ``no_paragraph``
            or ``single_brace``.
    """
    chinese, english = _paragraphs(zh), _paragraphs(en)
    if not chinese:
        raise WordingError("no_paragraph", "zh.md")
    if len(chinese) != len(english):
        raise WordingError("paragraphs_differ", f"{len(chinese)} / {len(english)}")
    return tuple(_pair_paragraph(*both) for both in zip(chinese, english, strict=True))


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _pair_paragraph(zh: str, en: str) -> Wording:
    (when, bold, chinese), (when_en, bold_en, english) = _markers(zh), _markers(en)
    if (when, bold) != (when_en, bold_en):
        raise WordingError("paragraphs_differ", f"{zh[:30]} / {en[:30]}")
    return pair(Bilingual(zh=chinese, en=english), when, highlighted=bold)


def _markers(line: str) -> tuple[str, bool, str]:
    """Condition, highlight and the text behind them; the two markers may come in either order."""
    when, bold = "always", False
    while True:
        if line.startswith(_HIGHLIGHT) and not bold:
            bold, line = True, line.removeprefix(_HIGHLIGHT).strip()
        elif when == "always" and (match := _CONDITION.match(line)):
            when, line = match[1], line[match.end() :].strip()
        else:
            return when, bold, line
