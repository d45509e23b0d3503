"""What a source of annex rows may read, and how it says things in both languages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from domain.contract.agreement import Article
from domain.contract.circumstances import Circumstances
from domain.contract.clauses import Field
from domain.contract.facts import AnnexFacts
from domain.contract.phrases import Printer
from domain.contract.terms import Term, Terms
from domain.contract.values import Value
from domain.shared.sources import Bilingual, Language


@dataclass(frozen=True, slots=True, kw_only=True)
class RowContext:
    """What a row source may read."""

    case: Circumstances
    terms: Terms
    in_use: frozenset[str]
    articles: tuple[Article, ...]
    facts: AnnexFacts
    printer: Printer

    def both(self, write: Callable[[Language], str]) -> Bilingual:
        """The same text written in each language."""
        return Bilingual(zh=write("zh"), en=write("en"))

    def say(self, key: str, **values: Bilingual | int) -> Bilingual:
        """Words of the contract table, their values in the same language."""
        return self.both(
            lambda language: self.printer.lexicon.say(
                language,
                f"contract.{key}",
                **{n: v[language] if isinstance(v, Bilingual) else v for n, v in values.items()},
            )
        )

    def number(self, value: int | Decimal) -> Bilingual:
        """A bare number."""
        return self.both(lambda language: self.printer.lexicon.number(language, value))

    def counted(self, unit: str, value: int | Decimal) -> Bilingual:
        """A number with its unit; `share` is percent."""
        lexicon, count = self.printer.lexicon, "one" if value == 1 else "other"
        if unit == "share":
            return self.both(lambda language: lexicon.percent(language, value))
        return self.both(
            lambda language: lexicon.say(
                language, f"unit.{unit}.{count}", number=lexicon.number(language, value)
            )
        )

    def value(self, field: Field, value: Value) -> Bilingual:
        """A value as the contract prints it."""
        return self.both(lambda language: self.printer.value(field, value, language))

    def joined(self, names: Sequence[Bilingual]) -> Bilingual:
        """A list as each language writes it."""
        return self.both(lambda language: self.printer.join([name[language] for name in names], language))

    def filled_by(self, prefill: str) -> Term | None:
        """The term that a value of the record fills."""
        return next((term for term in self.terms.values() if term.field.prefill == prefill), None)

    def codes(self, prefill: str) -> tuple[str, ...]:
        """The codes a list term holds; none when it is open."""
        term = self.filled_by(prefill)
        return term.value if term is not None and isinstance(term.value, tuple) else ()
