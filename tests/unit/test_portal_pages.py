"""What the front door's own pages say and allow: the way on, the language, the policy, typed text."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
import streamlit
from hypothesis import given
from hypothesis import strategies as st

from ui.front.forms import form_page, preferred_language
from ui.front.headers import page_policy
from ui.front.identity import own_path
from words import LANGUAGES, Language


@pytest.mark.parametrize("wanted", ["/", "/cost", "/cost?project=7", "/a//b", "/%2F%2Fevil"])
def test_people_go_on_to_a_path_of_this_portal(wanted: str) -> None:
    assert own_path(wanted) == wanted


@pytest.mark.parametrize(
    "wanted",
    [
        "",
        "cost",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil",
        "https://evil.example",
        "javascript:alert(1)",
        "/a\nSet-Cookie: x",
        "/\t/evil.example",
        "/a\\b",
    ],
)
def test_people_never_go_on_to_anywhere_else(wanted: str) -> None:
    assert own_path(wanted) == "/"


@given(st.text(alphabet=st.sampled_from("/\\:?#@ \t\nabc.")))
def test_whatever_is_given_the_way_on_stays_here(wanted: str) -> None:
    target = own_path(wanted)
    assert re.match(r"/(?![/\\])", target)
    assert not re.search(r"[\\\x00-\x1f]", target)


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("en-GB,en;q=0.9,zh;q=0.8", "en"),
        ("fr,zh;q=0.3,en;q=0.2", "zh"),
        ("en;q=0.1, zh-TW;q=0.9", "zh"),
        ("fr-FR,de;q=0.5", "en"),
        ("", "en"),
        ("zh;q=nonsense,en;q=0.1", "en"),
    ],
)
def test_the_form_speaks_the_language_the_browser_wants_most(header: str, language: str) -> None:
    assert preferred_language(header) == language


def test_the_policy_allows_the_one_inline_script_of_this_streamlit_and_no_eval() -> None:
    index = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", index, re.DOTALL)
    assert len(scripts) == 1
    digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    policy = dict(part.strip().split(" ", 1) for part in page_policy().split(";"))
    assert policy["script-src"] == f"'self' blob: 'wasm-unsafe-eval' 'sha256-{digest}'"
    assert policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["object-src"] == "'none'"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_typed_is_shown_as_text_never_as_html(language: Language) -> None:
    attack = '"><script>alert(1)</script>'
    page = form_page(
        "sign_in", language, refusal=attack, token="t", language_query="", least=12, next=attack, login=attack
    )
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 3
    assert f'<html lang="{"zh-CN" if language == "zh" else "en"}">' in page
