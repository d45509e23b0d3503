"""One word per concept: the glossary is read, and no word it forbids stands where people read."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from words import LANGUAGES, table

ROOT = Path(__file__).resolve().parents[2]
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
FOLDERS = ("data/questions", "data/kpis", "contract_templates")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def _rows(columns: int) -> list[list[str]]:
    """The rows of the glossary's table with so many columns, without its head."""
    lines = [line for line in GLOSSARY.splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if len(row) == columns][1:]


def _words(cell: str) -> list[str]:
    return [word.strip() for word in re.split(r"[、,/]", cell) if word.strip()]


CONCEPTS = _rows(5)
PROPER = [word for row in CONCEPTS for cell in row[1:3] for word in _words(cell)]
# A word with a bracket has a proper meaning of its own: no search can tell the two apart.
FORBIDDEN = sorted(
    {word for row in CONCEPTS for cell in row[3:] for word in _words(cell) if not re.search(r"[(（]", word)}
)
EXCEPTIONS = [(word, where) for word, where, _why in _rows(3)]


def _pattern(word: str) -> str:
    """Chinese as it stands; English as a whole word, also in the plural."""
    return re.escape(word) if CHINESE.search(word) else rf"\b{re.escape(word)}(?:s|es|ies)?\b"


# The longest first, so that 一次性解决率 is not left as 一次性.
_PROPER = re.compile("|".join(map(_pattern, sorted(PROPER, key=len, reverse=True))), re.IGNORECASE)


@dataclass(frozen=True)
class Text:
    """What people read at one place, without the proper words of the glossary."""

    place: str
    words: str


def _texts() -> Iterator[Text]:
    for language in LANGUAGES:
        for key, sentence in table(language).items():
            yield Text(f"words/{language}.toml {key}", _PROPER.sub(" ", sentence))
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".toml", ".md"} and path.name != "README.md":
                written = path.read_text(encoding="utf-8")
                read = written if path.suffix == ".md" else "\n".join(_sentences(tomllib.loads(written)))
                yield Text(str(path.relative_to(ROOT)), _PROPER.sub(" ", read))


def _sentences(node: Any, key: str = "") -> Iterator[str]:
    """The texts of a data file; ids, patterns and locators are not read by people."""
    if isinstance(node, str) and key in LANGUAGES:
        yield node
    elif isinstance(node, dict):
        for name, value in node.items():
            yield from _sentences(value, name)
    elif isinstance(node, list):
        for value in node:
            yield from _sentences(value)


TEXTS = list(_texts())


def _places(word: str) -> list[str]:
    pattern = re.compile(_pattern(word), re.IGNORECASE)
    return [text.place for text in TEXTS if pattern.search(text.words)]


@pytest.mark.parametrize("word", FORBIDDEN)
def test_no_forbidden_word_stands_where_people_read(word: str) -> None:
    allowed = tuple(where for exempt, where in EXCEPTIONS if exempt == word)
    assert [place for place in _places(word) if not place.startswith(allowed)] == []


@pytest.mark.parametrize(("word", "where"), EXCEPTIONS)
def test_every_exception_is_still_needed(word: str, where: str) -> None:
    assert word in FORBIDDEN
    assert [place for place in _places(word) if place.startswith(where)]


def test_the_whole_table_is_read() -> None:
    lines = GLOSSARY.split("## ")[0].splitlines()
    assert len(CONCEPTS) == sum(line.startswith("| ") for line in lines) - 1
    assert {"试点", "供应商", "卖家", "seller", "supplier", "penalty"} <= set(FORBIDDEN)


def test_a_word_is_found_in_chinese_text_and_as_a_whole_english_word_only() -> None:
    assert re.search(_pattern("供应商"), "由供应商承担")
    assert re.search(_pattern("seller"), "the sellers owe", re.IGNORECASE)
    assert not re.search(_pattern("fine"), "defined and refined", re.IGNORECASE)


def test_the_word_files_are_the_ones_the_portal_speaks() -> None:
    for language in LANGUAGES:
        written = tomllib.loads((ROOT / "words" / f"{language}.toml").read_text(encoding="utf-8"))
        places = {
            text.place.split(" ")[1].split(".")[0]
            for text in TEXTS
            if text.place.startswith(f"words/{language}")
        }
        assert places == set(written)
