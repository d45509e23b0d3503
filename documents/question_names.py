"""What a form calls languages, countries, time zones and choices, and which of them a typed name means."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from domain.requirements.questions import Choice, Question, QuestionBook
from domain.requirements.tables import LEVELS
from domain.requirements.values import time_zones
from domain.shared.measures import WEEKDAYS
from domain.shared.money import CURRENCIES
from words import LANGUAGES, Language, say
from words.names import country_name, language_name, zone_name

# "German (de)", "柏林（Europe/Berlin）": what stands in the last brackets is the code.
_CODE_BEHIND = re.compile(r"[(（]([^()（）]+)[)）]\s*$")
LANGUAGE_LIST, COUNTRY_LIST, ZONE_LIST, CURRENCY_LIST = "languages", "countries", "zones", "currencies"
YES_LIST, STATE_LIST, NONE_LIST, LEVEL_LIST, PROFILE_LIST = "yes_no", "states", "none", "levels", "profiles"
WEEKDAY_LIST = "weekdays"
ASIDE = ("not_applicable", "later")
NONE = "none"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in the language of a form, with the book it comes from."""

    question: Question
    book: QuestionBook
    language: Language

    @property
    def choice_list(self) -> str:
        """The name of the list of its choices."""
        return f"choices {self.question.id}"

    def labels(self, name: str) -> Mapping[str, str]:
        """Labels by code of one of the lists."""
        return _labels(self.book, self.language, name)

    def choice_labels(self) -> Mapping[str, str]:
        """Labels of the question's choices by id."""
        return {choice.id: choice.label[self.language] for choice in self.question.choices}

    def label(self, name: str, code: object) -> str:
        """What the form writes for a code; a code nobody knows stays as it is."""
        text = str(code)
        return self.labels(name).get(text, text)

    def code(self, name: str, text: object) -> str:
        """The code a typed text means, in either language; one that means nothing stays as it is."""
        return _meant(_codes(self.book, name), str(text))

    def choice(self, text: object) -> str:
        """The id of the choice a typed text means."""
        return _meant(_choice_codes(self.question.choices), str(text))


def lists(book: QuestionBook, language: Language) -> dict[str, tuple[str, ...]]:
    """Every list a form offers, by name."""
    made = {name: tuple(_labels(book, language, name).values()) for name in _SAID}
    for question in book.questions.values():
        if question.choices:
            asked = Asked(question, book, language)
            made[asked.choice_list] = tuple(asked.choice_labels().values())
    return made


@lru_cache(maxsize=64)
def _all_labels(codes: tuple[str, ...], language: Language, name: str) -> Mapping[str, str]:
    labels = {code: _SAID[name](language, code) for code in codes}
    if name in {LANGUAGE_LIST, COUNTRY_LIST, ZONE_LIST}:
        # GB 18030 has the common Chinese characters in the order of their pinyin.
        return dict(sorted(labels.items(), key=lambda pair: pair[1].encode("gb18030")))
    return labels


def _labels(book: QuestionBook, language: Language, name: str) -> Mapping[str, str]:
    if name == PROFILE_LIST:
        return {profile.id: profile.label[language] for profile in book.profiles.values()}
    return _all_labels(_members(book, name), language, name)


def _members(book: QuestionBook, name: str) -> tuple[str, ...]:
    """The codes of a list."""
    if name == LANGUAGE_LIST:
        return tuple(sorted(book.codes.languages))
    if name == COUNTRY_LIST:
        return tuple(sorted(book.codes.countries))
    if name == ZONE_LIST:
        return tuple(sorted(zone for zone in time_zones() if "/" in zone and not zone.startswith("Etc/")))
    return _FIXED[name]


def _codes(book: QuestionBook, name: str) -> Mapping[str, str]:
    """Codes by everything people write for them, in lower case."""
    return _spellings(*(tuple(_labels(book, language, name).items()) for language in LANGUAGES))


@lru_cache(maxsize=64)
def _spellings(*labels: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    pairs = [pair for each in labels for pair in each]
    names = {_CODE_BEHIND.sub("", label).strip().casefold(): code for code, label in pairs}
    return names | {said.casefold(): code for code, label in pairs for said in (label, code)}


@lru_cache(maxsize=256)
def _choice_codes(choices: tuple[Choice, ...]) -> Mapping[str, str]:
    found = {choice.label[language].casefold(): choice.id for language in LANGUAGES for choice in choices}
    return found | {choice.id.casefold(): choice.id for choice in choices}


def _meant(codes: Mapping[str, str], text: str) -> str:
    typed = text.strip()
    behind = _CODE_BEHIND.search(typed)
    found = codes.get(typed.casefold())
    if found is None and behind is not None:
        found = codes.get(behind[1].strip().casefold())
    return typed if found is None else found


def _coded(language: Language, name: str, code: str) -> str:
    return f"{name}（{code}）" if language == "zh" else f"{name} ({code})"


_FIXED: Mapping[str, tuple[str, ...]] = {
    CURRENCY_LIST: tuple(CURRENCIES),
    YES_LIST: ("yes", "no"),
    STATE_LIST: ASIDE,
    NONE_LIST: (NONE,),
    LEVEL_LIST: LEVELS,
    WEEKDAY_LIST: WEEKDAYS,
}
_SAID: Mapping[str, Callable[[Language, str], str]] = {
    LANGUAGE_LIST: lambda language, code: _coded(language, language_name(language, code), code),
    COUNTRY_LIST: lambda language, code: _coded(language, country_name(language, code), code),
    ZONE_LIST: zone_name,
    CURRENCY_LIST: lambda _, code: code,
    YES_LIST: lambda language, code: say(language, f"ui.{code}"),
    STATE_LIST: lambda language, code: say(language, f"requirements_form.state.{code}"),
    NONE_LIST: lambda language, _: say(language, "requirements_form.none"),
    LEVEL_LIST: lambda language, code: (
        code if code != "native" else say(language, "requirements_form.native")
    ),
    PROFILE_LIST: lambda _, code: code,
    WEEKDAY_LIST: lambda language, code: say(language, f"weekday.{code}"),
}
