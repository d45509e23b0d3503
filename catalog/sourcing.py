"""Reads what a request for proposal is written from (`data/sourcing/`)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from catalog.reader import DATA, CatalogError, parse, read_toml
from catalog.sources import refuse_unknown_source
from domain.shared.sources import STRICT, Source
from domain.sourcing.conditions import PREDICATES
from domain.sourcing.name_words import NameWords
from domain.sourcing.rules import Aim, EvaluationRules, TimetableRules
from domain.sourcing.wording import DiligenceTopic, PriceGroup, RequestText, SourcingBook

FOLDER = DATA / "sourcing"
# Decides admission and carries no weight.
GATE = "compliance"
_ALL_WEIGHTS = 100
_PRICE = "price"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Diligence:
    __pydantic_config__ = STRICT

    topic: tuple[DiligenceTopic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Prices:
    __pydantic_config__ = STRICT

    group: tuple[PriceGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aims:
    __pydantic_config__ = STRICT

    aim: tuple[Aim, ...]


def load_sourcing(
    *, questions: Collection[str], sources: Mapping[str, Source], folder: Path = FOLDER
) -> SourcingBook:
    """Parts, questions to vendors, price rows, timetable and evaluation rules.

    Args:
        questions: ids of the requirements; items may only print those.
        sources: the register.
        folder: where the files lie.

    Raises:
        CatalogError: a file is malformed, something unknown is named, ids repeat, weights do not make 100 or
            the price weighs too much.
    """
    evaluation = _evaluation(folder / "evaluation.toml", sources)
    criteria = {criterion.id for criterion in evaluation.criterion}
    return SourcingBook(
        text=_text(folder / "request.toml", questions),
        diligence=_diligence(folder / "due_diligence.toml", criteria | {GATE}, sources),
        prices=_prices(folder / "price_form.toml"),
        timetable=_timetable(folder / "timetable.toml", questions, sources),
        evaluation=evaluation,
        names=_names(folder / "names.toml"),
        aims=_aims(folder / "aims.toml", questions, sources),
    )


def _names(path: Path) -> NameWords:
    return parse(NameWords, read_toml(path), path=path)


def _aims(path: Path, questions: Collection[str], sources: Mapping[str, Source]) -> tuple[Aim, ...]:
    aims = parse(_Aims, read_toml(path), path=path).aim
    _refuse_unknown([aim.question for aim in aims], questions, "unknown_question", path, "aim")
    _refuse_unknown([aim.when for aim in aims], PREDICATES, "unknown_predicate", path, "aim")
    for index, aim in enumerate(aims):
        refuse_unknown_source(aim.origin, sources, path=path, key=f"aim.{index}.origin")
    return aims


def _text(path: Path, questions: Collection[str]) -> RequestText:
    text = parse(RequestText, read_toml(path), path=path)
    printed = [item.question for part in text.part for item in part.item]
    named = [*printed, *text.withheld.questions, *text.withheld.elsewhere]
    _refuse_unknown(named, questions, "unknown_question", path, "part")
    conditions = [item.when for part in text.part for item in part.item]
    _refuse_unknown(conditions, PREDICATES, "unknown_predicate", path, "part")
    _refuse_twice(named, path, "part")
    _refuse_twice([part.id for part in text.part], path, "part")
    return text


def _diligence(
    path: Path, criteria: Collection[str], sources: Mapping[str, Source]
) -> tuple[DiligenceTopic, ...]:
    topics = parse(_Diligence, read_toml(path), path=path).topic
    asked = [question for topic in topics for question in topic.question]
    conditions = [question.when for question in asked] + [also.when for each in asked for also in each.also]
    _refuse_unknown(conditions, PREDICATES, "unknown_predicate", path, "topic")
    _refuse_unknown([each.criterion for each in asked], criteria, "not_a_choice", path, "topic")
    _refuse_twice([question.id for question in asked], path, "topic")
    for index, topic in enumerate(topics):
        refuse_unknown_source(topic.origin, sources, path=path, key=f"topic.{index}.origin")
        for also in (also for question in topic.question for also in question.also):
            refuse_unknown_source(also.basis, sources, path=path, key=f"topic.{index}.question.also.basis")
    return topics


def _prices(path: Path) -> tuple[PriceGroup, ...]:
    groups = parse(_Prices, read_toml(path), path=path).group
    rows = [row for group in groups for row in group.row]
    _refuse_unknown([row.when for row in rows], PREDICATES, "unknown_predicate", path, "group")
    _refuse_twice([row.id for row in rows], path, "group")
    return groups


def _timetable(path: Path, questions: Collection[str], sources: Mapping[str, Source]) -> TimetableRules:
    rules = parse(TimetableRules, read_toml(path), path=path)
    steps = {step.id for step in rules.step}
    _refuse_unknown([step.question for step in rules.step], questions, "unknown_question", path, "step")
    for index, least in enumerate(rules.least):
        named = [name for name in (least.first, least.second, least.plus) if name]
        _refuse_unknown(named, steps, "not_a_choice", path, f"least.{index}")
        refuse_unknown_source(least.origin, sources, path=path, key=f"least.{index}.origin")
    return rules


def _evaluation(path: Path, sources: Mapping[str, Source]) -> EvaluationRules:
    """Weights make 100, name every criterion and no other, and the price stays below its cap."""
    rules = parse(EvaluationRules, read_toml(path), path=path)
    criteria = [criterion.id for criterion in rules.criterion]
    _refuse_unknown([rules.default], {scheme.id for scheme in rules.scheme}, "not_a_choice", path, "default")
    for index, scheme in enumerate(rules.scheme):
        key = f"scheme.{index}.weights"
        if set(scheme.weights) != set(criteria):
            raise CatalogError(path, key, "contradiction", given=scheme.id)
        if sum(scheme.weights.values()) != _ALL_WEIGHTS:
            raise CatalogError(path, key, "weights_not_100", given=str(sum(scheme.weights.values())))
        if scheme.weights[_PRICE] > rules.price_most.value:
            raise CatalogError(path, f"{key}.{_PRICE}", "outside_range", given=str(scheme.weights[_PRICE]))
        refuse_unknown_source(scheme.origin, sources, path=path, key=f"scheme.{index}.origin")
    for name in ("price_most", "score_most", "differs_most", "stable_within"):
        refuse_unknown_source(getattr(rules, name).origin, sources, path=path, key=f"{name}.origin")
    return rules


def _refuse_unknown(named: Iterable[str], known: Collection[str], reason: str, path: Path, key: str) -> None:
    for name in named:
        if name not in known:
            raise CatalogError(path, key, reason, given=name)


def _refuse_twice(named: Iterable[str], path: Path, key: str) -> None:
    seen: set[str] = set()
    for name in named:
        if name in seen:
            raise CatalogError(path, key, "duplicate", given=name)
        seen.add(name)
