"""Every kind of answer: what is accepted and in which form, what is refused and with which words."""

import re
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import words
from domain.requirements.answers import check_answer
from domain.requirements.questions import Choice, Codes, Kind, Question
from domain.requirements.tables import hours_a_week
from domain.shared.outcomes import DomainError
from domain.shared.sources import Bilingual, Origin

CODES = Codes(
    languages=frozenset({"de", "en", "fr"}),
    countries=frozenset({"DE", "GB", "GR", "CN"}),
    eea=frozenset({"DE", "GR"}),
)
TEXT = Bilingual(zh="问", en="Question")
ORIGIN = Origin(source="house_judgement", locator="", checked_on=date(2026, 11, 22), valid_from="unknown")
CHANNELS = tuple(Choice(id=name, label=TEXT) for name in ("email", "chat", "phone"))
DOMAIN = Path(__file__).resolve().parents[2] / "domain" / "requirements"


def _question(kind: Kind, **more: Any) -> Question:
    return Question(
        id="asked", kind=kind, wording=TEXT, help=TEXT, why=TEXT, origin=ORIGIN, read_by=("cost",), **more
    )


def _accepted(kind: Kind, value: Any, **more: Any) -> Any:
    return check_answer(_question(kind, **more), value, CODES)


def _refused(kind: Kind, value: Any, **more: Any) -> DomainError:
    with pytest.raises(DomainError) as caught:
        _accepted(kind, value, **more)
    assert caught.value.values["question"] == "asked"
    for language in words.LANGUAGES:
        assert words.say(language, caught.value.code, **dict(caught.value.values))
    return caught.value


def test_text_loses_the_blanks_around_it_and_stays_on_one_line() -> None:
    assert _accepted("text", "  Łódź & Söhne  ") == "Łódź & Söhne"
    assert _refused("text", "one\ntwo").code == "answer.control_character"
    assert _accepted("long_text", "one\r\ntwo") == "one\ntwo"


def test_blank_and_endless_texts_are_refused() -> None:
    assert _refused("text", "   ").code == "answer.empty"
    assert _refused("text", "x" * 201).values["most"] == 200
    assert _refused("text", "abcdef", maximum=Decimal(5)).values["given"] == 6
    assert _refused("text", "bell\x07").values["given"] == "U+0007"
    assert _refused("text", 7).code == "answer.not_text"


def test_whole_numbers_are_whole_and_within_their_limits() -> None:
    assert _accepted("integer", Decimal("4.0")) == 4
    assert _refused("integer", 4.5).code == "answer.not_whole"
    assert _refused("integer", True).code == "answer.not_number"
    assert _refused("integer", "4").code == "answer.number_as_text"
    assert _refused("integer", "four").code == "answer.not_number"
    assert _refused("integer", 5, minimum=Decimal(2), maximum=Decimal(4)).values["maximum"] == "4"
    assert _refused("integer", 1, minimum=Decimal(2)).values["minimum"] == "2"


def test_numbers_that_are_none_are_refused() -> None:
    for value in (float("nan"), float("inf")):
        assert _refused("number", value).code == "answer.not_number"
    assert _accepted("number", Decimal("8.20")) == 8.2


def test_a_share_is_a_part_of_one_and_its_limits_are_said_in_percent() -> None:
    assert _accepted("share", Decimal("0.80")) == 0.8
    refusal = _refused("share", 80, minimum=Decimal("0.3"), maximum=Decimal("0.95"))
    assert (refusal.values["given"], refusal.values["maximum"]) == ("8000%", "95%")
    assert (refusal.values["percent"], refusal.values["share"]) == ("80%", "0.8")
    assert refusal.code == "answer.share_as_percent"
    # 120 % is a share above the whole, not a percentage without its sign.
    assert _refused("share", Decimal("1.2"), minimum=Decimal("0.3")).code == "answer.share_outside"


def test_money_is_exact_and_has_a_currency() -> None:
    assert _accepted("money", {"amount": "9000.50", "currency": "EUR"}) == {
        "amount": "9000.5",
        "currency": "EUR",
    }
    assert _accepted("money", {"amount": 9000, "currency": "CNY"})["amount"] == "9000"
    assert _refused("money", {"amount": "9000"}).code == "answer.not_money"
    assert _refused("money", {"amount": "9000", "currency": "BTC"}).code == "answer.unknown_currency"
    assert _refused("money", {"amount": "-1", "currency": "EUR"}).code == "answer.below"
    assert _refused("money", {"amount": "NaN", "currency": "EUR"}).code == "answer.not_number"
    assert _refused("money", {"amount": "nine", "currency": "EUR"}).code == "answer.not_number"


