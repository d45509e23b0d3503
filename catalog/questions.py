"""The questions of the requirements, with their defaults filled in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global
from babel.languages import get_official_languages

from catalog.countries import load_countries
from catalog.parameters import load_parameters
from catalog.reader import DATA, CatalogError, parse, read_toml
from catalog.seasons import load_events, load_profiles
from catalog.sources import load_sources, refuse_unknown_source
from domain.costing.parameters import Parameter
from domain.requirements.answers import check_answer
from domain.requirements.conditions import PREDICATES
from domain.requirements.questions import BY_CHANNEL, Codes, Question, QuestionBook, Section
from domain.shared.outcomes import DomainError
from domain.shared.sources import STRICT, Source

FOLDER = DATA / "questions"
_MANIFEST = "manifest.toml"
_CODE_LENGTH = 2
# CLDR lists these beside the countries: unions, exceptional reservations, private use and "unknown".
_NOT_COUNTRIES = frozenset(
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"]
)
_CHOICE_KINDS = ("choice", "choices", *BY_CHANNEL)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Manifest:
    """The sections in order."""

    __pydantic_config__ = STRICT

    section: tuple[Section, ...]


def load_codes() -> Codes:
    """Languages and countries of CLDR; which countries the GDPR is law in comes from `data/countries.toml`."""
    names = Locale("en")
    languages = frozenset(code for code in map(str, names.languages) if len(code) == _CODE_LENGTH)
    territories = frozenset(
        code for code in map(str, names.territories) if len(code) == _CODE_LENGTH and code.isalpha()
    )
    known = load_countries()
    countries = territories - _NOT_COUNTRIES
    return Codes(
        languages=languages,
        countries=countries,
        eea=frozenset(country.code for country in known.values() if country.eea),
        zones={**_only_zones(countries), **{country.code: country.zone for country in known.values()}},
        spoken={code: tuple(_spoken(code)) for code in countries},
    )


def _only_zones(countries: Iterable[str]) -> dict[str, str]:
    """The zone of each country that has only one (CLDR)."""
    zones = get_global("territory_zones")
    return {code: zones[code][0] for code in countries if len(zones.get(code, ())) == 1}


def _spoken(country: str) -> Iterator[str]:
    """The official languages of a country (CLDR), scripts left aside; Norwegian also by its usual code."""
    for tag in get_official_languages(country, de_facto=True):
        language = str(tag).split("_", maxsplit=1)[0]
        yield from ("no", "nb") if language == "nb" else (language,)


def load_questions(folder: Path = FOLDER) -> QuestionBook:
    """The book of questions.

    Raises:
        CatalogError: a file is malformed, a language is missing, a question stands in no section or in two, a
            predicate, source or parameter is unknown, or a default fails the check of its own question.
    """
    sources = load_sources()
    profiles, events = load_profiles(sources), load_events(sources)
    codes = replace(load_codes(), profiles=frozenset(profiles))
    parameters = load_parameters(sources=sources)
    manifest = folder / _MANIFEST
    sections = parse(_Manifest, read_toml(manifest), path=manifest).section
    read = {path.stem: _read(path, sources) for path in sorted(folder.glob("*.toml")) if path != manifest}
    section_of = _sections_of(sections, read, manifest)
    questions: dict[str, Question] = {}
    for name, section in section_of.items():
        path = folder / f"{name}.toml"
        question = replace(read[name], section=section, choices=_choices(read[name], read, path))
        questions[name] = _with_presets(_with_default(question, parameters, codes, path), codes, path)
    book = QuestionBook(sections=sections, questions=questions, codes=codes, profiles=profiles, events=events)
    at_home = {name: _at_home(question, parameters, codes, folder) for name, question in questions.items()}
    return replace(book, domestic=replace(book, questions=at_home))


def _at_home(question: Question, parameters: Mapping[str, Parameter], codes: Codes, folder: Path) -> Question:
    """The question with its default for mainland China, where it has one of its own."""
    if question.cn is None:
        return question
    own = replace(
        question,
        default=question.cn.default,
        default_origin=question.cn.default_origin,
        default_parameter=question.cn.default_parameter,
        default_parameters=question.cn.default_parameters,
    )
    return _with_default(own, parameters, codes, folder / f"{question.id}.toml")


def _read(path: Path, sources: Mapping[str, Source]) -> Question:
    """One question file, checked by itself."""
    question = parse(Question, read_toml(path), path=path)
    if question.id != path.stem:
        raise CatalogError(path, "id", "not_the_file_name", given=question.id, expected=path.stem)
    if question.section:
        raise CatalogError(path, "section", "unknown_key", given=question.section)
    if question.applies_when not in PREDICATES:
        raise CatalogError(path, "applies_when", "unknown_predicate", given=question.applies_when)
    refuse_unknown_source(question.origin, sources, path=path, key="origin")
    if question.default_origin is not None:
        refuse_unknown_source(question.default_origin, sources, path=path, key="default_origin")
    if question.cn is not None and question.cn.default_origin is not None:
        refuse_unknown_source(question.cn.default_origin, sources, path=path, key="cn.default_origin")
    return question


def _sections_of(sections: Iterable[Section], read: Mapping[str, Question], manifest: Path) -> dict[str, str]:
    """Section of each question, in the order of the manifest."""
    section_of: dict[str, str] = {}
    for index, section in enumerate(sections):
        for name in section.questions:
            if name not in read or name in section_of:
                reason = "duplicate" if name in section_of else "unknown_question"
                raise CatalogError(manifest, f"section.{index}.questions", reason, given=name)
            section_of[name] = section.id
    for name in read:
        if name not in section_of:
            raise CatalogError(manifest, "section", "question_without_section", given=name)
    return section_of


def _choices(question: Question, read: Mapping[str, Question], path: Path) -> Any:
    """The question's own choices, or those of the question it names."""
    if question.choices_of and question.choices_of not in read:
        raise CatalogError(path, "choices_of", "unknown_question", given=question.choices_of)
    choices = read[question.choices_of].choices if question.choices_of else question.choices
    if question.kind in _CHOICE_KINDS and not choices:
        raise CatalogError(path, "choices", "missing_key")
    return choices


