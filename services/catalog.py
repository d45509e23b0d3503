"""What `data/` and `contract_templates/` hold, read once; a malformed file stops the start."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from catalog.annexes import load_transfers
from catalog.checks import load_check_rules
from catalog.clauses import load_clauses
from catalog.contract_rules import load_rules
from catalog.countries import load_countries
from catalog.kpis import load_criteria, load_kpis
from catalog.parameters import load_parameters
from catalog.platforms import load_platforms
from catalog.pools import load_pool_rules
from catalog.questions import load_questions
from catalog.rates import (
    load_currencies,
    load_price_claims,
    load_rate_library,
    load_rates,
    load_wage_floors,
)
from catalog.reader import keeping
from catalog.sources import load_article_figures, load_old_after, load_sources
from catalog.sourcing import load_sourcing
from catalog.template import load_template
from catalog.tickets import load_ticket_columns
from domain.contract.clause_library import ClauseLibrary
from domain.contract.rules import Rule
from domain.contract.transfers import TransferFlow
from domain.costing.currency import CurrencyEntry
from domain.costing.floors import WageFloor
from domain.costing.parameters import Parameter
from domain.costing.pools import PoolRules
from domain.costing.rates import HourlyRate, PriceClaim, RateLibrary
from domain.pilot.columns import TicketColumns
from domain.pilot.rules import PilotRules
from domain.requirements.checks import CheckRules
from domain.requirements.platforms import PlatformPack
from domain.requirements.questions import QuestionBook
from domain.requirements.template import Template
from domain.shared.countries import Country
from domain.shared.kpis import Kpi
from domain.shared.sources import ArticleFigure, OldAfter, Source
from domain.sourcing.wording import SourcingBook


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """Everything an installation knows from its files.

    Attributes:
        sources: the register of sources by id.
        figures: every number of the trade articles.
        old_after: when a figure counts as old.
        countries: by code.
        book: the questions.
        packs: what platforms ask of customer service, by platform.
        check_rules: what the checks on requirements know.
        parameters: of an estimate, by id.
        pool_rules: which agents with several languages can be hired.
        rates: per region, in the order of the page.
        rate_library: rates of countries, other price models, language premiums.
        wage_floors: what minimum wages rest on, by country.
        currencies: of estimates, by code.
        claims: published prices that are shown and checked, never calculated with.
        kpis: definitions by id.
        pilot_rules: weights, thresholds, gates and rubric of the scorecard.
        ticket_columns: what a ticket file may contain, and the limits of an upload.
        clauses: clause packages and annexes.
        contract_rules: what is looked for in a finished draft.
        sourcing: what a request for proposal is written from.
        transfers: which flow of personal data needs which instrument.
        template: what a copy of a project leaves unanswered.
        files: what every file says, by its path in the checkout; where a value stands is looked up here.
    """

    sources: Mapping[str, Source]
    figures: tuple[ArticleFigure, ...]
    old_after: OldAfter
    countries: Mapping[str, Country]
    book: QuestionBook
    packs: Mapping[str, PlatformPack]
    check_rules: CheckRules
    parameters: Mapping[str, Parameter]
    pool_rules: PoolRules
    rates: tuple[HourlyRate, ...]
    rate_library: RateLibrary
    wage_floors: Mapping[str, WageFloor]
    currencies: Mapping[str, CurrencyEntry]
    claims: Mapping[str, PriceClaim]
    kpis: Mapping[str, Kpi]
    pilot_rules: PilotRules
    ticket_columns: TicketColumns
    clauses: ClauseLibrary
    contract_rules: tuple[Rule, ...]
    sourcing: SourcingBook
    transfers: tuple[TransferFlow, ...]
    template: Template
    files: Mapping[str, Any]


@lru_cache(maxsize=1)
def catalog() -> Catalog:
    """The catalog, read at the first call.

    Raises:
        catalog.reader.CatalogError: a file is malformed; says file, key, reason.
    """
    with keeping() as files:
        sources, kpis, book = load_sources(), load_kpis(), load_questions()
        packs = load_platforms(book, sources)
        return Catalog(
            sources=sources,
            figures=load_article_figures(sources),
            old_after=load_old_after(),
            countries=load_countries(),
            book=book,
            packs=packs,
            check_rules=load_check_rules(packs),
            parameters=load_parameters(sources=sources),
            pool_rules=load_pool_rules(sources),
            rates=load_rates(sources=sources),
            rate_library=load_rate_library(sources=sources),
            wage_floors=load_wage_floors(sources=sources),
            currencies=load_currencies(sources=sources),
            claims=load_price_claims(sources=sources),
            kpis=kpis,
            pilot_rules=load_criteria(kpis),
            ticket_columns=load_ticket_columns(),
            clauses=load_clauses(sources=sources),
            contract_rules=load_rules(),
            sourcing=load_sourcing(questions=book.questions, sources=sources),
            transfers=load_transfers(),
            template=load_template(book.questions),
            files=files,
        )
