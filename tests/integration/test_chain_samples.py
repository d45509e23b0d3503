"""The samples besides the first one through the whole chain: a domestic shop in China, a brand of two in Europe.

What must and must not be said was written by hand, from the laws that apply and the answers of each sample.
"""

import re
import tomllib
from decimal import Decimal
from functools import lru_cache
from typing import Any

import pytest

from domain.requirements.record import Record
from domain.shared.money import Money
from domain.shared.paper import Form
from services.catalog import catalog
from services.contract import Contract, ContractCase, draft
from services.costing import cost_json, estimate_record
from services.requirements import from_file
from services.samples import sample_path
from services.sourcing import document_of, make_request
from services.unit import now
from tests.contract_case import lines

TMALL, SHOPIFY = "tmall-cosmetics", "shopify-two"
FORMS: tuple[Form, ...] = ("zh", "en", "bilingual")
# Words that only a contract for the EU has; names of sources on the cover are not among them.
EUROPEAN = re.compile(
    r"GDPR|欧盟|欧洲经济区|欧元|€|\beuros?\b|\bEUR\b|\bEU\b|Black Friday|黑色星期五|Europe/Berlin|multilingual",
    re.IGNORECASE,
)
CHINESE = re.compile(r"Personal Information Protection Law|个人信息保护法|\bPRC\b|CN¥|人民币|民法典|网信部门")
# A phone on which a party is told of an incident, and private phones at work, are no channel.
PHONE_CHANNEL = re.compile(
    r"telephon|call[- ]cent(?:er|re)|\bcalls\b|recordings|for phone|service_level_phone|通话|来电|呼叫中心|营销电话|电话的恢复",
    re.IGNORECASE,
)


@lru_cache
def record(sample: str) -> Record:
    return from_file(tomllib.loads(sample_path(sample, "requirements.toml").read_text(encoding="utf-8")))[1]


@lru_cache
def contract(sample: str) -> Contract:
    case = ContractCase(record=record(sample), estimate=estimate_record(record(sample)), plan=None, typed={})
    return draft(case)


def said(sample: str, form: Form = "bilingual") -> str:
    """The whole draft as text."""
    return "\n".join(lines(contract(sample).document(form)))


def asked(sample: str, form: Form = "bilingual", *, anonymous: bool = False) -> str:
    """The whole request for proposal as text."""
    made = make_request(record(sample), None, anonymous=anonymous, today=now().date())
    return "\n".join(lines(document_of(made, form)))


def without_sources(text: str) -> str:
    """The draft without the titles of sources, which the cover and the register call by their full names."""
    for source in catalog().sources.values():
        text = text.replace(source.title.zh, "").replace(source.title.en, "")
    return text


def value(sample: str, field: str) -> Any:
    return contract(sample).agreement.terms[field].value


def currencies(sample: str) -> set[str]:
    """The currencies of all sums that the contract of a sample uses."""
    agreement = contract(sample).agreement
    sums = (agreement.terms[name].value for name in agreement.in_use)
    return {each.currency for each in sums if isinstance(each, Money)}


@pytest.mark.parametrize("form", FORMS)
def test_a_domestic_draft_speaks_of_no_european_law_money_or_season(form: Form) -> None:
    assert EUROPEAN.findall(without_sources(said(TMALL, form))) == []


@pytest.mark.parametrize("form", FORMS)
def test_a_draft_between_two_european_firms_speaks_of_no_chinese_data_law_or_money(form: Form) -> None:
    # Counsel is told on the cover what a law other than Chinese law would mean: that list is advice, not the contract.
    text = without_sources(said(SHOPIFY, form))
    for article in contract(SHOPIFY).agreement.articles:
        if article.clause.legal_review is not None:
            text = text.replace(article.clause.legal_review.zh, "").replace(
                article.clause.legal_review.en, ""
            )
    assert CHINESE.findall(text) == []


@pytest.mark.parametrize("sample", [TMALL, SHOPIFY])
@pytest.mark.parametrize("form", FORMS)
def test_without_a_phone_channel_neither_draft_nor_request_has_phone_terms(sample: str, form: Form) -> None:
    assert PHONE_CHANNEL.findall(said(sample, form)) == []
    assert PHONE_CHANNEL.findall(asked(sample, form)) == []


