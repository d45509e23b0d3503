"""Whatever is answered, set aside or refused: the form brings it back, untouched and typed anew alike."""

import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents import requirements_form
from documents.requirements_form import write_requirements_form
from documents.requirements_form_reading import read_requirements_form
from documents.toml_file import write_toml
from domain.requirements.answers import Answer, check_answer
from domain.requirements.file import parse_file, to_file
from domain.shared.contents import NOTHING, Content
from tests.random_answers import BOOK, TEXT, valid_answers
from words import LANGUAGES, Language

# What a field could hand over and its question refuse, of whatever shape.
_PLAIN = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
)
_DRAFTS = st.recursive(
    _PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
_languages = st.sampled_from(LANGUAGES)


def _contents(answers: dict[str, Answer]) -> dict[str, Content]:
    return {
        key: Content(value=answer.value, state=answer.state, origin=answer.origin)
        for key, answer in answers.items()
    }


@settings(max_examples=10, deadline=None)
@given(answers=valid_answers(), language=_languages)
def test_an_untouched_form_is_the_record_it_was_made_from(
    answers: dict[str, Answer], language: Language
) -> None:
    form = read_requirements_form(write_requirements_form("x", _contents(answers), BOOK, language), BOOK)
    assert not form.touched
    assert not form.problems
    assert {key: each for key, each in form.contents.items() if not each.is_nothing} == _contents(answers)


@settings(max_examples=10, deadline=None)
@given(
    drafts=st.dictionaries(st.sampled_from(sorted(BOOK.questions)), _DRAFTS.filter(lambda v: v is not None)),
    state=st.sampled_from(["draft", "later", "not_applicable"]),
    language=_languages,
)
def test_refused_drafts_and_what_was_set_aside_come_back_whatever_they_hold(
    drafts: dict[str, Any], state: Any, language: Language
) -> None:
    contents = {key: Content(value=value, state=state) for key, value in drafts.items()}
    form = read_requirements_form(write_requirements_form("x", contents, BOOK, language), BOOK)
    assert {key: each for key, each in form.contents.items() if not each.is_nothing} == contents


@settings(max_examples=10, deadline=None)
@given(answers=valid_answers(), language=_languages)
def test_the_same_answers_typed_into_an_empty_form_are_read_as_the_same_answers(
    answers: dict[str, Answer], language: Language
) -> None:
    contents = _contents(answers)
    # What travels unseen says that nothing had been answered: every cell is read as if somebody had typed it.
    nothing = requirements_form.as_kept(NOTHING)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(requirements_form, "as_kept", lambda _: nothing)
        printed = write_requirements_form("x", contents, BOOK, language)
    form = read_requirements_form(printed, BOOK)
    assert not form.problems
    for key, content in contents.items():
        read = form.contents[key]
        value = None if read.value is None else check_answer(BOOK.questions[key], read.value, BOOK.codes)
        assert (read.state, value, read.origin) == (content.state, content.value, "import")


@settings(max_examples=30, deadline=None)
@given(answers=valid_answers(), name=TEXT)
def test_toml_gives_back_the_answers_it_was_written_from(answers: dict[str, Answer], name: str) -> None:
    written = tomllib.loads(write_toml(to_file(name, answers)).decode())
    assert parse_file(written, BOOK) == (name.strip(), answers)
