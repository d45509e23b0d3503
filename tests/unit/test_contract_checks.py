"""What a person should look at: one agreement in which each check finds something, one in which it does not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from domain.contract.agreement import Agreement
from domain.contract.checks import check_agreement
from domain.contract.clauses import Must
from domain.contract.wording import parse_wording
from domain.shared.layout import PrintedParagraph
from domain.shared.outcomes import Finding
from domain.shared.paper import Run
from domain.shared.sources import Bilingual
from tests.contract_case import agreement, case, countries, facts, library, rules
from words import say

FINDING = "contract.finding."


def findings(made: Agreement, code: str) -> list[Finding]:
    return [found for found in check_agreement(made, rules()) if found.code == FINDING + code]


def with_words(made: Agreement, clause: str, zh: str, en: str = "As agreed.") -> Agreement:
    """The agreement with the words of one article replaced, as a counterparty's draft might have them."""
    words = (PrintedParagraph(zh=(Run(text=zh),), en=(Run(text=en),), number="1.1"),)
    articles = tuple(
        replace(article, paragraphs=words) if article.clause.id == clause else article
        for article in made.articles
    )
    return replace(made, articles=articles)


def test_our_own_draft_has_no_blocker() -> None:
    assert [found for found in check_agreement(agreement(), rules()) if found.severity == "blocker"] == []


def test_every_must_element_of_every_clause_stands_in_our_own_wording() -> None:
    everything = case(bots_planned=True, recording_planned=True, monitoring_planned=True, replaces_team=True)
    assert findings(agreement(everything), "must_missing") == []


def test_a_repealed_law_is_found_with_its_place_and_source() -> None:
    (found,) = findings(
        with_words(agreement(), "legal_basis_recital", "根据《中华人民共和国合同法》订立。"), "repealed_law"
    )
    assert (found.severity, found.place, found.source) == ("blocker", "legal_basis_recital", "civil_code")
    assert found.values["given"] == "合同法"


def test_a_blank_is_found() -> None:
    assert findings(with_words(agreement(), "notices_esign", "发往【地址】。"), "blank_slot")


def test_a_fine_between_private_parties_is_found() -> None:
    assert findings(with_words(agreement(), "confidentiality", "泄密的，罚款五万元。"), "fine_wording")


def test_arbitration_or_court_is_found() -> None:
    both = "提交中国国际经济贸易仲裁委员会仲裁，或者向人民法院起诉。"
    assert findings(with_words(agreement(), "dispute_resolution", both), "arb_or_court")


def test_arbitration_without_an_institution_is_found_in_each_language() -> None:
    vague = with_words(agreement(), "dispute_resolution", "争议提交仲裁。", "Disputes go to arbitration.")
    assert len(findings(vague, "arb_no_institution")) == 2


def test_a_court_clause_needs_no_institution() -> None:
    assert findings(agreement(typed={"forum": "court"}), "arb_no_institution") == []


def test_arbitration_abroad_without_anything_foreign_is_found() -> None:
    domestic = case("CN")
    abroad = agreement(domestic, typed={"arbitration_institution": "hkiac", "arbitration_seat": "hong_kong"})
    assert {found.place for found in findings(abroad, "foreign_arbitration")} == {
        "field.arbitration_institution",
        "field.arbitration_seat",
    }
    assert findings(agreement(typed={"arbitration_institution": "hkiac"}), "foreign_arbitration") == []


def test_a_slow_breach_notice_is_found() -> None:
    made = agreement()
    term = made.terms["vendor_notice_eu_h"]
    late = replace(made, terms={**made.terms, "vendor_notice_eu_h": replace(term, value=72)})
    (found,) = findings(late, "breach_clock")
    assert (found.values["given"], found.values["limit"], found.source) == (72, 48, "gdpr")
    assert findings(made, "breach_clock") == []


def test_the_articles_attrition_of_15_percent_is_called_lax() -> None:
    (found,) = findings(agreement(typed={"attrition_month_max": Decimal("0.15")}), "attrition_lax")
    assert (found.severity, found.place) == ("warning", "field.attrition_month_max")
    assert findings(agreement(), "attrition_lax") == []


def test_a_first_contact_resolution_of_90_percent_is_called_unrealistic() -> None:
    line = replace(facts().kpis[0], id="fcr.email", target=Decimal("0.90"))
    bold = agreement(annex_facts=replace(facts(), kpis=(line,)))
    assert [found.place for found in findings(bold, "fcr_unrealistic")] == ["annex.kpi"]
    fair = replace(facts(), kpis=(replace(line, target=Decimal("0.75")),))
    assert findings(agreement(annex_facts=fair), "fcr_unrealistic") == []


def test_a_phone_target_after_answering_is_called_nonsense() -> None:
    line = replace(
        facts().kpis[0],
        definition=Bilingual(zh="电话接听后20秒内响应", en="calls answered within 20 seconds of queueing"),
    )
    made = agreement(annex_facts=replace(facts(), kpis=(line,)))
    assert [found.place for found in findings(made, "phone_sla_nonsense")] == ["annex.kpi"]


def test_serbia_treated_as_the_eu_is_found() -> None:
    wrong = agreement(
        replace(case("RS"), jurisdiction="CN_EU"), prefills={"requirements.vendor_country": "RS"}
    )
    (found,) = findings(wrong, "serbia_as_eu")
    assert found.values["country"] == countries()["RS"].name
    assert findings(agreement(case("RS")), "serbia_as_eu") == []