@pytest.mark.parametrize("sample", [TMALL, SHOPIFY])
def test_the_drafts_have_no_blocker_and_leave_open_only_what_nobody_can_know_yet(sample: str) -> None:
    price = {TMALL: "rate_seat_month", SHOPIFY: "rate_ticket"}[sample]
    identity = {f"{p}_{w}" for p in ("merchant", "vendor") for w in ("reg_no", "address", "signatory")}
    contacts = {"merchant_notice_contact", "vendor_notice_contact"}
    later = {"vendor_name", "signing_date", "system_of_record", "rule_version_date", "setup_fee", price}
    # No question asks for the limits of a month; only the small shop says what a team leader may refund.
    refunds = {f"{who}_refund_limit_month" for who in ("agent", "team_lead")}
    refunds |= {"team_lead_refund_limit"} if sample == TMALL else set()
    assert set(contract(sample).blanks) == identity | contacts | later | refunds
    assert [found.code for found in contract(sample).findings if found.severity == "blocker"] == []


def test_every_sum_of_the_domestic_contract_is_in_yuan() -> None:
    assert currencies(TMALL) == {"CNY"}
    assert value(TMALL, "contract_currency") == "CNY"


def test_every_sum_of_the_european_contract_is_in_euro() -> None:
    assert currencies(SHOPIFY) == {"EUR"}


def test_each_contract_states_the_retention_hours_and_limits_of_its_own_record() -> None:
    # Straight from the two files: 6 and 3 months, 105 and 60 hours, 30 seconds.
    assert "at most 6 months after the Ticket is closed" in said(TMALL, "en")
    assert "at most 3 months after the Ticket is closed" in said(SHOPIFY, "en")
    assert value(TMALL, "coverage_hours_week") == 105
    assert value(SHOPIFY, "coverage_hours_week") == 60
    assert "within 30 seconds" in said(TMALL, "en")


def test_the_domestic_contract_lists_how_fast_tmall_and_jd_want_answers() -> None:
    text = said(TMALL, "en")
    assert "daily 08:00–23:00" in text
    assert "First human answer within 30 seconds" in text
    # What could not be confirmed is no standard to contract for.
    assert "45 seconds on average" not in text


def test_a_shop_of_ones_own_has_no_platform_standards() -> None:
    assert "Reply standards of the platforms" not in said(SHOPIFY, "en")
    assert "Standards of the platforms" not in asked(SHOPIFY, "en")


def test_the_level_asked_for_in_a_language_is_the_level_of_contract_and_request() -> None:
    assert "Staff writing in any other language hold at least level B2" in said(SHOPIFY, "en")
    assert "Italian B2" in asked(SHOPIFY, "en")
    # All of them native: no European framework in a contract about Chinese.
    assert "Common European Framework" not in said(TMALL, "en")


def test_late_payment_follows_the_law_of_the_parties() -> None:
    assert "hundredths of one per cent a day" in said(TMALL, "en")
    assert "European Central Bank" in said(SHOPIFY, "en")
    assert "hundredths of one per cent a day" not in said(SHOPIFY, "en")


def test_no_personal_data_leaves_china_in_the_domestic_case() -> None:
    ids = {article.clause.id for article in contract(TMALL).agreement.articles}
    assert "cross_border_transfer" not in ids
    assert "outside mainland China" not in asked(TMALL, "en")


def test_the_request_asks_the_domestic_vendor_for_yuan_and_the_european_one_for_euro() -> None:
    assert "EUR" not in asked(TMALL, "en")
    assert "CNY" in asked(TMALL, "en")
    assert "CNY" not in asked(SHOPIFY, "en")
    assert "EUR" in asked(SHOPIFY, "en")


@pytest.mark.parametrize(("sample", "name"), [(TMALL, "Hangzhou"), (SHOPIFY, "Paper Studio")])
def test_the_anonymous_request_hides_the_buyer(sample: str, name: str) -> None:
    assert name in asked(sample)
    assert name not in asked(sample, anonymous=True)


@pytest.mark.parametrize("sample", [TMALL, SHOPIFY])
def test_contract_and_estimate_say_the_same_number_of_people(sample: str) -> None:
    # cost.json is unrounded; the contract states full-time equivalents to one decimal.
    fte = cost_json(estimate_record(record(sample)))["staffing"]["fte"]
    assert float(value(sample, "seats")) == pytest.approx(fte, abs=0.05)


def test_an_hourly_domestic_contract_proposes_the_published_domestic_rate() -> None:
    # 20 to 50 yuan a paid hour, midpoint 35; a quarter of paid time is not productive: 35 / 0.75 = 46.67.
    answers = tomllib.loads(sample_path(TMALL, "requirements.toml").read_text(encoding="utf-8"))
    answers["answers"] |= {"billing_model": "hourly", "billing_basis": "productive_hour"}
    hourly = from_file(answers)[1]
    made = draft(ContractCase(record=hourly, estimate=estimate_record(hourly), plan=None, typed={}))
    assert made.agreement.terms["rate_hour"].value == Money(amount=Decimal("46.67"), currency="CNY")