@pytest.mark.parametrize("amount", ["20.005", "0.001", Decimal("20.005"), 20.005])
def test_money_has_no_more_decimals_than_its_currency(amount: Any) -> None:
    refusal = _refused("money", {"amount": amount, "currency": "EUR"})
    assert (refusal.code, refusal.values["most"]) == ("answer.too_exact", 2)


@pytest.mark.parametrize("amount", ["1e3", "1_000", "٥", "５", " 20", "", "inf"])
def test_an_amount_is_written_in_plain_digits(amount: str) -> None:
    assert _refused("money", {"amount": amount, "currency": "EUR"}).code == "answer.not_number"


@pytest.mark.parametrize(
    ("value", "said"),
    [(True, "true"), (time(9, 0), "09:00"), (["closed"], "closed"), (float("inf"), "∞"), (None, "–")],
)
def test_what_was_given_is_said_as_people_write_it(value: Any, said: str) -> None:
    assert _refused("number", value).values["given"] == said


def test_a_time_of_toml_is_a_clock_and_seconds_are_none() -> None:
    assert _accepted("schedule", {"mon": [[time(9, 0), time(18, 30)]]}) == {"mon": [["09:00", "18:30"]]}
    assert _refused("schedule", {"mon": [[time(9, 0, 30), "18:00"]]}).code == "answer.not_a_clock"


def test_yes_is_not_one() -> None:
    assert _accepted("boolean", False) is False
    assert _refused("boolean", 1).code == "answer.not_boolean"


def test_choices_come_back_in_the_order_of_the_question() -> None:
    assert _accepted("choices", ["phone", "email"], choices=CHANNELS) == ["email", "phone"]
    assert _accepted("choice", "chat", choices=CHANNELS) == "chat"
    assert _refused("choices", ["email", "email"], choices=CHANNELS).code == "answer.twice"
    assert _refused("choice", "fax", choices=CHANNELS).values["choices"] == "email, chat, phone"
    assert _refused("choices", "email", choices=CHANNELS).code == "answer.not_a_list"


def test_an_unknown_country_or_language_is_named() -> None:
    assert _accepted("country", "uk") == "GB"
    assert _accepted("countries", ["EL", "DE"]) == ["GR", "DE"]
    assert _refused("country", "XX").values["given"] == "XX"
    assert _accepted("languages", ["DE", "fr"]) == ["de", "fr"]
    assert _refused("languages", ["klingon"]).values["given"] == "klingon"


def test_shares_say_by_how_much_they_miss() -> None:
    missing = _refused("shares_by_language", {"de": 0.4, "fr": 0.55})
    assert (missing.code, missing.values["sum"], missing.values["by"]) == ("answer.shares_miss", "95%", "5%")
    surplus = _refused("shares_by_language", {"de": 0.9, "fr": Decimal("0.125")})
    assert (surplus.code, surplus.values["by"]) == ("answer.shares_exceed", "2.5%")


def test_shares_typed_as_binary_fractions_still_make_the_whole() -> None:
    assert _accepted("shares_by_language", {"de": 0.1, "fr": 0.2, "en": 0.7}) == {
        "de": 0.1,
        "fr": 0.2,
        "en": 0.7,
    }
    assert _accepted("shares_by_language", {"de": 1, "fr": 0}) == {"de": 1.0}


def test_figures_by_channel_know_their_channels() -> None:
    assert _accepted("integer_by_channel", {"chat": 0, "email": 3300}, choices=CHANNELS) == {
        "email": 3300,
        "chat": 0,
    }
    assert _refused("integer_by_channel", {"fax": 1}, choices=CHANNELS).code == "answer.unknown_channel"
    assert (
        _refused("seconds_by_channel", {"email": 5}, choices=CHANNELS, minimum=Decimal(10)).code
        == "answer.below"
    )


def test_monday_to_saturday_ten_hours_are_sixty() -> None:
    days = ("mon", "tue", "wed", "thu", "fri", "sat")
    schedule = _accepted("schedule", {day: [["09:00", "19:00"]] for day in reversed(days)})
    assert tuple(schedule) == days
    assert hours_a_week(schedule) == 60


def test_a_lunch_break_makes_two_windows_and_a_night_ends_at_midnight() -> None:
    schedule = _accepted(
        "schedule", {"mon": [["13:00", "18:00"], ["09:00", "12:00"]], "sun": [], "tue": [["22:00", "24:00"]]}
    )
    assert schedule == {"mon": [["09:00", "12:00"], ["13:00", "18:00"]], "tue": [["22:00", "24:00"]]}
    assert hours_a_week(schedule) == 10


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ({}, "empty"),
        ({"mon": []}, "no_hours"),
        ({"monday": [["09:00", "10:00"]]}, "unknown_weekday"),
        ({"mon": [["9:00", "10:00"]]}, "not_a_clock"),
        ({"mon": [["09:00", "24:30"]]}, "not_a_clock"),
        ({"mon": [["22:00", "06:00"]]}, "window_ends_first"),
        ({"mon": [["09:00", "12:00"], ["11:00", "13:00"]]}, "windows_overlap"),
        ({"mon": [["09:00"]]}, "not_a_window"),
        ("always", "not_a_table"),
    ],
)
def test_hours_that_cannot_be_served_are_refused(value: Any, reason: str) -> None:
    assert _refused("schedule", value).code == f"answer.{reason}"


