"""Questions, their defaults and the checks on the record in words."""

from dataclasses import replace
from typing import Any

from domain.requirements.checks import CheckRule, Limit
from domain.requirements.questions import MarketDefault, Question
from services.catalog import catalog
from services.sentences import channel_name, choice_label
from services.sources.description import Description
from services.sources.printing import printed, usual_of
from services.sources.walk import BORROWED, Named
from words import Language, say
from words.names import country_name, listed

PAGES = ("requirements", "cost", "request", "pilot", "contract")


def pages_of(question: Question) -> tuple[str, ...]:
    """The pages that read an answer; it is asked and checked on the first."""
    return tuple(page for page in PAGES if page == "requirements" or page in question.read_by)


def question(owner: Question, named: Named, language: Language) -> Description:
    """Who asks a question, or where its default comes from."""
    wording = owner.wording[language]
    if named.role == "origin":
        return Description(topic="question", label=wording, pages=pages_of(owner))
    if named.role.startswith(BORROWED):
        _, channel, name = named.role.split(".")
        parameter = catalog().parameters[name]
        label = f"{wording} · {channel_name(language, channel)}" if channel else wording
        value = printed(language, parameter.unit, parameter.default)
        usual = usual_of(language, parameter.unit, parameter.low, parameter.high)
    else:
        label, value, usual = wording, _default(owner, language), ""
    return Description(topic="question_default", label=label, value=value, usual=usual, pages=pages_of(owner))


def market_default(owner: MarketDefault, named: Named, language: Language) -> Description:
    """The default of a question where every market is mainland China."""
    asked = next(each for each in named.owners if isinstance(each, Question))
    described = question(replace(asked, default=owner.default), named, language)
    return replace(described, label=f"{described.label} · {country_name(language, 'CN')}")


def _default(owner: Question, language: Language) -> str:
    """The default as an answer; choices by their labels."""
    value: Any = owner.default
    if isinstance(value, bool):
        return say(language, "ui.yes" if value else "ui.no")
    if owner.kind == "money":
        return printed(language, value["currency"], value["amount"])
    if isinstance(value, str | list):
        codes = [value] if isinstance(value, str) else value
        return listed(language, [choice_label(language, owner.id, code) for code in codes])
    if isinstance(value, dict):
        # Patterns of the week and the like have no short form; the questionnaire shows them.
        return ""
    return printed(language, "share" if owner.kind == "share" else owner.unit, value)


def check(owner: CheckRule, _named: Named, language: Language) -> Description:
    """What a check on the requirements rests on."""
    return Description(topic="check", label=owner.label[language], pages=("requirements",))


def check_limit(owner: Limit, _named: Named, language: Language) -> Description:
    """A threshold of a check."""
    value = printed(language, owner.unit, owner.value)
    return Description(topic="check", label=owner.label[language], value=value, pages=("requirements",))
