"""What every command needs: the language of the terminal, the languages of documents, printing."""

import os
from enum import StrEnum

import typer

from words import LANGUAGES, Language


class Form(StrEnum):
    """In which language a document is printed."""

    ZH = "zh"
    EN = "en"
    BILINGUAL = "bilingual"


class Spoken(StrEnum):
    """In which language something is made that has no two-language form."""

    ZH = "zh"
    EN = "en"


def language() -> Language:
    """The language of the terminal."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return LANGUAGES[0] if spoken.lower().startswith("zh") else LANGUAGES[1]


def show(value: object) -> None:
    """Print a value as JSON."""
    from services import commands  # the page of help starts without it

    typer.echo(commands.as_text(value), nl=False)
