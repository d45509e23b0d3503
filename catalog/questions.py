"""The questions of the requirements, with their defaults filled in, and the rules of their checks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from babel import Locale

from catalog.countries import load_countries
from catalog.parameters import load_parameters
from catalog.reader import DATA, CatalogError, parse, read_toml
from catalog.sources import load_sources, refuse_unknown_source
from domain.costing.parameters import Parameter
from domain.requirements.answers import check_answer
from domain.requirements.checks import CheckRules
from domain.requirements.conditions import PREDICATES
from domain.requirements.questions import BY_CHANNEL, Codes, Question, QuestionBook, Section
from domain.shared.outcomes import DomainError
from domain.shared.sources import STRICT, Source

FOLDER = DATA / "questions"
CHECKS = DATA / "requirements" / "checks.toml"
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
    eea = frozenset(country.code for country in load_countries().values() if country.eea)
    return Codes(languages=languages, countries=territories - _NOT_COUNTRIES, eea=eea)


def load_questions(folder: Path = FOLDER) -> QuestionBook:
    """The book of questions.

    Raises:
        CatalogError: a file is malformed, a language is missing, a question stands in no section or in two, a
            predicate, source or parameter is unknown, or a default fails the check of its own question.
    """
    sources, codes = load_sources(), load_codes()
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
    return QuestionBook(sections=sections, questions=questions, codes=codes)


def load_check_rules(path: Path = CHECKS) -> CheckRules:
    """What the checks on requirements know from data.

    Raises:
        CatalogError: the file is malformed or names an unknown source.
    """
    rules = parse(CheckRules, read_toml(path), path=path)
    sources = load_sources()
    for key, limit in (
        ("peak_lead_weeks", rules.peak_lead_weeks),
        ("around_the_clock_contacts_hour", rules.around_the_clock_contacts_hour),
    ):
        refuse_unknown_source(limit.origin, sources, path=path, key=f"{key}.origin")
    for key, windows in (
        ("platform_windows", rules.platform_windows),
        ("daily_platforms", rules.daily_platforms),
    ):
        for index, window in enumerate(windows):
            refuse_unknown_source(window.origin, sources, path=path, key=f"{key}.{index}.origin")
    refuse_unknown_source(rules.native_origin, sources, path=path, key="native_origin")
    refuse_unknown_source(rules.representative_origin, sources, path=path, key="representative_origin")
    return rules


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
