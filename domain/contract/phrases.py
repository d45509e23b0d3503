"""From wording and terms to printed words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.contract.clauses import Field
from domain.contract.lexicon import Lexicon
from domain.contract.number import annex_number, article_number
from domain.contract.terms import Term, Terms
from domain.contract.values import Value
from domain.contract.wording import Part, Slot, Wording
from domain.shared.countries import Country
from domain.shared.money import Money
from domain.shared.paper import Run
from domain.shared.sources import Bilingual, Language

LANGUAGES: tuple[Language, Language] = ("zh", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Printer:
    """Fills the slots of wording.

    Attributes:
        terms: every settled term by field id.
        articles: number of each clause in the contract, by clause id.
        annexes: number of each annex used, by annex id.
        titles: titles of all clauses, for a reference to one that is not in the contract.
        countries: the register of countries.
        lexicon: words and numbers.
    """

    terms: Terms
    articles: Mapping[str, int]
    annexes: Mapping[str, int]
    titles: Mapping[str, Bilingual]
    countries: Mapping[str, Country]
    lexicon: Lexicon

    def runs(self, wording: Wording, language: Language) -> tuple[Run, ...]:
        """A paragraph in one language; a run that prints a term names its field."""
        return tuple(self._run(part, language) for part in wording[language])

    def text(self, wording: Wording, language: Language) -> str:
        """The same as plain text."""
        return "".join(run.text for run in self.runs(wording, language))

    def _run(self, part: Part, language: Language) -> Run:
        if isinstance(part, str):
            return Run(text=part)
        if part.kind == "field":
            return Run(text=self.term(self.terms[part.name], language), field=part.name)
        return Run(text=self._reference(part, language))

    def _reference(self, slot: Slot, language: Language) -> str:
        if slot.kind == "annex":
            return annex_number(language, self.annexes[slot.name])
        if slot.name in self.articles:
            return article_number(language, self.articles[slot.name])
        # The clause does not apply to this case or was left out: a sentence, never a dangling number.
        return self.lexicon.say(language, "contract.reference_absent", title=self.titles[slot.name][language])

    def term(self, term: Term, language: Language) -> str:
        """A term's value as the contract prints it; an open one as "to be agreed by the parties"."""
        if term.value is None:
            return self.lexicon.say(language, "contract.open")
        return self.value(term.field, term.value, language)

    def value(self, field: Field, value: Value, language: Language) -> str:
        """A value of a field with its unit."""
        if isinstance(value, Bilingual):
            return value[language]
        if isinstance(value, Money):
            return self.lexicon.money(language, value.amount, value.currency)
        if isinstance(value, bool):
            return self.lexicon.say(language, f"contract.boolean.{'yes' if value else 'no'}")
        if isinstance(value, date):
            return self.lexicon.day(language, value)
        if isinstance(value, int | Decimal):
            return self._number(field, value, language)
        codes = value if isinstance(value, tuple) else (value,)
        return self.join([self._name(field, code, language) for code in codes], language)

    def join(self, names: list[str], language: Language) -> str:
        """A list as each language writes it."""
        return self.lexicon.say(language, "contract.list_separator").join(names)

    def _number(self, field: Field, value: int | Decimal, language: Language) -> str:
        if field.kind == "share":
            shown = self.lexicon.percent(language, value)
        else:
            shown = self.lexicon.number(language, value)
        if not field.unit:
            return shown
        count = "one" if value == 1 else "other"
        return self.lexicon.say(language, f"unit.{field.unit}.{count}", number=shown)

    def _name(self, field: Field, code: str, language: Language) -> str:
        if field.kind == "languages":
            return self.lexicon.language_name(language, code)
        if field.kind == "countries":
            return self.country(code, language)
        return next((choice.label[language] for choice in field.choices if choice.id == code), code)

    def country(self, code: str, language: Language) -> str:
        """The name of a country; its code when the register lacks it."""
        known = self.countries.get(code)
        return known.name[language] if known else code
