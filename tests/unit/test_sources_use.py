"""Every origin that a file states is found, in words, with what uses it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from catalog.reader import DATA, ROOT, TEMPLATES
from domain.costing.estimate import estimate
from domain.costing.parameters import Parameter
from domain.costing.pricing import domestic_terms, year_terms
from domain.requirements.record import Record
from domain.shared.sources import OldAfter, Origin, Source
from domain.shared.uses import Use
from services.catalog import catalog
from services.costing_inputs import estimate_inputs
from services.costing_json import cost_json
from services.costing_pricing import pricing_of
from services.requirements import from_file
from services.samples import read_sample
from services.sources import mentions, numbers, sources_in_use
from services.sources.costing import COST_CLAIMS, COST_PARAMETERS
from services.sources.printing import printed
from services.sources.uses import age_of
from words import LANGUAGES, Language, say

SAMPLES = DATA / "samples"
FILES = sorted(
    path for folder in (DATA, TEMPLATES) for path in folder.rglob("*.toml") if SAMPLES not in path.parents
)
NAMED = re.compile(r'^\s*source\s*=\s*"([a-z0-9_]+)"|[{,]\s*source\s*=\s*"([a-z0-9_]+)"', re.MULTILINE)
USES = {language: mentions(language) for language in LANGUAGES}
TODAY = date(2026, 11, 22)


def found(language: Language, *, file: str, label: str) -> Use:
    """The one figure with a label in a file."""
    return next(use for use in USES[language] if use.file == file and use.label == label and use.value)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_source_that_a_file_names_is_found_in_that_file(path: Path) -> None:
    written = [first or second for first, second in NAMED.findall(path.read_text(encoding="utf-8"))]
    walked = [use.source.id for use in USES["en"] if use.file == str(path.relative_to(ROOT))]
    # A question that takes its default from a parameter names that parameter's source as well.
    assert all(walked.count(source) >= written.count(source) for source in written)


def _origins(node: Any) -> Iterator[Origin]:
    if isinstance(node, Origin):
        yield node
    elif is_dataclass(node):
        for field in fields(node):
            yield from _origins(getattr(node, field.name))
    elif isinstance(node, Mapping):
        for value in node.values():
            yield from _origins(value)
    elif isinstance(node, tuple | list):
        for value in node:
            yield from _origins(value)


def test_every_origin_that_the_services_hold_is_shown() -> None:
    known = catalog()
    held = [getattr(known, field.name) for field in fields(known) if field.name not in {"files", "sources"}]
    shown = {use.origin for use in USES["en"]}
    assert set(_origins(held)) <= shown
    assert {figure.locator for figure in known.figures} <= {origin.locator for origin in shown}


def test_every_entry_has_words_of_its_own_in_both_languages() -> None:
    assert {use.file for use in USES["en"] if use.topic == "other"} == {"data/countries.toml"}
    for language in LANGUAGES:
        assert all(use.label.strip() for use in USES[language])
    chinese = re.compile(r"[\u4e00-\u9fff]")
    assert not [
        use.label for use in USES["en"] if chinese.search(use.label + use.value + use.usual + use.note)
    ]
    assert not [use.label for use in USES["zh"] if not chinese.search(use.label)]


def test_figures_are_printed_with_their_units() -> None:
    # Figures of data/rates, data/parameters and data/kpis, printed by hand.
    rate = found("en", file="data/rates/regions.toml", label="Hourly rate in Eastern Europe, as published")
    assert plain_text(rate.value) == "EUR 10 – 18 an hour"
    assert plain_text(found_zh_shrinkage().value) == "30%"
    assert plain_text(found_zh_shrinkage().usual) == "20% – 40%"
    seats = found("en", file="data/parameters/staffing.toml", label="People ready in every open hour")
    assert plain_text(seats.value) == "1 seat"
    assert printed("zh", "EUR", Decimal(3000)).replace("\u00a0", " ") == "3,000 欧元"


def found_zh_shrinkage() -> Use:
    return found("zh", file="data/parameters/staffing.toml", label="工时损耗率")


def plain_text(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u2060", "")


def test_a_question_whose_default_is_a_parameter_shows_the_value_and_origin_of_that_parameter() -> None:
    use = next(use for use in USES["en"] if use.file == "data/questions/shrinkage.toml" and use.value)
    assert plain_text(use.value) == "30%"
    assert use.origin == catalog().parameters["shrinkage"].origin
    assert use.pages[:2] == ("requirements", "cost")


def test_figures_of_trade_articles_are_not_used_for_calculation_and_say_when_nobody_can_check_them() -> None:
    articles = [use for use in numbers("en") if use.topic == "article_figure"]
    assert len(articles) == len(catalog().figures)
    assert all(use.pages == () and use.source.kind == "article" for use in articles)
    assert {use.label for use in articles if use.unverifiable} == {
        figure.label.en for figure in catalog().figures if figure.unverifiable
    }


class _Listening(dict[str, Parameter]):
    """Parameters that remember which of them were asked for."""

    def __init__(self, known: Mapping[str, Parameter]) -> None:
        super().__init__(known)
        self.heard: set[str] = set()

    def __getitem__(self, name: str) -> Parameter:
        self.heard.add(name)
        return super().__getitem__(name)


def test_the_parameters_said_to_be_used_by_the_cost_page_are_the_ones_an_estimate_reads() -> None:
    sample = read_sample()[0]
    # Two more channels than the sample has, so that every handling time is read.
    more = {"channels": [*sample["answers"]["channels"], "social", "form"]}
    volumes = {"contacts_month": {**sample["answers"]["contacts_month"], "social": 10, "form": 10}}
    _, record = from_file({**sample, "answers": {**sample["answers"], **more, **volumes}}, sample=True)
    read_by_name = set(re.findall(r'parameters(?:\[|, )"([a-z_0-9]+)"', _costing_service()))
    assert _heard_in_an_estimate(record) | read_by_name == COST_PARAMETERS
    assert set(re.findall(r'claims\["([a-z_]+)"\]', _costing_service())) == COST_CLAIMS


def test_a_parameter_that_nothing_reads_names_no_page_and_every_other_one_does() -> None:
    questions = catalog().book.questions.values()
    asked = {
        name for each in questions for name in (each.default_parameter, *each.default_parameters.values())
    }
    idle = {
        parameter.label.en
        for parameter in catalog().parameters.values()
        if parameter.id not in asked | COST_PARAMETERS
    }
    found = {use.label for use in numbers("en") if use.topic == "parameter" and not use.pages}
    # The page prints "not used for calculation" where no page is named.
    assert found == idle
    assert say("en", "sources_page.unused") == "not used for calculation"


def _heard_in_an_estimate(record: Record) -> set[str]:
    known, listening = catalog(), _Listening(catalog().parameters)
    pricing = replace(pricing_of(record), terms=year_terms(listening))
    claim = known.claims["rate_ticket"]
    # The file holds everything an estimate makes, also what is made at its first use.
    for domestic in (None, domestic_terms(listening)):
        priced = replace(pricing, domestic=domestic)
        cost_json(estimate(estimate_inputs(record), known.rates, listening, claim, pricing=priced))
    return listening.heard


def _costing_service() -> str:
    files = sorted((ROOT / "services").glob("costing*.py"))
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_every_source_of_the_register_is_listed_with_all_that_names_it() -> None:
    listed = sources_in_use("en")
    assert [use.source.id for use in listed] == list(catalog().sources)
    assert sum(len(use.mentions) for use in listed) == len(USES["en"])
    gdpr = next(use for use in listed if use.source.id == "gdpr")
    assert gdpr.files["data/requirements/checks.toml"] == 7
    assert sum(gdpr.files.values()) + sum(gdpr.clauses.values()) == len(gdpr.mentions)
    assert "Limitation of liability" in gdpr.clauses


HOUSE = Source(
    id="x",
    kind="house",
    title=catalog().sources["house_judgement"].title,
    confidence="medium",
    checked_on=TODAY,
)
TWELVE = OldAfter(months=12, meaning=HOUSE.title, origin=catalog().old_after.origin)


def _origin(valid_from: Any, checked_on: date = TODAY) -> Origin:
    return Origin(source="x", locator="", checked_on=checked_on, valid_from=valid_from)


@pytest.mark.parametrize(
    ("valid_from", "age"),
    [
        ("unknown", "unknown"),
        (date(2026, 11, 1), "fresh"),
        (date(2025, 11, 22), "fresh"),
        (date(2025, 11, 21), "old"),
        (date(2019, 5, 1), "old"),
    ],
)
def test_a_figure_is_old_after_twelve_months_and_an_unknown_date_is_said(valid_from: Any, age: str) -> None:
    assert age_of(_origin(valid_from), HOUSE, TODAY, TWELVE) == age


def test_a_dated_statute_is_as_old_as_its_last_reading() -> None:
    law = catalog().sources["civil_code"]
    assert age_of(_origin(date(2021, 1, 1)), law, TODAY, TWELVE) == "fresh"
    assert age_of(_origin(date(2021, 1, 1), date(2025, 6, 1)), law, TODAY, TWELVE) == "old"
    assert age_of(_origin("unknown"), law, TODAY, TWELVE) == "unknown"
