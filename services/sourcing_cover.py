"""The first page of a request: what is asked for, its reference and version, and the request at a glance."""

from datetime import date

from domain.shared.sources import Bilingual
from services.sourcing_items import answer_text
from services.sourcing_tables import Told
from services.sourcing_words import (
    DASH,
    alike,
    channel,
    count,
    on_day,
    several,
    spoken,
    spoken_with,
    tongue,
)


def cover_lead(given: Told) -> tuple[Bilingual, ...]:
    """The lines below the title: channels, and how to answer."""
    channels = several([channel(code) for code in given.figures["demand"]["channels"]])
    return (spoken_with("cover.scope", channels=channels), spoken("cover.lead"))


def cover_facts(
    given: Told, issued: date, reference: str, mark: str, *, anonymous: bool
) -> tuple[tuple[Bilingual, Bilingual], ...]:
    """The request at a glance: label and text.

    Args:
        given: the record and its figures.
        issued: the day of issue.
        reference: of the project; empty where there is none.
        mark: changes with the content.
        anonymous: leave out who the buyer is.
    """
    record = given.record
    facts = {
        "reference": alike(f"RFP-{reference or mark}"),
        "version": spoken("cover.version_text", mark=mark),
        "issued": on_day(issued),
        "buyer": spoken("withheld") if anonymous else answer_text(record, "merchant_name"),
        "reply_by": answer_text(record, "rfp_reply_by"),
        "valid_until": _valid_until(given),
        "start": answer_text(record, "contract_start"),
        "contacts": count(given.figures["demand"]["total"]),
        "languages": several([tongue(code) for code in record.languages]),
        "markets": answer_text(record, "markets"),
        "hours": spoken("cover.hours_week", hours=f"{record.coverage_hours_week:g}"),
    }
    return tuple((spoken(f"cover.{name}"), text or DASH) for name, text in facts.items())


def _valid_until(given: Told) -> Bilingual:
    """Until when offers have to hold: the start of the contract, else as the vendor states."""
    start = answer_text(given.record, "contract_start")
    return spoken("cover.valid_stated") if start is None else spoken_with("cover.valid_from", day=start)
