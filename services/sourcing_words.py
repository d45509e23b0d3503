"""Words and figures of a request in both languages at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.shared.layout import Column, PrintedTable
from domain.shared.paper import Align
from domain.shared.sources import Bilingual
from domain.sourcing.request import TitledTable
from services.contract_prefills import both
from services.sentences import channel_name
from words import say
from words.names import language_name, listed, zone_name
from words.numbers import MISSING, day, number, plain

DASH = Bilingual(zh=MISSING, en=MISSING)
Row = tuple[Bilingual, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """Head of a column: words (or their key under request.head), width, side."""

    words: str | Bilingual
    width: int
    align: Align = "left"


def spoken(key: str, **values: str | int) -> Bilingual:
    """Words of the request in both languages."""
    return worded(f"request.{key}", **values)


def spoken_with(key: str, **values: Bilingual) -> Bilingual:
    """Words of the request around texts that differ by language themselves."""
    return both(
        lambda language: say(
            language, f"request.{key}", **{name: text[language] for name, text in values.items()}
        )
    )


def worded(key: str, **values: str | int) -> Bilingual:
    """Any words in both languages."""
    return both(lambda language: say(language, key, **values))


def alike(text: str) -> Bilingual:
    """What reads the same in both languages."""
    return Bilingual(zh=text, en=text)


def count(value: float, digits: int = 0) -> Bilingual:
    """A figure with so many decimals."""
    return both(lambda language: number(language, value, digits))


def times(value: float) -> Bilingual:
    """A multiple: × 1.5."""
    return both(lambda language: f"× {plain(language, value)}")


def share(value: float) -> Bilingual:
    """A share of 0-1 as percent."""
    return both(lambda language: f"{plain(language, value * 100)}%")


def channel(code: str) -> Bilingual:
    """The name of a channel."""
    return both(lambda language: channel_name(language, code))


def tongue(code: str) -> Bilingual:
    """The name of a language."""
    return both(lambda language: language_name(language, code))


def in_zone(zone: str, key: str) -> Bilingual:
    """Words that name a time zone."""
    return both(lambda language: say(language, f"request.{key}", zone=zone_name(language, zone)))


def on_day(on: date) -> Bilingual:
    """A calendar day."""
    return both(lambda language: day(language, on))


def several(texts: Sequence[Bilingual]) -> Bilingual:
    """Texts one after the other; a dash for none."""
    if not texts:
        return DASH
    return both(lambda language: listed(language, [text[language] for text in texts]))


def titled_table(
    name: str,
    heads: Sequence[Head],
    rows: Sequence[Row],
    *,
    note: bool = False,
    shades: Sequence[tuple[float, ...]] = (),
) -> TitledTable:
    """A table with the words of its name; with a note, the sentence ``table.<name>_note`` stands above it."""
    return TitledTable(
        id=name,
        title=spoken(f"table.{name}"),
        note=spoken(f"table.{name}_note") if note else None,
        table=PrintedTable(
            columns=tuple(
                Column(
                    head=spoken(f"head.{head.words}") if isinstance(head.words, str) else head.words,
                    width=head.width,
                    align=head.align,
                )
                for head in heads
            ),
            rows=tuple(rows),
        ),
        shades=tuple(shades),
    )
