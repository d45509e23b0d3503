"""Which languages come in on each channel, as one table of channels by languages."""

from typing import Any

from ui.fields import Slot
from ui.form_grid import Figure, Figures, Table, tables
from ui.form_tables import add_part, added
from ui.forms import as_percent, as_share
from ui.kit import mute, nb
from words import say

_WHOLE = 100.0


def mixes(slot: Slot) -> None:
    """Shares by channel and language; a channel left empty follows the general shares, which stand in it in grey."""
    stored: dict[str, dict[str, float]] = slot.value or {}
    names = dict((*slot.spec.more, *slot.spec.choices))
    own = (language for mix in stored.values() for language in mix)
    languages = tuple(dict.fromkeys((*dict(slot.spec.choices), *own, *added(slot))))
    if not slot.spec.parts or not languages:
        word = "choose_languages" if slot.spec.parts else "choose_channels"
        mute(say(slot.language, f"questionnaire.{word}"))
        return

    def changed(_table: str, figures: Figures) -> None:
        rows = zip((part for part, _ in slot.spec.parts), figures, strict=True)
        typed = {part: mix for part, row in rows if (mix := _mix(languages, row))}
        hidden = {part: mix for part, mix in stored.items() if part not in dict(slot.spec.parts)}
        slot.save(slot.spec.id, {**hidden, **typed} or None)

    table = Table(
        id=slot.spec.id,
        label=say(slot.language, "ui.mix_of_channels"),
        rows=[nb(label) for _, label in slot.spec.parts],
        columns=[nb(names[language]) for language in languages],
        values=[_row(languages, stored.get(part)) for part, _ in slot.spec.parts],
        hints=[[slot.spec.hints.get(language, "") for language in languages]] * len(slot.spec.parts),
        whole=_WHOLE,
    )
    tables(slot, [table], changed)
    add_part(slot, languages)


def _row(languages: tuple[str, ...], mix: dict[str, float] | None) -> list[Figure]:
    return [as_percent((mix or {}).get(language)) for language in languages]


def _mix(languages: tuple[str, ...], row: list[Figure]) -> dict[str, Any]:
    """The shares of a row, without the languages nothing is said of."""
    shares = zip(languages, row, strict=True)
    return {language: as_share(percent) for language, percent in shares if percent is not None}
