"""The forms of the front door as HTML, in the language of the browser."""

from functools import lru_cache, partial
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from words import LANGUAGES, Language, say

HERE = Path(__file__).resolve().parent
STYLE = HERE / "style.css"
ICON = HERE.parent.parent / "static" / "fav.svg"
HTML_LANG = {"zh": "zh-CN", "en": "en"}

Form = Literal["sign_in", "set_up", "change_password", "broken", "missing"]


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined)


def form_page(form: Form, language: Language, **values: Any) -> str:
    """One form as a whole page.

    Args:
        form: which one.
        language: zh or en.
        values: what the form's template names; everything is escaped.
    """
    template = _environment().get_template(f"{form}.html")
    return template.render(
        t=partial(say, language), language=language, html_lang=HTML_LANG[language], **values
    )


def preferred_language(accept_language: str) -> Language:
    """The language a browser asks for: its most wanted one that we speak, English if none.

    Args:
        accept_language: the header, ``zh-CN,zh;q=0.9,en;q=0.8``.
    """
    wanted: list[tuple[float, Language]] = []
    for part in accept_language.split(","):
        tag, _, quality = part.strip().partition(";q=")
        spoken = next((known for known in LANGUAGES if tag.strip().lower().split("-")[0] == known), None)
        if spoken:
            wanted.append((_number(quality), spoken))
    # max keeps the first of equals, as the browser listed them.
    return max(wanted, key=lambda item: item[0])[1] if wanted else "en"


def _number(quality: str) -> float:
    """A weight of the header; a malformed one counts least."""
    try:
        return float(quality) if quality else 1.0
    except ValueError:
        return 0.0
