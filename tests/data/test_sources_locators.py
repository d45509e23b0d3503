"""Where a figure stands in its source is read by people, so words in it stand in both languages."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from catalog.reader import DATA, ROOT, TEMPLATES
from domain.contract.clauses import Basis
from domain.shared.sources import Bilingual, Origin
from services.catalog import catalog
from ui.facts import source_lines

_CHINESE = re.compile(r"[\u3400-\u9fff，；。：]")
_LATIN_WORD = re.compile(r"[^\W\d_]{3,}")
# "L108" is a line, "monetsoftware.com" an address: they read the same in both languages.
_ADDRESS = re.compile(r"\b[a-z]+\.(?:com|app)\b")
# The name of a foreign law in its own language stands in full-width parentheses behind the Chinese one.
_OWN_NAME = re.compile(r"（[^）]*）")
_ENGLISH_WORD = re.compile(r"\b[a-z]{4,}\b")
# "E.5", "X-11", "B params": sections of a document the reader does not have.
_INTERNAL = re.compile(r"\b[A-H]\.\d|\bX-\d|\bparams\b|\b[a-z]+_[a-z_]+\b")


def _locators(node: Any) -> Iterator[Any]:
    if isinstance(node, dict):
        if "locator" in node:
            yield node["locator"]
        for value in node.values():
            yield from _locators(value)
    elif isinstance(node, list):
        for value in node:
            yield from _locators(value)


def _files() -> list[Path]:
    return sorted([*DATA.rglob("*.toml"), *TEMPLATES.rglob("*.toml")])


FOUND = [
    (str(path.relative_to(ROOT)), locator)
    for path in _files()
    for locator in _locators(tomllib.loads(path.read_text(encoding="utf-8")))
]
PLAIN = [(file, locator) for file, locator in FOUND if isinstance(locator, str)]
WORDED = [(file, locator) for file, locator in FOUND if isinstance(locator, dict)]


def _is_prose(locator: str) -> bool:
    return bool(_CHINESE.search(locator) or _LATIN_WORD.search(_ADDRESS.sub("", locator)))


def test_lines_articles_and_numbers_are_plain_strings_and_words_are_not() -> None:
    assert [(file, locator) for file, locator in PLAIN if _is_prose(locator)] == []


def test_a_locator_in_words_is_chinese_in_chinese_and_english_in_english() -> None:
    assert len(WORDED) + len(PLAIN) == len(FOUND)
    for file, locator in WORDED:
        assert set(locator) == {"zh", "en"}, (file, locator)
        chinese = _ADDRESS.sub("", _OWN_NAME.sub("", locator["zh"]))
        assert _CHINESE.search(locator["zh"]), (file, locator)
        assert not _ENGLISH_WORD.search(chinese), (file, locator)
        assert not _CHINESE.search(locator["en"]), (file, locator)


def test_no_locator_points_into_a_document_the_reader_does_not_have() -> None:
    texts = [(file, text) for file, each in WORDED for text in each.values()] + PLAIN
    assert [(file, text) for file, text in texts if _INTERNAL.search(text)] == []


@pytest.mark.parametrize("locator", ["", "L108", "33(1), 33(2)", "0.20–0.50", "C-13/95", "a.app; b.com"])
def test_what_reads_the_same_in_both_languages_is_no_prose(locator: str) -> None:
    assert not _is_prose(locator)


@pytest.mark.parametrize("locator", ["not looked up", "range 1-4", "第 5 条", "52; not 365/7"])
def test_words_are_prose(locator: str) -> None:
    assert _is_prose(locator)


def test_a_place_is_given_in_the_language_of_its_reader() -> None:
    words = Bilingual(zh="考虑过的范围：12–48 小时", en="range considered 12-48 h")
    worded = Origin(source="x", locator=words, checked_on=date(2026, 11, 22), valid_from="unknown")
    assert (worded.place("zh"), worded.place("en")) == (words.zh, words.en)
    assert Basis(source="x", locator=words).place("zh") == words.zh
    assert Basis(source="x", locator="33(2)").place("zh") == "33(2)"
    line = Origin(source="x", locator="L108", checked_on=date(2026, 11, 22), valid_from="unknown")
    assert line.place("zh") == line.place("en") == "L108"


def test_what_a_source_mark_opens_says_the_place_in_the_language_of_the_page() -> None:
    # Several figures of data/parameters/demand.toml are from memory and were not looked up.
    parameter = next(
        each for each in catalog().parameters.values() if "not looked up" in each.origin.place("en")
    )
    source = catalog().sources[parameter.origin.source]
    assert any("未查证" in line for line in source_lines("zh", source, parameter.origin))
    assert not any("looked" in line for line in source_lines("zh", source, parameter.origin))
    assert any("not looked up" in line for line in source_lines("en", source, parameter.origin))
