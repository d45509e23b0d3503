"""The words of the cost workbook: names of rows, units, and where each input comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from domain.requirements.record import Record
from domain.shared.sources import Origin
from services.catalog import catalog
from words import Language, say
from words.names import language_name

Unit = Literal[
    "contacts",
    "orders",
    "second",
    "conversations",
    "share",
    "hour_week",
    "hour",
    "people",
    "weeks",
    "months",
    "times",
    "money_month",
    "money",
    "per_eur",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What the workbook says beside its figures.

    Attributes:
        record: whose answers the inputs are.
        language: of the workbook.
    """

    record: Record
    language: Language

    def t(self, key: str, /, **values: str | int) -> str:
        """Words of the workbook's own table."""
        return say(self.language, f"cost_book.{key}", **values)

    def said(self, key: str, /, **values: str | int) -> str:
        """Any words."""
        return say(self.language, key, **values)

    def group(self, languages: Sequence[str]) -> str:
        """Languages that share their agents: 德语 + 英语."""
        return " + ".join(language_name(self.language, code) for code in languages)

    def of_question(self, question: str) -> tuple[str, ...]:
        """Where an answer comes from: who gave it; a default with its source."""
        asked, origin = self.record.book.questions[question], self.record.origin(question)
        if origin == "default" and asked.default_origin is not None:
            return (self.t("origin.default"), *self.source(asked.default_origin))
        return (self.t("origin.answer"), asked.wording[self.language])

    def of_parameter(self, name: str) -> tuple[str, ...]:
        """Where a figure of ``data/parameters`` comes from."""
        return self.of_origin(catalog().parameters[name].origin)

    def of_origin(self, origin: Origin) -> tuple[str, ...]:
        """The kind of a source, then the source."""
        return (self._kind(origin), *self.source(origin))

    def source(self, origin: Origin) -> tuple[str, ...]:
        """Title, place, day of the last look, day since when it holds, confidence."""
        source = catalog().sources[origin.source]
        return (
            source.title[self.language],
            origin.place(self.language),
            origin.checked_on.isoformat(),
            self._since(origin.valid_from),
            self.said(f"source.confidence.{source.confidence}"),
        )

    @property
    def source_head(self) -> tuple[str, ...]:
        """The titles of these columns."""
        names = ("origin", "source", "locator", "checked_on", "valid_from", "confidence")
        return tuple(self.t(f"col.{name}") for name in names)

    def _kind(self, origin: Origin) -> str:
        return self.said(f"source.kind.{catalog().sources[origin.source].kind}")

    def _since(self, since: date | Literal["unknown"]) -> str:
        return self.t("unknown") if since == "unknown" else since.isoformat()
