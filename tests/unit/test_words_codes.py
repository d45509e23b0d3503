"""Every code that can be raised, found or left open has its sentence, in both languages, with the values it brings."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter

from tests.portal_server import ROOT
from words import LANGUAGES, table

ROOMS = ("domain", "services", "tickets", "documents", "catalog")
# What is called, and where its code lives in the words: (argument that is the code, table before it).
RAISED = {
    "DomainError": (0, ""),
    "Finding": (0, ""),
    "NotAssessed": (0, "not_assessed."),
    "CatalogError": (2, "catalog."),
    "refuse": (1, "answer."),
}
# Values that the place between code and sentence adds: refuse() the question, check_answer() nothing else.
ADDED = {"refuse": {"question"}}
# Stands for a part of a code that is only known at run time.
_ANY = "\x00"


@dataclass(frozen=True)
class Raised:
    """One place in the code."""

    where: str
    code: str
    values: frozenset[str] | None


def codes(node: ast.expr) -> list[str]:
    """The codes an expression can be; a part known only at run time is `_ANY`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return codes(node.body) + codes(node.orelse)
    if isinstance(node, ast.JoinedStr):
        return ["".join(str(part.value) if isinstance(part, ast.Constant) else _ANY for part in node.values)]
    return []


def values_of(call: ast.Call, kind: str) -> frozenset[str] | None:
    """Names of the values handed over; None when they are only known at run time."""
    given = [keyword.arg for keyword in call.keywords]
    if kind in {"Finding", "NotAssessed"}:
        place = {"Finding": 3, "NotAssessed": 1}[kind]
        named = [keyword.value for keyword in call.keywords if keyword.arg == "values"]
        handed = named or call.args[place : place + 1]
        if not handed:
            return frozenset()
        if not isinstance(handed[0], ast.Dict):
            return None
        return frozenset(key.value for key in handed[0].keys if isinstance(key, ast.Constant))  # type: ignore[misc]  # keys are text
    if None in given:
        return None
    return frozenset(name for name in given if name) | ADDED.get(kind, set())


def raised_in(text: str, where: str) -> Iterator[Raised]:
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        kind = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if kind not in RAISED:
            continue
        place, prefix = RAISED[kind]
        code = next((keyword.value for keyword in node.keywords if keyword.arg in {"code", "reason"}), None)
        if len(node.args) > place:
            code = node.args[place]
        for found in codes(code) if code is not None else []:
            yield Raised(f"{where}:{node.lineno}", prefix + found, values_of(node, kind))


EVERY = [
    raised
    for room in ROOMS
    for path in sorted((ROOT / room).rglob("*.py"))
    for raised in raised_in(path.read_text(encoding="utf-8"), str(path.relative_to(ROOT)))
]


def sentences(code: str) -> list[str]:
    """The keys of the words a code can mean."""
    pattern = re.compile(".+".join(re.escape(part) for part in code.split(_ANY)))
    return [key for key in table("en") if pattern.fullmatch(key)]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_the_walk_sees_what_is_raised() -> None:
    """Codes of every room, typed here from the files: a walk that finds nothing proves nothing."""
    found = {raised.code for raised in EVERY}
    assert found >= {
        "projects.deleted",
        "pilot.weeks_outside",
        "tickets.too_many_rows",
        "costing.no_channel",
        "contract.clause_required",
        "documents.missing_value",
        "not_assessed.too_few",
        "answer.not_number",
        "catalog.missing_file",
        "contract.finding.no_dpa_before_pilot",
    }
    assert len(EVERY) > 150


def test_every_code_has_words_in_both_languages() -> None:
    assert [raised for raised in EVERY if not sentences(raised.code)] == []
    assert set(table("zh")) == set(table("en"))


def test_every_sentence_can_be_said_with_the_values_its_code_brings() -> None:
    unsayable = [
        (raised.where, key, language, sorted(placeholders(table(language)[key]) - raised.values))
        for raised in EVERY
        if raised.values is not None and _ANY not in raised.code
        for key in sentences(raised.code)
        for language in LANGUAGES
        if placeholders(table(language)[key]) - raised.values
    ]
    assert unsayable == []


def test_both_languages_interpolate_the_same_values() -> None:
    differing = {
        key: (placeholders(table("zh")[key]), placeholders(table("en")[key]))
        for key in table("en")
        if placeholders(table("zh")[key]) != placeholders(table("en")[key])
    }
    assert differing == {}
