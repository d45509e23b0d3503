"""One whole case for the contract tests: a Chinese seller of the built-in example with a Polish vendor (E.3)."""

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from catalog.annexes import load_transfers
from catalog.clauses import load_clauses
from catalog.contract_rules import load_rules
from catalog.countries import load_countries
from domain.contract.agreement import Agreement
from domain.contract.circumstances import Circumstances, derive_jurisdiction
from domain.contract.clause_library import ClauseLibrary
from domain.contract.compose import compose
from domain.contract.facts import AnnexFacts, DayHours, KpiLine, Peak, PilotCriterion, PilotTerms
from domain.contract.rules import Rule
from domain.contract.terms import Prefilled, fields_of_case, settle_terms
from domain.shared.countries import Country
from domain.shared.paper import Document, Heading, Paragraph, Table
from domain.shared.sources import Bilingual, Source
from words.lexicon import Lexicon

PREFILLS = {
    "requirements.merchant_name": Bilingual(
        zh="深圳示例贸易有限公司", en="Shenzhen Example Trading Co., Ltd."
    ),
    "requirements.merchant_country": "CN",
    "requirements.vendor_name": "Łódź Przykład & Synowie Sp. z o.o.",
    "requirements.vendor_country": "PL",
    "requirements.languages": ["de", "fr", "es", "it", "en"],
    "requirements.native_languages": ["de", "fr", "es"],
    "requirements.channels": ["email", "marketplace", "chat", "phone"],
    "requirements.platforms": ["amazon", "own_shop"],
    "requirements.shops": "Beispiel DE, Exemple FR",
    "requirements.scenarios": ["presale", "returns_refunds", "complaint", "dispute"],
    "requirements.markets": ["DE", "FR", "ES", "IT"],
    "requirements.coverage_text": Bilingual(
        zh="星期一至星期六 09:00–19:00", en="Monday to Saturday 09:00–19:00"
    ),
    "requirements.coverage_hours_week": 60,
    "requirements.contacts_month": 6000,
    "requirements.peak_months": Bilingual(zh="十一月和十二月", en="November and December"),
    "requirements.eu_representative": "Beispiel Vertreter GmbH, Berlin",
    # E.3: 14 EUR a paid hour at 30 % shrinkage is 20 EUR a productive hour; 950.6 pooled hours; 19,013 EUR.
    "costing.rate_hour": {"amount": "20.00", "currency": "EUR"},
    "costing.hours_month": Decimal("950.6"),
    "costing.fee_month": {"amount": "19013", "currency": "EUR"},
    "pilot.weeks": 4,
}


@lru_cache(maxsize=1)
def library() -> ClauseLibrary:
    return load_clauses()


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    return load_rules()


@lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    return dict(load_countries())


def case(vendor: str = "PL", merchant: str = "CN", **changes: Any) -> Circumstances:
    seat, place = countries()[merchant], countries()[vendor]
    made = Circumstances(
        jurisdiction=derive_jurisdiction(seat, place),
        merchant=seat,
        vendor=place,
        eea=frozenset(code for code, country in countries().items() if country.eea),
        has_peak=True,
        returns_handled=True,
        pilot_before_contract=True,
    )
    return replace(made, **changes)


def facts() -> AnnexFacts:
    def kpi(kpi_id: str, zh: str, en: str, target: str) -> KpiLine:
        return KpiLine(
            id=kpi_id,
            version=1,
            name=Bilingual(zh=zh, en=en),
            definition=Bilingual(
                zh="按时首响的工单数除以时限已过的工单数", en="tickets answered in time over tickets due"
            ),
            target=Decimal(target),
            unit="share",
            direction="up",
            window=Bilingual(zh="自然月", en="calendar month"),
            min_sample=50,
        )

    speed = Bilingual(zh="回复速度", en="Reply speed")
    return AnnexFacts(
        kpis=(
            kpi("frt_within.email", "邮件首响达标率", "E-mail first response", "0.9"),
            kpi("frt_within.chat", "在线聊天首响达标率", "Chat first response", "0.9"),
        ),
        hours=tuple(
            DayHours(weekday=day, windows=(("09:00", "19:00"),) if day < 6 else ()) for day in range(7)
        ),
        peaks=(
            Peak(
                name=Bilingual(zh="黑色星期五", en="Black Friday"),
                when=Bilingual(zh="11月", en="Nov"),
                multiplier=Decimal(2),
                lead_weeks=2,
            ),
        ),
        transfers=load_transfers(),
        pilot=PilotTerms(
            criteria=(PilotCriterion(name=speed, kpis=(speed,), weight=Decimal("0.25")),),
            gates=(Bilingual(zh="数据安全事件", en="Data incident"),),
            pass_score=Decimal(75),
            criterion_score=Decimal(60),
        ),
    )


def agreement(
    circumstances: Circumstances | None = None,
    *,
    prefills: dict[str, Any] | None = None,
    typed: dict[str, Any] | None = None,
    annex_facts: AnnexFacts | None = None,
    left_out: tuple[str, ...] = (),
    clauses: ClauseLibrary | None = None,
) -> Agreement:
    given = {name: Prefilled(value=value) for name, value in {**PREFILLS, **(prefills or {})}.items()}
    clauses, here = clauses or library(), circumstances or case()
    return compose(
        clauses,
        here,
        settle_terms(fields_of_case(clauses.fields.values(), here.jurisdiction), given, typed or {}),
        annex_facts or facts(),
        countries=countries(),
        lexicon=Lexicon(),
        left_out=left_out,
    )


def lines(document: Document) -> list[str]:
    """Every text of a document in reading order."""
    found = [text for _, text in document.title]
    for block in document.blocks:
        if isinstance(block, Heading):
            found.extend(text for _, text in block.texts)
        elif isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, Table):
            rows = (block.header, *block.rows)
            found.extend(text for row in rows for cell in row for _, text in cell.texts)
    return found


NO_SOURCES: dict[str, Source] = {}
