"""From an origin to its words, by the sort of entry that states it."""

from collections.abc import Mapping

from domain.contract.clauses import Basis, CaseValues, Field
from domain.contract.rules import Rule
from domain.contract.transfers import TransferFlow
from domain.costing.currency import CurrencyEntry
from domain.costing.floors import MinimumWage, WageFloor
from domain.costing.parameters import Parameter
from domain.costing.pools import PoolRules
from domain.costing.rates import HourlyRate, LanguagePremium, ModelRate, PriceClaim
from domain.pilot.columns import FileLimit
from domain.pilot.rules import Criterion, GateRule, Rubric, Setting
from domain.requirements.checks import CheckRule, Limit
from domain.requirements.events import PeakEvent
from domain.requirements.platforms import PlatformRule
from domain.requirements.profiles import ProfileTemplate
from domain.requirements.questions import MarketDefault, Question
from domain.shared.kpis import Benchmark, Kpi, KpiTarget, ScoreScale
from domain.shared.sources import ArticleFigure, OldAfter
from domain.sourcing.rules import Aim, EvaluationLimit, Least, WeightingScheme
from domain.sourcing.wording import Also, DiligenceTopic
from services.sources import contract, costing, pilot, platforms, rates, register, requirements, sourcing
from services.sources.description import Describer, Description
from services.sources.walk import Named
from words import Language, has, say

_DESCRIBERS: Mapping[type, Describer] = {
    ArticleFigure: register.figure,
    Basis: contract.basis,
    Benchmark: pilot.benchmark,
    CaseValues: contract.case_values,
    CheckRule: requirements.check,
    Criterion: pilot.criterion,
    CurrencyEntry: rates.currency,
    Field: contract.field,
    FileLimit: pilot.file_limit,
    GateRule: pilot.gate,
    HourlyRate: costing.rate,
    Kpi: pilot.kpi,
    KpiTarget: pilot.target,
    LanguagePremium: rates.premium,
    Limit: requirements.check_limit,
    MinimumWage: rates.wage,
    ModelRate: rates.model,
    MarketDefault: requirements.market_default,
    OldAfter: register.old_after,
    Parameter: costing.parameter,
    PeakEvent: platforms.event,
    PlatformRule: platforms.standard,
    PoolRules: costing.pool_rules,
    PriceClaim: costing.claim,
    ProfileTemplate: platforms.profile,
    Question: requirements.question,
    Rubric: pilot.rubric,
    Rule: contract.rule,
    ScoreScale: pilot.scale,
    Setting: pilot.setting,
    TransferFlow: contract.flow,
    WageFloor: rates.floor,
    Aim: sourcing.aim,
    Also: sourcing.also,
    DiligenceTopic: sourcing.topic,
    EvaluationLimit: sourcing.limit,
    Least: sourcing.least,
    WeightingScheme: sourcing.scheme,
}


def describe(named: Named, language: Language) -> Description:
    """The words for one origin; an entry nobody described is named by its file, so that it is never left out."""
    describer = _DESCRIBERS.get(type(named.owner))
    if describer is not None:
        return describer(named.owner, named, language)
    key = f"sources_page.file.{named.file.split('/')[-1].removesuffix('.toml')}"
    return Description(topic="other", label=say(language, key) if has(key) else named.file)
