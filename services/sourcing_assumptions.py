"""The last part of a request: what rests on a default or a proposal, and what nobody knows yet."""

from collections.abc import Mapping

from domain.requirements.questions import Question
from domain.shared.sources import Bilingual
from domain.sourcing.request import TitledTable
from services.catalog import catalog
from services.sourcing_items import answer_text, is_empty
from services.sourcing_kpis import proposed_targets
from services.sourcing_tables import Told
from services.sourcing_words import DASH, Head, Row, spoken, titled_table

# Vendors name the price; a buyer who has not settled it leaves nothing open for them.
_PRICED_BY_VENDORS = frozenset({"extra_staff_priced"})


def assumptions_table(given: Told, printed: Mapping[str, Bilingual]) -> TitledTable:
    """What rests on a default or a proposal, with where it comes from."""
    record = given.record
    rows = [
        (printed[name], answer_text(record, name) or DASH, _origin(record.book.questions[name]))
        for name in record.assumptions
        if name in printed and not is_empty(record, name)
    ]
    heads = [Head("topic", 28), Head("assumption", 40), Head("source", 32)]
    return titled_table(
        "assumptions", heads, [*rows, *proposed_targets(given), *_proposed_rules(given)], note=True
    )


def _proposed_rules(given: Told) -> list[Row]:
    """How pilot and proposals are weighed: our judgement, which the tables before print as rules."""
    rows: list[Row] = []
    if given.figures["pilot"]:
        origin = catalog().pilot_rules.criteria[0].origin
        rows.append((spoken("rules.pilot"), spoken("rules.as_printed"), _title(origin.source)))
    if given.record.value("weighting_scheme") is None:
        scheme = catalog().sourcing.evaluation.scheme[0]
        rows.append((spoken("rules.evaluation"), spoken("rules.as_printed"), _title(scheme.origin.source)))
    return rows


def _origin(question: Question) -> Bilingual:
    return _title(question.default_origin.source) if question.default_origin else DASH


def _title(source: str) -> Bilingual:
    return catalog().sources[source].title


def unknown_table(given: Told, printed: Mapping[str, Bilingual], optional: frozenset[str]) -> TitledTable:
    """What nobody has said yet: vendors must not read silence as a no."""
    record = given.record
    rows = [
        (printed[asked.id], spoken("asked_later" if _is_later(given, asked.id) else "not_known"))
        for asked in record.applicable
        if asked.id in printed
        and asked.id not in _PRICED_BY_VENDORS
        and record.value(asked.id) is None
        and (asked.id not in optional or _is_later(given, asked.id))
    ]
    return titled_table("unknown", [Head("topic", 45), Head("state", 55)], rows, note=True)


def _is_later(given: Told, question: str) -> bool:
    answer = given.record.answers.get(question)
    return answer is not None and answer.state == "later"