def _with_default(
    question: Question, parameters: Mapping[str, Parameter], codes: Codes, path: Path
) -> Question:
    """The question with its default checked; one taken from parameters carries the origin of the first."""
    named = _parameters_of(question, parameters, path)
    if question.kind in BY_CHANNEL and named:
        value: Any = {channel: parameter.default for channel, parameter in named.items()}
    elif named:
        value = next(iter(named.values())).default
    else:
        value = question.default
    if value is None:
        return question
    origin = next(iter(named.values())).origin if named else question.default_origin
    if origin is None:
        raise CatalogError(path, "default_origin", "missing_key")
    try:
        checked = check_answer(question, value, codes)
    except DomainError as error:
        raise CatalogError(path, "default", "bad_default", detail=error.code, given=str(value)) from error
    return replace(question, default=checked, default_origin=origin)


def _with_presets(question: Question, codes: Codes, path: Path) -> Question:
    """The question with its presets checked like answers."""
    presets = []
    for index, preset in enumerate(question.presets):
        try:
            presets.append(replace(preset, value=check_answer(question, preset.value, codes)))
        except DomainError as error:
            key = f"presets.{index}.value"
            raise CatalogError(
                path, key, "bad_default", detail=error.code, given=str(preset.value)
            ) from error
    return replace(question, presets=tuple(presets))


def _parameters_of(
    question: Question, parameters: Mapping[str, Parameter], path: Path
) -> dict[str, Parameter]:
    """The parameters the default names, by channel (or by the empty name)."""
    names = dict(question.default_parameters)
    if question.default_parameter:
        names[""] = question.default_parameter
    for key, name in names.items():
        if name not in parameters:
            place = f"default_parameters.{key}" if key else "default_parameter"
            raise CatalogError(path, place, "unknown_parameter", given=name)
    return {key: parameters[name] for key, name in names.items()}
