"""The record as a request for proposal reads it: what decides its questions, and the edition without names."""

from collections.abc import Iterable
from dataclasses import replace

from domain.requirements.record import Record, read_record
from domain.sourcing.conditions import SourcingCase
from domain.sourcing.identity import hide_in
from domain.sourcing.names import Term, identity_terms
from services.catalog import catalog

# The choice of the question about holidays that keeps service going on all of them.
_EVERY_HOLIDAY = "none"
_TEXT_KINDS = frozenset({"text", "long_text", "peaks", "launches"})
_COMPANIES = ("merchant_name", "eu_representative")
_SHOPS, _PEOPLE, _WORDS = ("shops",), ("request_contact",), ("anonymous_words",)
# Words to hide are told to no vendor; the edition without names drops the others too, instead of replacing in them.
HIDING = frozenset(_WORDS)
IDENTITY = frozenset({*_COMPANIES, *_SHOPS, *_PEOPLE, *_WORDS})


def sourcing_case(record: Record) -> SourcingCase:
    """What decides which questions vendors are asked."""

    def codes(question: str) -> frozenset[str]:
        return frozenset(record.value(question) or ())

    return SourcingCase(
        channels=codes("channels"),
        platforms=codes("platforms"),
        scenarios=codes("scenarios"),
        languages=frozenset(record.languages),
        vendor_country=record.value("vendor_country"),
        merchant_country=record.value("merchant_country"),
        data_countries=codes("data_location") | codes("ticket_readers") | codes("markets"),
        eea=record.codes.eea,
        schedule=record.schedule or {},
        returns_handled=bool(record.value("returns_handled")),
        holidays_served=record.value("holiday_calendar") == _EVERY_HOLIDAY,
        has_peak=bool(record.value("peaks")),
        pilot_planned=bool(record.value("pilot_planned")),
    )


def names_to_hide(record: Record) -> tuple[Term, ...]:
    """What would tell who the buyer is, in the forms in which it may stand in other answers."""

    def typed(questions: Iterable[str]) -> list[str]:
        return [text for question in questions if (text := record.value(question))]

    return identity_terms(
        catalog().sourcing.names,
        companies=typed(_COMPANIES),
        others=typed(_SHOPS),
        people=typed(_PEOPLE),
        words=typed(_WORDS),
    )


def without_names(record: Record) -> Record:
    """The record with every such name taken out of every text somebody typed."""
    terms = names_to_hide(record)
    book, known = catalog().book, catalog().sourcing.names
    return read_record(
        book,
        {
            name: replace(answer, value=hide_in(answer.value, terms, known=known))
            if book.questions[name].kind in _TEXT_KINDS
            else answer
            for name, answer in record.answers.items()
        },
    )
