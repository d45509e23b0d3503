"""Every kind of answer but times: what is accepted and in which form, what is refused and with which words."""

import re
from datetime import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import words
from domain.requirements.questions import Kind
from tests.answer_case import CHANNELS, PEAK, accepted, refused

DOMAIN = Path(__file__).resolve().parents[2] / "domain" / "requirements"


def test_text_loses_the_blanks_around_it_and_stays_on_one_line() -> None:
    assert accepted("text", "  Łódź & Söhne  ") == "Łódź & Söhne"
    assert refused("text", "one\ntwo").code == "answer.control_character"
    assert accepted("long_text", "one\r\ntwo") == "one\ntwo"


def test_blank_and_endless_texts_are_refused() -> None:
    assert refused("text", "   ").code == "answer.empty"
    assert refused("text", "x" * 201).values["most"] == 200
    assert refused("text", "abcdef", maximum=Decimal(5)).values["given"] == 6
    assert refused("text", "bell\x07").values["given"] == "U+0007"
    assert refused("text", 7).code == "answer.not_text"


def test_whole_numbers_are_whole_and_within_their_limits() -> None:
    assert accepted("integer", Decimal("4.0")) == 4
    assert refused("integer", 4.5).code == "answer.not_whole"
    assert refused("integer", True).code == "answer.not_number"
    assert refused("integer", "4").code == "answer.number_as_text"
    assert refused("integer", "four").code == "answer.not_number"
    assert refused("integer", 5, minimum=Decimal(2), maximum=Decimal(4)).values["maximum"] == "4"
    assert refused("integer", 1, minimum=Decimal(2)).values["minimum"] == "2"


def test_numbers_that_are_none_are_refused() -> None:
    for value in (float("nan"), float("inf")):
        assert refused("number", value).code == "answer.not_number"
    assert accepted("number", Decimal("8.20")) == 8.2


def test_a_share_is_a_part_of_one_and_its_limits_are_said_in_percent() -> None:
    assert accepted("share", Decimal("0.80")) == 0.8
    refusal = refused("share", 80, minimum=Decimal("0.3"), maximum=Decimal("0.95"))
    assert (refusal.values["given"], refusal.values["maximum"]) == ("8000%", "95%")
    assert (refusal.values["percent"], refusal.values["share"]) == ("80%", "0.8")
    assert refusal.code == "answer.share_as_percent"
    # 120 % is a share above the whole, not a percentage without its sign.
    assert refused("share", Decimal("1.2"), minimum=Decimal("0.3")).code == "answer.share_outside"


def test_money_is_exact_and_has_a_currency() -> None:
    assert accepted("money", {"amount": "9000.50", "currency": "EUR"}) == {
        "amount": "9000.5",
        "currency": "EUR",
    }
    assert accepted("money", {"amount": 9000, "currency": "CNY"})["amount"] == "9000"
    assert refused("money", {"amount": "9000"}).code == "answer.not_money"
    assert refused("money", {"amount": "9000", "currency": "BTC"}).code == "answer.unknown_currency"
    assert refused("money", {"amount": "-1", "currency": "EUR"}).code == "answer.below"
    assert refused("money", {"amount": "NaN", "currency": "EUR"}).code == "answer.not_number"
    assert refused("money", {"amount": "nine", "currency": "EUR"}).code == "answer.not_number"


@pytest.mark.parametrize("amount", ["20.005", "0.001", Decimal("20.005"), 20.005])
def test_money_has_no_more_decimals_than_its_currency(amount: Any) -> None:
    refusal = refused("money", {"amount": amount, "currency": "EUR"})
    assert (refusal.code, refusal.values["most"]) == ("answer.too_exact", 2)


@pytest.mark.parametrize("amount", ["1e3", "1_000", "٥", "５", " 20", "", "inf"])
def test_an_amount_is_written_in_plain_digits(amount: str) -> None:
    assert refused("money", {"amount": amount, "currency": "EUR"}).code == "answer.not_number"


@pytest.mark.parametrize(
    ("value", "said"),
    [(True, "true"), (time(9, 0), "09:00"), (["closed"], "closed"), (float("inf"), "∞"), (None, "–")],
)
def test_what_was_given_is_said_as_people_write_it(value: Any, said: str) -> None:
    assert refused("number", value).values["given"] == said


