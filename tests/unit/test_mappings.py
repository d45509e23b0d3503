"""What is wrong with a TOML or JSON file is said with its line and in our own words."""

from pathlib import Path

import pytest

from domain.shared.outcomes import DomainError
from services.mappings import MOST_BYTES, mapping_of, read_bytes
from services.sentences import explain
from words import LANGUAGES


def refusal(content: bytes, *, is_json: bool = False) -> DomainError:
    with pytest.raises(DomainError) as caught:
        mapping_of(content, is_json=is_json)
    for language in LANGUAGES:
        assert explain(language, caught.value)
    return caught.value


@pytest.mark.parametrize("encoding", ["gbk", "utf-16"])
def test_another_encoding_is_named_as_such(encoding: str) -> None:
    error = refusal('name = "客服外包"'.encode(encoding))
    assert error.code == "command.not_utf8"
    assert "请另存为 UTF-8" in explain("zh", error)


@pytest.mark.parametrize("content", [b"", b" \n\t ", b"\xef\xbb\xbf"])
def test_an_empty_file_is_called_empty(content: bytes) -> None:
    assert refusal(content, is_json=True).code == "command.empty"
    assert refusal(content).code == "command.empty"


@pytest.mark.parametrize(
    ("content", "line"),
    [(b'{"name": "a",\n"kind" 1}', 2), (b'name = "a"\n\nkind\n', 3), (b'name = "a"\nkind = [', 2)],
)
def test_a_broken_file_is_refused_with_its_line(content: bytes, line: int) -> None:
    error = refusal(content)
    assert (error.code, error.values) == ("command.not_toml_or_json", {"line": line})


@pytest.mark.parametrize(
    ("content", "line"), [(b"a = 1\na = 2", 2), (b"[t]\nx = 1\n[t]\ny = 2", 3), (b"[t]\na = 1\na = 2", 3)]
)
def test_a_key_that_stands_twice_is_named_by_its_line_in_toml(content: bytes, line: int) -> None:
    error = refusal(content)
    assert (error.code, error.values) == ("command.key_twice_at", {"line": line})


def test_a_key_that_stands_twice_is_named_in_json() -> None:
    error = refusal(b'{"a": 1, "a": 2}')
    assert (error.code, error.values) == ("command.key_twice", {"key": "a"})


@pytest.mark.parametrize("content", [b"[" * 100_000, b"9" * 5000])
def test_a_file_no_parser_can_hold_is_refused(content: bytes) -> None:
    assert refusal(content, is_json=True).code == "command.too_deep"


def test_a_file_that_cannot_be_opened_says_why_in_our_words(tmp_path: Path) -> None:
    for path, code in ((tmp_path, "is_a_folder"), (tmp_path / "none.toml", "no_such_file")):
        with pytest.raises(DomainError) as caught:
            read_bytes(path, MOST_BYTES)
        assert caught.value.code == f"command.{code}"
        assert explain("zh", caught.value).isascii() is False
