"""The contract of a project: from the one record to clause, cover, annex, files; typed terms over it."""

import io
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from domain.contract.terms import Term
from domain.shared.money import Money
from domain.shared.outcomes import DomainError
from domain.shared.paper import Document
from domain.shared.people import Actor
from services.contract import ProjectContract, read_contract
from services.contract_terms import save_term
from services.costing import cost_json
from services.projects import create_project
from services.requirements import save_answer
from services.samples import open_sample
from tests.contract_case import lines
from tests.requirements_case import a_desk


@pytest.fixture
def actor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Actor]:
    with a_desk(tmp_path, monkeypatch, "en") as desk:
        yield desk.actor


@pytest.fixture
def project(actor: Actor) -> str:
    return open_sample(actor)


def term(made: ProjectContract, field: str) -> Term:
    assert made.contract is not None
    return made.contract.agreement.terms[field]


def words(document: Document) -> str:
    return "\n".join(lines(document))


def word_text(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read("word/document.xml").decode()


def test_start_and_prevailing_language_come_from_the_requirements(actor: Actor, project: str) -> None:
    made = read_contract(actor, project)
    assert term(made, "service_start_date").origin == "requirements"
    assert "1 Feb 2027" in words(made.document("en"))
    save_answer(actor, project, "prevailing_language", "equal")
    made = read_contract(actor, project)
    assert term(made, "prevailing_language").value == "equal"
    assert "both texts are equally authentic" in words(made.document("en"))


def test_the_number_in_the_clause_is_the_number_of_the_calculation(actor: Actor, project: str) -> None:
    # E.3: 950.6 pooled hours at 6,000 contacts; the pools with little traffic stay on their coverage floor.
    before = read_contract(actor, project)
    assert round(Decimal(str(term(before, "hours_month").value)), 1) == Decimal("950.6")
    save_answer(
        actor, project, "contacts_month", {"email": 6600, "marketplace": 1200, "chat": 3000, "phone": 1200}
    )
    after = read_contract(actor, project)
    assert after.case.estimate is not None
    cost = cost_json(after.case.estimate)
    # Twice the contacts are twice the workload: 2 x 650 hours.
    assert cost["demand"]["workload_hours"] == pytest.approx(1300)
    hours = Decimal(str(cost["staffing"]["pooled_hours"])).quantize(Decimal("0.01"))
    assert hours != Decimal("950.63")
    assert term(after, "hours_month").value == hours
    rate, fee = term(after, "rate_hour").value, term(after, "fee_month").value
    # 14 EUR a paid hour at 30 % shrinkage is 20 EUR a productive hour.
    assert rate == Money(amount=Decimal(20), currency="EUR")
    # The fee is that of the cost page, from the hours before they are rounded for print.
    unrounded = Decimal(str(cost["regions"]["east"]["paid_basis"]["base"]))
    assert fee == Money(amount=unrounded.quantize(Decimal("0.01")), currency="EUR")
    assert_printed_everywhere(after, f"{hours:,} hours")
    assert "12,000" in words(after.document("en"))


def assert_printed_everywhere(made: ProjectContract, figure: str) -> None:
    """In a clause, on the cover, in an annex and in the Word file."""
    assert made.contract is not None
    agreement = made.contract.agreement
    clauses = "\n".join(p.text("en") for article in agreement.articles for p in article.paragraphs)
    annexes = "\n".join(p.text("en") for a in agreement.annexes for part in a.parts for p in part.paragraphs)
    assert figure in clauses
    assert figure in annexes
    assert words(made.document("en")).count(figure) >= 3
    assert figure in word_text(made.file("en", "docx"))


def test_a_typed_rate_changes_clause_fee_and_file(actor: Actor, project: str) -> None:
    save_term(actor, project, "rate_hour", {"amount": "21.50", "currency": "EUR"})
    made = read_contract(actor, project)
    assert term(made, "rate_hour").origin == "typed"
    # 950.625 hours, of which the clause prints 950.63, x 21.50 = 20,438.4375.
    assert term(made, "fee_month").value == Money(amount=Decimal("20438.44"), currency="EUR")
    assert "€21.50" in words(made.document("en"))
    assert "€21.50" in word_text(made.file("en", "docx"))


def test_the_estimated_fee_says_the_hours_it_was_multiplied_from(actor: Actor, project: str) -> None:
    fee = term(read_contract(actor, project), "fee_month")
    # 950.625 x 20: with the 950.63 hours of the clause it would be ten cents more than the cost page says.
    assert fee.value == Money(amount=Decimal("19012.50"), currency="EUR")
    assert fee.detail is not None
    assert fee.detail.en == "950.625 h × 20"


def test_a_value_taken_back_gives_way_to_the_record_again(actor: Actor, project: str) -> None:
    save_term(actor, project, "payment_days", 20)
    assert term(read_contract(actor, project), "payment_days").value == 20
    save_term(actor, project, "payment_days", None)
    made = read_contract(actor, project)
    assert term(made, "payment_days").origin == "default"
    assert made.entries == {}


def test_a_refused_value_is_kept_and_named_but_not_printed(actor: Actor, project: str) -> None:
    # The clause on the trial period allows one to three months (trade article, line 71).
    save_term(actor, project, "trial_months", 9)
    made = read_contract(actor, project)
    assert made.entries["trial_months"].value == 9
    assert made.entries["trial_months"].state == "draft"
    assert made.refused["trial_months"].code == "contract.value_outside"
    assert made.refused["trial_months"].values["maximum"] == "3"
    assert term(made, "trial_months").value == 3


def test_equal_content_is_drafted_once_and_changed_content_anew(actor: Actor, project: str) -> None:
    first, again = read_contract(actor, project), read_contract(actor, project)
    assert again.document("zh") is first.document("zh")
    save_term(actor, project, "signing_date", "2027-01-15")
    changed = read_contract(actor, project)
    assert "2027年1月15日" in words(changed.document("zh"))
    assert "2027年1月15日" not in words(first.document("zh"))


def test_without_the_seat_of_the_vendor_there_is_no_draft_but_the_question(actor: Actor) -> None:
    made = read_contract(actor, create_project(actor, "Empty"))
    assert made.contract is None
    assert made.problem is not None
    assert made.problem.values["question"] == "merchant_country"
    assert made.section_to_answer == "company"
    with pytest.raises(DomainError):
        made.file("en", "pdf")


def test_an_unknown_field_is_refused_by_name(actor: Actor, project: str) -> None:
    with pytest.raises(DomainError) as refused:
        save_term(actor, project, "no_such_field", 1)
    assert refused.value.code == "contract.field_unknown"


def test_two_people_who_type_the_same_open_term_do_not_overwrite_each_other(
    actor: Actor, project: str
) -> None:
    seen = read_contract(actor, project)
    save_term(actor, project, "payment_days", 20, version=seen.version("payment_days"))
    with pytest.raises(DomainError) as refused:
        save_term(actor, project, "payment_days", 25, version=seen.version("payment_days"))
    assert refused.value.code == "accounts.overtaken"
    assert term(read_contract(actor, project), "payment_days").value == 20


@pytest.mark.parametrize(
    ("text", "point"), [("Ship \U0001f4e6 GmbH", "U+1F4E6"), ("evil\u200egnp", "U+200E")]
)
def test_what_no_file_can_hold_is_refused_where_it_is_typed(
    actor: Actor, project: str, text: str, point: str
) -> None:
    save_term(actor, project, "vendor_name", {"zh": "示例公司", "en": text})
    made = read_contract(actor, project)
    assert made.refused["vendor_name"].code == "contract.value_not_printable"
    assert made.refused["vendor_name"].values["code_point"] == point
    assert made.file("en", "pdf").startswith(b"%PDF-")


def test_what_no_file_can_hold_blocks_a_contract_whose_record_has_it(actor: Actor, project: str) -> None:
    save_answer(actor, project, "shops", "Muster \U0001f4e6 Shop")
    made = read_contract(actor, project).contract
    assert made is not None
    (found,) = made.unprintable
    assert (found.severity, found.place, found.values["code_point"]) == ("blocker", "field.shops", "U+1F4E6")


def test_both_files_are_what_their_names_say(actor: Actor, project: str) -> None:
    made = read_contract(actor, project)
    assert made.file("bilingual", "pdf").startswith(b"%PDF-")
    text = word_text(made.file("bilingual", "docx"))
    assert "客户服务外包合同" in text
    assert "Customer Service Outsourcing Agreement" in text


@pytest.mark.parametrize(("answer", "calendar"), [("vendor_site", "Poland"), ("market", "Germany")])
def test_the_clause_names_a_calendar_not_the_answer_to_a_question(
    actor: Actor, project: str, answer: str, calendar: str
) -> None:
    save_answer(actor, project, "holiday_calendar", answer)
    text = words(read_contract(actor, project).document("en"))
    assert f"the official calendar of public holidays of the following place: {calendar};" in text
    assert f"Public holidays (Holiday Calendar: {calendar}): no human service." in text
    assert "No service on public holidays" not in text


def test_the_annex_decides_the_pilot_by_the_rules_of_the_scorecard(actor: Actor, project: str) -> None:
    # domain.md C: five criteria weighing 25, 25, 20, 20, 10; pass at 75 in total and 60 in each; hard gates.
    made = read_contract(actor, project).contract
    assert made is not None
    annex = next(each for each in made.agreement.annexes if each.id == "pilot")
    rows = [row for part in annex.parts if part.table for row in part.table.rows]
    weights = [row[2].en for row in rows if len(row) > 2 and row[2].en.endswith("%")]
    assert weights == ["25%", "25%", "20%", "20%", "10%"]
    text = " ".join(cell.en for row in rows for cell in row)
    assert "75" in text
    assert "60" in text
    assert "Data incident" in text
