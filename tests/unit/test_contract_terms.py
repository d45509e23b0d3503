"""Every negotiated value has one value and says where it comes from."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from domain.contract.clauses import Choice, Field
from domain.contract.terms import Prefilled, check_value, outside, settle_terms, value_from
from domain.shared.money import Money
from domain.shared.outcomes import DomainError
from domain.shared.sources import Bilingual, Origin
from words import say

ORIGIN = Origin(source="house_judgement", locator="", checked_on=date(2026, 11, 22), valid_from="unknown")


def field(kind: str, **values: Any) -> Field:
    made: dict[str, Any] = {
        "id": "f",
        "kind": kind,
        "label": Bilingual(zh="值", en="Value"),
        "origin": ORIGIN,
    }
    return Field(**{**made, **values})


HOURS = field("integer", unit="hour", default=24, minimum=12, maximum=48, prefill="pilot.escalate_within_h")
SHARE = field("share", default=Decimal("0.05"), minimum=Decimal("0.02"), maximum=Decimal("0.15"))
MONEY = field("money", default=30, minimum=0, maximum=200, currency="EUR")
FORUM = field("choice", default="court", choices=(Choice(id="court", zh="诉讼", en="Court"),))


def settle(item: Field, prefills: dict[str, Any] | None = None, typed: Any = None) -> Any:
    given = {name: Prefilled(value=value) for name, value in (prefills or {}).items()}
    return settle_terms([item], given, {"f": typed})["f"]


def test_without_anything_else_the_clause_default_holds_with_its_source() -> None:
    term = settle(HOURS)
    assert (term.value, term.origin, term.source) == (24, "default", "house_judgement")


def test_the_record_comes_before_the_default() -> None:
    term = settle(HOURS, {"pilot.escalate_within_h": 30})
    assert (term.value, term.origin) == (30, "pilot")


def test_what_is_typed_in_the_contract_comes_before_the_record() -> None:
    term = settle(HOURS, {"pilot.escalate_within_h": 30}, 36)
    assert (term.value, term.origin) == (36, "typed")


def test_a_value_typed_and_taken_back_falls_to_the_record() -> None:
    assert settle(HOURS, {"pilot.escalate_within_h": 30}, None).origin == "pilot"


def test_what_nobody_said_stays_open_and_is_never_zero() -> None:
    term = settle(field("money", currency="EUR", origin=None))
    assert (term.value, term.origin) == (None, "open")


def test_a_value_of_the_record_may_lie_outside_the_limits_but_is_known_to() -> None:
    term = settle(HOURS, {"pilot.escalate_within_h": 72})
    assert term.value == 72
    assert outside(HOURS, term.value)


def test_a_term_equal_to_its_default_is_no_deviation() -> None:
    assert not settle(MONEY, typed={"amount": "30.00", "currency": "EUR"}).changed
    assert settle(MONEY, typed={"amount": "30.50", "currency": "EUR"}).changed


@pytest.mark.parametrize(
    ("item", "raw", "value"),
    [
        (HOURS, "24", 24),
        (SHARE, 0.1, Decimal("0.1")),
        (SHARE, "0.12", Decimal("0.12")),
        (MONEY, {"amount": "19.005", "currency": "EUR"}, Money(amount=Decimal("19.01"), currency="EUR")),
        (MONEY, Money(amount=Decimal(200), currency="EUR"), Money(amount=Decimal(200), currency="EUR")),
        (field("decimal"), 950.625, Decimal("950.63")),
        (field("decimal"), Decimal(2000), Decimal(2000)),
        (field("date"), "2026-11-22", date(2026, 11, 22)),
        (field("text"), "  Łódź & <Spółka> ", "Łódź & <Spółka>"),
        (field("text"), {"zh": "甲", "en": "A"}, Bilingual(zh="甲", en="A")),
        (FORUM, "court", "court"),
        (field("languages"), ["de", "fr", "de"], ("de", "fr")),
        (field("countries"), "PL", ("PL",)),
        (field("boolean"), True, True),
    ],
)
def test_a_typed_value_is_read_as_its_field_wants_it(item: Field, raw: Any, value: Any) -> None:
    assert check_value(item, raw) == value


@pytest.mark.parametrize(
    ("item", "raw", "code"),
    [
        (HOURS, "soon", "contract.value_not_integer"),
        (HOURS, 24.5, "contract.value_not_integer"),
        (HOURS, True, "contract.value_not_integer"),
        (HOURS, 49, "contract.value_outside"),
        (HOURS, 11, "contract.value_outside"),
        (SHARE, "5%", "contract.value_not_share"),
        (SHARE, float("nan"), "contract.value_not_share"),
        (SHARE, Decimal("0.16"), "contract.value_outside"),
        (MONEY, 30, "contract.value_not_money"),
        (MONEY, {"amount": "30"}, "contract.value_not_money"),
        (MONEY, {"amount": "30", "currency": "BTC"}, "contract.value_not_money"),
        (MONEY, {"amount": "201", "currency": "EUR"}, "contract.value_outside"),
        (field("decimal", minimum=1), 0, "contract.value_below"),
        (field("decimal", maximum=1), 2, "contract.value_above"),
        (field("date"), "22.11.2026", "contract.value_not_date"),
        (field("text"), "  ", "contract.value_not_text"),
        (field("text"), "two\nlines", "contract.value_not_text"),
        (field("text"), "bell\x07", "contract.value_not_text"),
        (FORUM, "duel", "contract.value_not_offered"),
        (field("choices", choices=FORUM.choices), [], "contract.value_not_choices"),
        (field("languages"), ["German"], "contract.value_not_languages"),
        (field("countries"), ["Poland"], "contract.value_not_countries"),
        (field("boolean"), "yes", "contract.value_not_boolean"),
    ],
)
def test_a_value_the_field_does_not_take_is_refused_in_words(item: Field, raw: Any, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        check_value(item, raw)
    assert refused.value.code == code
    for language in ("zh", "en"):
        assert "f" in say(language, code, **refused.value.values)


def test_a_refusal_names_the_limits_as_people_type_them() -> None:
    with pytest.raises(DomainError) as refused:
        check_value(SHARE, Decimal("0.2"))
    assert (refused.value.values["minimum"], refused.value.values["maximum"]) == ("2%", "15%")


def test_money_in_another_currency_has_no_limit_to_break() -> None:
    assert check_value(MONEY, {"amount": "1500", "currency": "CNY"}) == Money(
        amount=Decimal(1500), currency="CNY"
    )


def test_an_unknown_field_is_refused_by_name() -> None:
    with pytest.raises(DomainError) as refused:
        settle_terms([HOURS], {}, {"hours_of_sleep": 8})
    assert (refused.value.code, refused.value.values["field"]) == ("contract.field_unknown", "hours_of_sleep")


def test_a_value_can_be_asked_for_by_the_name_of_the_record() -> None:
    terms = settle_terms([HOURS], {}, {"f": 36})
    assert value_from(terms, "pilot.escalate_within_h") == 36
    assert value_from(terms, "requirements.forum") is None
