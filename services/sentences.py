"""Codes become sentences: refusals, findings and gaps, with names and numbers as people write them."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from domain.costing.rates import HourlyRate, ModelRate
from domain.pilot.plan import instances
from domain.shared.measures import WEEKDAYS
from domain.shared.outcomes import DomainError, Finding, NotAssessed
from domain.shared.sources import Bilingual
from services.catalog import catalog
from words import Language, say
from words.names import country_name, language_name, listed
from words.numbers import day, percent, plain


def explain(language: Language, error: DomainError) -> str:
    """What is wrong and how to mend it, in one sentence; of an answer with parts it names the part first."""
    said = sentence(language, error.code, error.values)
    parts = [_part_name(language, part) for part in str(error.values.get("part", "")).split(".") if part]
    named = [name for name in parts if name not in said]
    return say(language, "answer.in_part", part=" · ".join(named), sentence=said) if named else said


def _part_name(language: Language, part: str) -> str:
    """An entry of an answer: a row by its number, a weekday, a channel, a market, a language."""
    if part.isdecimal():
        return say(language, "answer.row", row=part)
    if part.isupper():
        return country_name(language, part)
    if part in WEEKDAYS:
        return say(language, f"weekday.{part}")
    name = channel_name(language, part)
    return name if name != part else language_name(language, part)


def reason(language: Language, gap: NotAssessed) -> str:
    """Why something could not be assessed; what is not whole in such a reason is a share."""
    shown = {
        name: percent(language, value) if isinstance(value, float) else value
        for name, value in gap.values.items()
    }
    return sentence(language, f"not_assessed.{gap.reason}", shown)


def finding_sentence(language: Language, finding: Finding) -> str:
    """What a person should look at, and what to change."""
    return sentence(language, finding.code, finding.values)


def sentence(language: Language, key: str, values: Mapping[str, Any]) -> str:
    """The words of a key with its values printed in the language."""
    # A rule that compares shares says so; people read them as percentages.
    number = percent if values.get("kind") == "share" else plain
    spoken = {name: _printed(language, name, value, number) for name, value in values.items()}
    return say(language, key, **spoken)


def _printed(
    language: Language, name: str, value: Any, number: Callable[[Language, float | Decimal], str]
) -> str | int:
    """One value: codes of channels, languages, countries and questions by their names, numbers formatted."""
    if isinstance(value, Bilingual):
        return value[language]
    if isinstance(value, bool):
        return say(language, "ui.yes" if value else "ui.no")
    if isinstance(value, float | Decimal):
        return number(language, value)
    if isinstance(value, int):
        return value
    return _NAMES.get(name, lambda _, code: code)(language, str(value))


def channel_name(language: Language, code: str) -> str:
    """The name of a channel: email → 邮件, E-mail."""
    return choice_label(language, "channels", code)


def choice_label(language: Language, question: str, choice: str) -> str:
    """The label of a choice of a question; an unknown one stays as it is."""
    labels = {each.id: each.label for each in catalog().book.questions[question].choices}
    return labels[choice][language] if choice in labels else choice


def question_wording(language: Language, question: str) -> str:
    """The question as it is asked; an unknown id stays as it is."""
    asked = catalog().book.questions.get(question)
    return asked.wording[language] if asked else question


def kpi_label(language: Language, instance: str) -> str:
    """What people call a KPI on its channel; an unknown one stays as it is."""
    known = instances(catalog().kpis).get(instance)
    return known[1].label[language] if known else instance


def field_label(language: Language, field: str) -> str:
    """The label of a contract field; an unknown id stays as it is."""
    known = catalog().clauses.fields.get(field)
    return known.label[language] if known else field


def currency_name(language: Language, code: str) -> str:
    """EUR → 欧元; English sentences keep the code."""
    return say(language, f"currency.{code}.name") if language == "zh" else code


def uncertain_name(language: Language, input_id: str) -> str:
    """An uncertain input of an estimate: ``aht_s.email`` → 邮件处理时长; a private quote keeps its id."""
    name, _, of = input_id.partition(".")
    if name == "aht_s":
        of = channel_name(language, of)
    if name == "rate":
        known = catalog()
        rates: tuple[HourlyRate | ModelRate, ...] = (
            *known.rates,
            *known.rate_library.countries,
            *known.rate_library.domestic,
        )
        found = next((rate for rate in rates if rate.id == of), None)
        name = "price" if isinstance(found, ModelRate) else "rate"
        of = of if found is None else found.name[language]
    return say(language, f"costing.uncertain.{name}", **({"of": of} if of else {}))


_NAMES = {
    "currency": currency_name,
    "channel": channel_name,
    "field": field_label,
    "language": language_name,
    "languages": lambda language, codes: listed(
        language, [language_name(language, code) for code in codes.split("+")]
    ),
    "country": country_name,
    "market": country_name,
    "platform": lambda language, code: choice_label(language, "platforms", code),
    "day": lambda language, code: say(language, f"weekday.{code}"),
    "row_part": lambda language, code: say(language, f"ui.{code}"),
    "question": question_wording,
    "uncertain": uncertain_name,
    "unit": lambda language, code: say(language, f"requirements.unit.{code}"),
    "date": lambda language, stated: day(language, date.fromisoformat(stated)),
    "kpi": kpi_label,
}