def test_yes_is_not_one() -> None:
    assert accepted("boolean", False) is False
    assert refused("boolean", 1).code == "answer.not_boolean"


def test_choices_come_back_in_the_order_of_the_question() -> None:
    assert accepted("choices", ["phone", "email"], choices=CHANNELS) == ["email", "phone"]
    assert accepted("choice", "chat", choices=CHANNELS) == "chat"
    assert refused("choices", ["email", "email"], choices=CHANNELS).code == "answer.twice"
    assert refused("choice", "fax", choices=CHANNELS).values["choices"] == "email, chat, phone"
    assert refused("choices", "email", choices=CHANNELS).code == "answer.not_a_list"


def test_an_unknown_country_or_language_is_named() -> None:
    assert accepted("country", "uk") == "GB"
    assert accepted("countries", ["EL", "DE"]) == ["GR", "DE"]
    assert refused("country", "XX").values["given"] == "XX"
    assert accepted("languages", ["DE", "fr"]) == ["de", "fr"]
    assert refused("languages", ["klingon"]).values["given"] == "klingon"


def test_shares_say_by_how_much_they_miss() -> None:
    missing = refused("shares_by_language", {"de": 0.4, "fr": 0.55})
    assert (missing.code, missing.values["sum"], missing.values["by"]) == ("answer.shares_miss", "95%", "5%")
    surplus = refused("shares_by_language", {"de": 0.9, "fr": Decimal("0.125")})
    assert (surplus.code, surplus.values["by"]) == ("answer.shares_exceed", "2.5%")


def test_shares_typed_as_binary_fractions_still_make_the_whole() -> None:
    assert accepted("shares_by_language", {"de": 0.1, "fr": 0.2, "en": 0.7}) == {
        "de": 0.1,
        "fr": 0.2,
        "en": 0.7,
    }
    assert accepted("shares_by_language", {"de": 1, "fr": 0}) == {"de": 1.0}


def test_figures_by_channel_know_their_channels() -> None:
    assert accepted("integer_by_channel", {"chat": 0, "email": 3300}, choices=CHANNELS) == {
        "email": 3300,
        "chat": 0,
    }
    assert refused("integer_by_channel", {"fax": 1}, choices=CHANNELS).code == "answer.unknown_channel"
    assert (
        refused("seconds_by_channel", {"email": 5}, choices=CHANNELS, minimum=Decimal(10)).code
        == "answer.below"
    )


@pytest.mark.parametrize(
    ("kind", "value", "part"),
    [
        ("integer_by_channel", {"email": 4, "chat": "many"}, "chat"),
        ("shares_by_language", {"de": 0.5, "fr": True}, "fr"),
        ("shares_by_channel_language", {"email": {"de": 1}, "chat": {"fr": 7}}, "chat.fr"),
        ("numbers_by_language", {"de": 1, "en": None}, "en"),
        ("peaks", [PEAK, {}], "2"),
        ("peaks", [PEAK, PEAK, {**PEAK, "name": ""}], "3"),
    ],
)
def test_a_refused_part_of_an_answer_is_located(kind: Kind, value: Any, part: str) -> None:
    refusal = refused(kind, value, choices=CHANNELS)
    assert refusal.values["part"] == part


def test_a_language_belongs_to_one_pool() -> None:
    assert accepted("pools", [["de", "en"], ["fr"]]) == [["de", "en"], ["fr"]]
    assert refused("pools", [["de", "en"], ["en", "fr"]]).values["language"] == "en"
    assert refused("pools", [["de", "de"]]).code == "answer.in_two_pools"
    assert refused("pools", [[]]).code == "answer.empty"


def test_every_refusal_written_in_the_code_has_words_in_both_languages() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in DOMAIN.glob("*.py"))
    reasons = set(re.findall(r'refuse\(\s*question, "(\w+)"', source)) | {"shares_miss", "shares_exceed"}
    codes = {f"answer.{reason}" for reason in reasons} | set(
        re.findall(r'"(requirements\.file\.\w+)"', source)
    )
    assert len(codes) > 40
    assert [code for code in sorted(codes) if not words.has(code)] == []
