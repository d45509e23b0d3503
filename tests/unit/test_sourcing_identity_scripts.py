"""Names in any script are hidden by the word people call them, and numbers in the forms people write them."""

import pytest

from domain.sourcing import identity
from domain.sourcing.names import identity_terms
from domain.sourcing.signs import STAND_IN
from services.catalog import catalog

KNOWN = catalog().sourcing.names


def shown(text: str, *, company: str = "", person: str = "") -> str:
    """What the anonymous edition of a company prints."""
    terms = identity_terms(KNOWN, companies=[company], others=[], people=[person])
    return identity.hidden(text, terms, known=KNOWN)


@pytest.mark.parametrize(
    ("company", "name"),
    [
        ("Société Étoile SARL", "Étoile"),
        ("Société Étoile SARL", "Etoile"),
        ("SARL Étoile", "ÉTOILE"),
        ("Müller & Söhne AG", "Müller"),
        ("Müller & Söhne AG", "Mueller"),
        ("Müller & Söhne AG", "MUELLER"),
        ("Müller & Söhne AG", "Muller"),
        # The u and its two dots as two characters, as some keyboards send them.
        ("Müller & Söhne AG", "Mu\u0308ller"),
        ("Müller GmbH & Co. KG", "müller"),
        ("ООО Ромашка", "Ромашка"),
        ("ООО «Ромашка»", "ромашка"),
        ("Żabka sp. z o.o.", "Żabka"),
        ("H&M Hennes", "H&M"),
        ("H&M Hennes", "Hennes"),
        ("JBL Lighting GmbH", "JBL"),
        ("Lumora GmbH", "lumora"),
    ],
)
def test_the_word_people_call_a_company_is_hidden_in_every_script(company: str, name: str) -> None:
    assert shown(f"Ask {name} first", company=company) == f"Ask {STAND_IN} first"


@pytest.mark.parametrize(
    ("company", "name"),
    [
        ("义乌市小蜜蜂玩具厂", "小蜜蜂"),
        ("义乌市小蜜蜂玩具厂", "小蜜蜂玩具"),
        ("杭州青禾商行", "青禾"),
        ("深圳星河灯饰旗舰店", "星河"),
    ],
)
def test_works_and_shops_are_kinds_of_business_not_names(company: str, name: str) -> None:
    assert shown(f"请注意{name}的台灯", company=company) == f"请注意{STAND_IN}的台灯"


def test_a_brand_is_hidden_in_front_of_a_hyphen_in_any_case() -> None:
    assert shown("lumora-shop and LUMORA_de", company="Lumora GmbH") == f"{STAND_IN}-shop and {STAND_IN}_de"


@pytest.mark.parametrize(
    ("company", "text"),
    [
        # Inside a longer word of its own script a name is another word.
        ("Müller & Söhne AG", "Vermüllerung"),
        ("ООО Ромашка", "Ромашками"),
        ("Lumora GmbH", "lumorance"),
        # What the company sells is no name.
        ("LED Lights Ltd", "Led lamps, TV lights"),
        ("义乌市青禾家居用品厂", "家居用品需要组装"),
        ("Étoile SARL", "Société, SARL et GmbH"),
    ],
)
def test_other_words_stay(company: str, text: str) -> None:
    assert shown(text, company=company) == text


def test_a_person_with_marks_is_hidden_without_them_too() -> None:
    text = "Jürgen, Juergen or Zoë; zoo"
    assert shown(text, person="Jürgen Zoë") == f"{STAND_IN}, {STAND_IN} or {STAND_IN}; zoo"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ring 0571-88886666 now", f"Ring {STAND_IN} now"),
        ("Ring (0571) 8888 6666 now", f"Ring {STAND_IN} now"),
        ("Ring 030 1234567 now", f"Ring {STAND_IN} now"),
        ("Ring 089/1234567 now", f"Ring {STAND_IN} now"),
        ("Ring 01 23 45 67 89 now", f"Ring {STAND_IN} now"),
        ("客服 400-800-1234，全天", f"客服 {STAND_IN}，全天"),
        ("客服 400-8001234，全天", f"客服 {STAND_IN}，全天"),
        ("电话：057188886666", f"电话：{STAND_IN}"),
        ("电话88886666", f"电话{STAND_IN}"),
        ("Call 0301234567 or Tel. 030.123.45.67", f"Call {STAND_IN} or Tel. {STAND_IN}"),
        ("电话０５７１－８８８８６６６６", f"电话{STAND_IN}"),
    ],
)
def test_numbers_without_the_code_of_a_country_are_hidden(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Call 2,400 times; 12000 calls a month; 1 200 000 contacts",
        "From 01.02.2027 or 01-02-2027 to 2027-02-01, 09:00-18:00",
        "Call 01.02.2027 a start; phone 24/7; calls 0.5 - 1.0 h",
        "400 000 000 CNY, 0.15 EUR, 3.000.000",
        "电话 12000 单，占 20%",
    ],
)
def test_figures_and_dates_are_no_phone_numbers(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("抖音号lumora2024，微信号 lumora", f"抖音号{STAND_IN}，微信号 {STAND_IN}"),
        ("Instagram: lumora.home", f"Instagram: {STAND_IN}"),
        ("Instagram @lumora.home.", f"Instagram {STAND_IN}."),
        ("Skype lumora_live, QQ12345678", f"Skype {STAND_IN}, QQ{STAND_IN}"),
        ("QQ号 12345678", f"QQ号 {STAND_IN}"),
        # Channels, not names.
        ("WhatsApp identity checks, Instagram comments, 微信与QQ", None),
    ],
)
def test_names_in_messengers_and_networks_are_hidden(text: str, expected: str | None) -> None:
    assert shown(text) == (text if expected is None else expected)
