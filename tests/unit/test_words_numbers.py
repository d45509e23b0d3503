"""Numbers, money and dates as the table of the screens prints them in each language."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from words import LANGUAGES, MissingWordError, say
from words.names import country_name, language_name, listed, zone_name
from words.numbers import (
    clock,
    day,
    moment,
    money,
    money_in_sentence,
    number,
    percent,
    plain,
    span,
)

NB = "\u00a0"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        (19012.5, 0, "19,013"),
        (950.625 * 14 / 0.7, 0, "19,013"),  # the tie that binary arithmetic just misses
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        (-2.5, 0, "-3"),
        (1.005, 2, "1.01"),
        (Decimal("812.45"), 1, "812.5"),
        (812.5, 1, "812.5"),
        (225508, 0, "225,508"),
        (1234567.891, 2, "1,234,567.89"),
        (0, 2, "0.00"),
    ],
)
def test_numbers_are_rounded_half_up_once_and_grouped(
    language: str, value: float, digits: int, shown: str
) -> None:
    assert number("zh" if language == "zh" else "en", value, digits) == shown


def test_a_number_needs_only_the_decimals_it_has() -> None:
    assert [plain("en", value) for value in (14, 14.0, 18.5, 2.345, 1000, 0)] == [
        "14",
        "14",
        "18.5",
        "2.35",
        "1,000",
        "0",
    ]


def test_shares_are_percentages() -> None:
    assert percent("zh", 0.938) == "93.8%"
    assert percent("en", Decimal("0.938")) == "93.8%"
    assert percent("en", 0.9385, 1) == "93.9%"
    assert percent("en", 0.3, 0) == "30%"
    assert percent("en", 1 / 0.7 - 1, 0) == "43%"


def test_money_in_a_sentence_is_short() -> None:
    assert money_in_sentence("zh", 225_508, "EUR") == f"22.6{NB}万欧元"
    assert money_in_sentence("en", 225_508, "EUR") == "€226,000"
    assert money_in_sentence("zh", 9_506.25, "EUR") == f"9,506{NB}欧元"
    assert money_in_sentence("en", 9_506.25, "EUR") == "€9,506"
    assert money_in_sentence("zh", 19_012.5, "CNY") == f"1.9{NB}万元"
    assert money_in_sentence("en", 19_500, "CNY") == "CN¥20,000"


def test_money_in_a_cell_or_a_clause_has_every_digit() -> None:
    assert money("en", 19012.5, "EUR") == "€19,013"
    assert money("zh", 19012.5, "EUR") == f"19,013{NB}欧元"
    assert money("en", Decimal(14), "EUR", 2) == "€14.00"
    assert money("zh", Decimal(14), "EUR", 2) == f"14.00{NB}欧元"


def test_a_range_never_breaks_inside() -> None:
    written = span("10", "14", "18")
    assert written.replace(NB, " ").replace("\u2060", "") == "10 – 14 – 18"
    assert " " not in written
    assert written.count("–\u2060") == 2


def test_days_and_times_are_written_as_people_write_them() -> None:
    at = datetime(2026, 11, 20, 13, 32, tzinfo=UTC)
    assert day("zh", date(2026, 11, 20)) == "2026年11月20日"
    assert day("en", date(2026, 11, 20)) == "20 Nov 2026"
    assert clock("zh", at, "Europe/Berlin") == clock("en", at, "Europe/Berlin") == "14:32"
    assert moment("zh", at, "Europe/Berlin") == "2026年11月20日 14:32"
    assert moment("en", at, "Europe/Berlin") == "20 Nov 2026 14:32"


def test_a_moment_belongs_to_the_day_of_its_zone() -> None:
    late = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    assert moment("en", late, "Asia/Shanghai") == "21 Nov 2026 07:30"


def test_names_of_languages_countries_and_zones() -> None:
    assert [language_name("zh", code) for code in ("de", "pl")] == ["德语", "波兰语"]
    assert [language_name("en", code) for code in ("de", "xx-none")] == ["German", "xx-none"]
    assert (country_name("zh", "DE"), country_name("en", "PL"), country_name("en", "QQ")) == (
        "德国",
        "Poland",
        "QQ",
    )
    assert zone_name("zh", "Europe/Berlin") == "柏林（Europe/Berlin）"
    assert zone_name("en", "Europe/Berlin") == "Berlin (Europe/Berlin)"
    assert listed("zh", ["德语", "法语"]) == "德语、法语"
    assert listed("en", ["German", "French"]) == "German, French"


def test_an_unformatted_number_is_never_said() -> None:
    for value in (0.1, Decimal("0.1")):
        with pytest.raises(TypeError, match="format"):
            say("en", "projects.contacts", count=value)  # type: ignore[arg-type]  # what the test is about


def test_a_missing_word_or_value_fails_loudly() -> None:
    with pytest.raises(MissingWordError):
        say("en", "projects.no_such_word")
    with pytest.raises(MissingWordError, match="count"):
        say("en", "projects.contacts")