PEAK = {"name": "Black Friday", "months": [12, 11], "multiplier": Decimal("2.0"), "lead_weeks": 4}


def test_a_peak_has_name_months_multiple_and_lead() -> None:
    assert _accepted("peaks", [PEAK]) == [
        {"name": "Black Friday", "months": [11, 12], "multiplier": 2.0, "lead_weeks": 4}
    ]
    assert _accepted("peaks", []) == []


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"name": " "}, "peak_lacks"),
        ({"months": [13]}, "not_a_month"),
        ({"months": [11, 11]}, "months_twice"),
        ({"multiplier": 0.5}, "multiplier_outside"),
        ({"multiplier": "2"}, "number_as_text"),
        ({"lead_weeks": -1}, "lead_outside"),
        ({"weeks": 4}, "unknown_peak_key"),
    ],
)
def test_a_peak_that_makes_no_sense_is_refused(change: dict[str, Any], reason: str) -> None:
    refusal = _refused("peaks", [{**PEAK, **change}], minimum=Decimal(1), maximum=Decimal(10))
    assert refusal.code == f"answer.{reason}"


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
    refusal = _refused(kind, value, choices=CHANNELS)
    assert refusal.values["part"] == part


def test_a_language_belongs_to_one_pool() -> None:
    assert _accepted("pools", [["de", "en"], ["fr"]]) == [["de", "en"], ["fr"]]
    assert _refused("pools", [["de", "en"], ["en", "fr"]]).values["language"] == "en"
    assert _refused("pools", [["de", "de"]]).code == "answer.in_two_pools"
    assert _refused("pools", [[]]).code == "answer.empty"


def test_zones_and_dates_are_real() -> None:
    assert _accepted("time_zone", "Europe/Berlin") == "Europe/Berlin"
    assert _refused("time_zone", "Berlin").code == "answer.unknown_time_zone"
    assert _accepted("date", date(2026, 11, 20)) == "2026-11-20"
    assert _refused("date", "20.11.2026").code == "answer.not_a_date"
    assert _refused("date", "2026-02-30").code == "answer.not_a_date"


def test_a_date_has_no_time_of_day_however_the_file_writes_it() -> None:
    assert _refused("date", "2027-02-01T00:00:00Z").code == "answer.not_a_date"
    assert _refused("date", datetime(2027, 2, 1, tzinfo=UTC)).code == "answer.not_a_date"


@pytest.mark.parametrize("far", ["0001-01-01", "1989-12-31", "2101-01-01", "9999-12-31", date(9999, 12, 31)])
def test_a_date_of_a_year_nobody_means_is_refused_with_the_years(far: str | date) -> None:
    refusal = _refused("date", far)
    assert (refusal.code, refusal.values["given"]) == ("answer.year_outside", str(far))
    assert (refusal.values["minimum"], refusal.values["maximum"]) == (1990, 2100)


def test_the_first_and_the_last_day_that_can_be_meant_are_accepted() -> None:
    assert _accepted("date", "1990-01-01") == "1990-01-01"
    assert _accepted("date", "2100-12-31") == "2100-12-31"


def test_every_refusal_written_in_the_code_has_words_in_both_languages() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in DOMAIN.glob("*.py"))
    reasons = set(re.findall(r'refuse\(\s*question, "(\w+)"', source)) | {"shares_miss", "shares_exceed"}
    codes = {f"answer.{reason}" for reason in reasons} | set(
        re.findall(r'"(requirements\.file\.\w+)"', source)
    )
    assert len(codes) > 40
    assert [code for code in sorted(codes) if not words.has(code)] == []


def test_a_refusal_of_the_hours_names_the_day_and_the_time_as_it_was_written() -> None:
    for value, code, given in (
        ({"tue": "closed"}, "answer.not_a_list", "closed"),
        ({"tue": [[time(9), time(18, 0, 30)]]}, "answer.not_a_clock", "18:00:30"),
    ):
        with pytest.raises(DomainError) as refused:
            check_answer(_question("schedule"), value, CODES)
        assert (refused.value.code, refused.value.values["part"]) == (code, "tue")
        assert refused.value.values["given"] == given
