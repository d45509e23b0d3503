"""The answer sheet of a request: the numbers of the document in a workbook that comes back without retyping."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256

from documents.answer_sheet import (
    Answered,
    AnswerKind,
    AnswerRow,
    AnswerSheet,
    read_answer_sheet,
    write_answer_sheet,
)
from domain.shared.outcomes import DomainError
from domain.shared.paper import Form
from domain.shared.sources import Bilingual, Language
from domain.sourcing.request import Item, Part, Request
from domain.sourcing.wording import Reply
from services.sourcing_words import spoken
from words import say

KIND = "kefu.request"
# Sheets beside that of the requirements: parts that are filled in by other people.
_OWN_SHEET = ("prices", "diligence")
_REQUIREMENTS = "requirements"
# Labelled in both languages whatever the form, so that a sheet in any of them reads back alike.
_CONFIRM = ("met", "part", "not_met")
_KINDS: Mapping[Reply, AnswerKind] = {
    "confirm": "choice",
    "text": "text",
    "yes_no": "yes_no",
    "number": "number",
    "share": "share",
}
_LONGEST = Decimal(4000)
# A surcharge may double a price and more; nobody charges ten times as much.
_MOST_SHARE = Decimal(10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a vendor answered.

    Attributes:
        values: by the id of the item; what was left blank is absent. A requirement is ``met``, ``part`` or
            ``not_met``; texts, yes or no, numbers and shares (0-1) as such.
        problems: answers that cannot be taken, each naming its cell.
    """

    values: Mapping[str, Answered]
    problems: tuple[DomainError, ...]


def answer_workbook(request: Request, form: Form) -> bytes:
    """The sheet vendors fill in: locked but for the answers.

    Args:
        request: what is asked.
        form: the language of the rows; both below each other in the two-language form.
    """
    language: Language = "en" if form == "en" else "zh"
    return write_answer_sheet(
        _sheets(request, form),
        kind=KIND,
        content=_content(request),
        title=_said(spoken("answers.title"), form, " · "),
        language=language,
    )


def read_answers(request: Request, content: bytes, *, editions: Iterable[Request] = ()) -> Answers:
    """What came back, by id.

    Args:
        request: what is asked today.
        content: of the file.
        editions: of the same request, whose sheets are as good.

    Raises:
        DomainError: ``forms.<reason>``: the file is damaged, foreign, or lacks a row that was asked.
    """
    states = {_content(each) for each in (request, *editions)}
    found = read_answer_sheet(content, _sheets(request, "bilingual"), kind=KIND, states=states)
    return Answers(values=found.values, problems=found.problems)


def _sheets(request: Request, form: Form) -> list[AnswerSheet]:
    asked = [part for part in request.parts if any(item.number for item in part.items)]
    groups = {_REQUIREMENTS: [part for part in asked if part.id not in _OWN_SHEET]}
    groups |= {name: [part for part in asked if part.id == name] for name in _OWN_SHEET}
    version = spoken("answers.version", mark=request.mark)
    return [
        AnswerSheet(
            name=_said(spoken(f"answers.sheet_{name}"), form, " "),
            intro="\n".join(_said(text, form, "\n") for text in (spoken(f"answers.intro_{name}"), version)),
            rows=_rows(parts, form),
        )
        for name, parts in groups.items()
        if parts
    ]


def _rows(parts: Iterable[Part], form: Form) -> Sequence[AnswerRow]:
    rows = []
    for part in parts:
        if part.id not in _OWN_SHEET:
            rows.append(AnswerRow(text=_said(part.title, form, " "), kind="heading"))
        for group in part.groups:
            if group.title is not None:
                rows.append(AnswerRow(text=_said(group.title, form, " "), kind="heading"))
            rows += [_row(item, form) for item in group.items if item.number]
    return rows


def _row(item: Item, form: Form) -> AnswerRow:
    kind = _KINDS[item.reply]
    return AnswerRow(
        id=item.id,
        number=item.number,
        text=_asked(item, form),
        kind=kind,
        unit=_unit(item, form),
        help=_said(spoken("answers.evidence"), form, "\n") if item.evidence else "",
        choices=tuple((each, _said(spoken(f"answers.{each}"), "bilingual", " / ")) for each in _CONFIRM)
        if kind == "choice"
        else (),
        minimum=Decimal(0) if kind in {"number", "share"} else None,
        maximum={"text": _LONGEST, "share": _MOST_SHARE}.get(kind),
    )


def _asked(item: Item, form: Form) -> str:
    """The label and what is required, in the languages of the form."""
    label, text = (_said(each, form, "\n") for each in (item.label, item.text))
    if not text:
        return label
    titled = Bilingual(
        zh=say("zh", "said.titled", title=item.label.zh, text=item.text.zh),
        en=say("en", "said.titled", title=item.label.en, text=item.text.en),
    )
    return _said(titled, form, "\n")


def _unit(item: Item, form: Form) -> str:
    unit = _said(item.unit, form, " / ")
    return f"{item.currency} {unit}" if item.currency else unit


def _said(text: Bilingual, form: Form, between: str) -> str:
    """One language, or both with something between them; what reads the same stands once."""
    texts = dict.fromkeys(text[language] for language in _languages(form))
    return between.join(each for each in texts if each)


def _languages(form: Form) -> tuple[Language, ...]:
    return ("zh", "en") if form == "bilingual" else (form,)


def _content(request: Request) -> str:
    """A short checksum of what is asked."""
    asked = [[item.id, item.number, item.text.en, item.unit.en, item.currency] for item in request.asked]
    return sha256(json.dumps(asked).encode()).hexdigest()[:16]