def test_a_pilot_before_the_data_terms_are_signed_is_found() -> None:
    def pilot(**dates: Any) -> list[Finding]:
        return findings(agreement(case(**dates)), "no_dpa_before_pilot")

    start = date(2026, 10, 5)
    assert pilot(pilot_start=start)
    assert pilot(pilot_start=start, data_terms_signed_on=date(2026, 10, 6))
    assert not pilot(pilot_start=start, data_terms_signed_on=start)
    assert not pilot()


def test_a_link_to_the_closed_odr_platform_is_found() -> None:
    linked = with_words(agreement(), "consumer_law", "见链接。", "See https://ec.europa.eu/consumers/odr.")
    assert [found.place for found in findings(linked, "odr_link")] == ["consumer_law"]


def test_a_claim_nobody_could_verify_is_found() -> None:
    claim = with_words(agreement(), "channels_languages", "使用德语答复，成功率提高37%。")
    assert findings(claim, "unverified_claim")


def test_a_missing_element_is_named_with_its_clause() -> None:
    (found, *_) = findings(with_words(agreement(), "breach_notification", "及时通知。"), "must_missing")
    assert found.place == "breach_notification"
    assert found.values["title"].zh == "安全事件通知"


def test_a_forbidden_element_is_a_blocker() -> None:
    made = agreement()
    banned = Must(
        id="x", text=Bilingual(zh="附款", en="pay when paid"), keywords_zh=("收到平台回款后",), forbidden=True
    )
    articles = tuple(
        replace(a, clause=replace(a.clause, must=(banned,))) if a.clause.id == "invoicing_payment" else a
        for a in made.articles
    )
    made = replace(made, articles=articles)
    assert findings(made, "must_forbidden") == []
    assert findings(with_words(made, "invoicing_payment", "收到平台回款后付款。"), "must_forbidden")


def test_a_value_of_the_record_outside_the_clauses_range_is_shown() -> None:
    (found,) = findings(agreement(prefills={"requirements.peak_multiplier": 9}), "prefill_outside")
    assert found.place == "field.peak_multiplier"
    assert found.values["given"].en == "9"


def test_a_reference_to_a_clause_left_out_reads_as_a_sentence_and_is_shown() -> None:
    wording = parse_wording("保险依{{ref:insurance}}。", "Cover follows {{ref:insurance}}.")
    packages = tuple(
        replace(package, wording=wording) if package.clause.id == "indemnity" else package
        for package in library().packages
    )
    pointing = replace(library(), packages=packages)
    assert findings(agreement(clauses=pointing), "reference_absent") == []
    without = agreement(clauses=pointing, left_out=("insurance",))
    (found,) = findings(without, "reference_absent")
    assert (found.place, found.values["title"].en) == ("indemnity", "Insurance")
    words = next(a for a in without.articles if a.clause.id == "indemnity").paragraphs[0]
    assert words.text("zh") == "保险依双方另行书面约定的“保险”条款。"


def test_an_annex_row_goes_with_the_clause_whose_field_it_prints() -> None:
    without = agreement(left_out=("non_solicitation",))
    table = next(annex for annex in without.annexes if annex.id == "damages").parts[0].table
    assert table is not None
    assert len(table.rows) == 1


def test_each_open_term_is_listed() -> None:
    places = {found.place for found in findings(agreement(), "open_term")}
    assert "field.vendor_reg_no" in places
    assert "field.rate_hour" not in places
    closed = agreement(typed={"vendor_reg_no": "KRS 0000000000"})
    assert "field.vendor_reg_no" not in {found.place for found in findings(closed, "open_term")}


def test_blockers_come_first() -> None:
    found = check_agreement(with_words(agreement(), "boilerplate", "每次罚款。"), rules())
    assert found[0].code == FINDING + "fine_wording"


def test_every_finding_can_be_said_in_both_languages() -> None:
    """What is shown: texts in the language, numbers formatted first."""
    broken = with_words(
        agreement(), "dispute_resolution", "争议提交仲裁或者向人民法院起诉，罚款【若干】。", "Arbitration."
    )
    found = check_agreement(broken, rules())
    assert len({finding.code for finding in found}) > 4
    for language in ("zh", "en"):
        for finding in found:
            values = {
                name: value[language] if isinstance(value, Bilingual) else str(value)
                for name, value in finding.values.items()
            }
            assert say(language, finding.code, **values)


def test_a_price_in_another_currency_than_the_contracts_is_found() -> None:
    (found,) = findings(
        agreement(typed={"rate_hour": {"amount": "150", "currency": "CNY"}}), "currency_differs"
    )
    assert (found.severity, found.place) == ("warning", "field.rate_hour")
    assert (found.values["given"], found.values["currency"]) == ("CNY", "EUR")


def test_damages_and_limits_may_stand_in_a_currency_of_their_own() -> None:
    # The catalogue has the damages for a leak in CNY, the sample's threshold is in USD, the contract in EUR.
    threshold = {"requirements.high_value_threshold": {"amount": "500", "currency": "USD"}}
    assert findings(agreement(prefills=threshold), "currency_differs") == []


def test_a_sum_the_contract_does_not_print_is_not_compared() -> None:
    dollars = {"rate_ticket": {"amount": "2", "currency": "USD"}}
    hourly = agreement(typed=dollars)
    assert "field.rate_ticket" not in {each.place for each in findings(hourly, "currency_differs")}
    per_ticket = agreement(typed={**dollars, "billing_model": "per_ticket"})
    assert "field.rate_ticket" in {each.place for each in findings(per_ticket, "currency_differs")}
