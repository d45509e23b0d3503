"""Label, value and where it comes from: the source opens under its row without a rerun."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.shared.sources import Origin, Source
from ui.assets import component
from words import Language, say
from words.numbers import day


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One row.

    Attributes:
        label: what it is.
        value: formatted for its language.
        source: entry of the register, or None for what the person typed.
        origin: locator and dates within the source.
        note: one more line under the source.
        lines: what the mark opens instead, where a figure rests on more than one source.
    """

    label: str
    value: str
    source: Source | None = None
    origin: Origin | None = None
    note: str = ""
    lines: tuple[str, ...] = ()


def source_lines(language: Language, source: Source, origin: Origin | None, note: str = "") -> list[str]:
    """What a source mark opens: title, locator, dates, confidence, what is known against it."""
    lines = [source.title[language]]
    if origin is not None:
        valid = (
            say(language, "source.valid_unknown")
            if origin.valid_from == "unknown"
            else say(language, "source.valid_from", day=day(language, origin.valid_from))
        )
        checked = say(language, "source.checked_on", day=day(language, origin.checked_on))
        lines.append(" · ".join(part for part in (origin.place(language), checked, valid) if part))
    lines.append(say(language, f"source.confidence.{source.confidence}"))
    lines.extend(text for text in (source.note[language] if source.note else "", note) if text)
    return lines


def facts(rows: Sequence[Fact], language: Language, key: str) -> None:
    """Draw the list."""
    data = {"opens": say(language, "source.one"), "rows": [_row(fact, language) for fact in rows]}
    component("facts", "<dl></dl>")(key=key, data=data)


def _row(fact: Fact, language: Language) -> dict[str, object]:
    if fact.source is None:
        return {"label": fact.label, "value": fact.value, "kind": "", "what": "", "lines": []}
    return {
        "label": fact.label,
        "value": fact.value,
        "kind": fact.source.kind,
        "what": say(language, f"source.kind.{fact.source.kind}"),
        "lines": list(fact.lines) or source_lines(language, fact.source, fact.origin, fact.note),
    }
