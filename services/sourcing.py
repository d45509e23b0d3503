"""The request for proposal: made from the record, printed in three forms, handed out as figures with their origin."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from documents.docx import write_docx
from documents.pdf import write_pdf
from domain.costing.estimate import Estimate
from domain.pilot.plan import PilotPlan
from domain.requirements.record import Record
from domain.shared.outcomes import DomainError
from domain.shared.paper import Document, Form
from domain.shared.provenance import as_plain
from domain.shared.sources import Bilingual
from domain.sourcing.document import request_document
from domain.sourcing.figures import origins, plain
from domain.sourcing.request import Item, Part, Request, numbered
from domain.sourcing.wording import PartText
from services.catalog import catalog
from services.costing import estimate_record
from services.sourcing_assumptions import assumptions_table, unknown_table
from services.sourcing_case import HIDING, IDENTITY, without_names
from services.sourcing_cover import cover_facts, cover_lead
from services.sourcing_figures import request_figures
from services.sourcing_items import diligence_groups, part_groups, price_groups
from services.sourcing_rules import tables_of
from services.sourcing_tables import Told
from services.sourcing_terms import NO_TERMS, term_items
from services.sourcing_words import spoken

KIND, VERSION = "kefu.request", 1
FILE_WRITERS: Mapping[str, Callable[[Document], bytes]] = {"docx": write_docx, "pdf": write_pdf}
# Without these vendors cannot price anything.
NEEDED = ("channels", "contacts_month", "languages_share", "coverage")


def make_request(
    record: Record,
    plan: PilotPlan | None,
    *,
    anonymous: bool,
    today: date,
    reference: str = "",
    terms: Mapping[str, Any] = NO_TERMS,
) -> Request:
    """The request of a record.

    Args:
        record: the requirements.
        plan: the pilot as agreed; None before there is one.
        anonymous: leave out who the buyer is.
        today: the day of issue.
        reference: of the project; empty where there is none, then the mark of the content stands for it.
        terms: what was typed in the contract, by field.

    Raises:
        DomainError: ``request.answers_missing`` with the first question that vendors cannot do without.
    """
    missing = missing_for_request(record)
    if missing:
        raise DomainError("request.answers_missing", question=missing[0], count=len(missing))
    book, shown = catalog().sourcing, without_names(record) if anonymous else record
    figures = request_figures(
        shown,
        plan,
        _estimate(shown),
        skip=frozenset(book.text.withheld.questions) | (IDENTITY if anonymous else HIDING),
    )
    given = Told(record=shown, figures=plain(figures))
    parts = [_part(text, given, terms, anonymous=anonymous) for text in book.text.part]
    request = Request(
        anonymous=anonymous,
        title=spoken("title"),
        lead=cover_lead(given),
        cover=(),
        parts=numbered([*parts, _annex(given)]),
        figures=figures,
    )
    return replace(request, cover=cover_facts(given, today, reference, request.mark, anonymous=anonymous))


def missing_for_request(record: Record) -> tuple[str, ...]:
    """The questions without which vendors cannot price anything."""
    given = {name: record.schedule if name == "coverage" else record.value(name) for name in NEEDED}
    return tuple(name for name, value in given.items() if not value)


def _estimate(record: Record) -> Estimate | None:
    try:
        return estimate_record(record)
    except DomainError:
        return None


def _part(text: PartText, given: Told, terms: Mapping[str, Any], *, anonymous: bool) -> Part:
    groups = {"prices": price_groups, "diligence": diligence_groups}.get(text.id)
    agreed = term_items(given.record, text.terms, terms)
    return Part(
        id=text.id,
        title=text.title,
        intro=(*text.intro, *(_scoring() if text.id == "evaluation" else ())),
        groups=groups(given.record)
        if groups
        else part_groups(given.record, text, agreed, anonymous=anonymous),
        tables=tables_of(text.tables, given),
    )


def _scoring() -> tuple[Bilingual, ...]:
    """How proposals are scored, with the numbers of the rules."""
    rules = catalog().sourcing.evaluation
    return (
        spoken("scoring.scores", most=rules.score_most.value, differs=rules.differs_most.value),
        spoken("scoring.price", most=rules.score_most.value),
        spoken("scoring.stable", within=rules.stable_within.value),
    )


def _annex(given: Told) -> Part:
    """Assumptions, and what nobody knows yet."""
    parts = catalog().sourcing.text.part
    items = [item for part in parts for item in part.item]
    labels = {item.question: item.label for item in items}
    labels |= {step.question: step.label for step in catalog().sourcing.timetable.step}
    labels |= {name: spoken(f"topic.{name}") for name in ("aht_s", "weighting_scheme")}
    optional = frozenset(item.question for item in items if item.optional)
    tables = (assumptions_table(given, labels), unknown_table(given, labels, optional))
    return Part(
        id="annex", title=spoken("annex"), tables=tuple(table for table in tables if table.table.rows)
    )


def document_of(request: Request, form: Form) -> Document:
    """The request on paper."""
    return request_document(request, form, spoken)


def request_json(request: Request) -> dict[str, Any]:
    """The structure with plain figures, and under ``from`` where each of them comes from (docs/cli.md)."""
    figures = {"figures": request.figures}
    return {
        "kind": KIND,
        "version": VERSION,
        "anonymous": request.anonymous,
        "mark": request.mark,
        "title": _both(request.title),
        "parts": [
            {
                "id": part.id,
                "title": _both(part.title),
                "items": [_item_json(item) for item in part.items],
            }
            for part in request.parts
        ],
        **plain(figures),
        "from": as_plain(origins(figures)),
    }


def _item_json(item: Item) -> dict[str, Any]:
    told = {
        "id": item.id,
        "number": item.number,
        "label": _both(item.label),
        "text": _both(item.text),
        "reply": item.reply,
        "unit": _both(item.unit),
        "currency": item.currency,
        "evidence": item.evidence,
        "assumed": item.assumed,
    }
    return {key: value for key, value in told.items() if value not in ("", False, _NO_WORDS)}


_NO_WORDS = {"zh": "", "en": ""}


def _both(text: Bilingual) -> Mapping[str, str]:
    return {"zh": text.zh, "en": text.en}
