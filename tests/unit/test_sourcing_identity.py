"""Nobody learns from an anonymous request who the buyer is: not from a name in another spelling, not from an address."""

import pytest

from domain.sourcing.identity import STAND_IN, hidden, hide_in, identity_terms, shortest

TERMS = identity_terms(
    companies=["深圳青禾家居有限公司 (Shenzhen Qinghe Living Co., Ltd.)", "Nordlicht Vertretung GmbH, DE"],
    others=["qinghe-living.example\neBay: qinghe_outlet", "Mei Lin, rfp@qinghe-living.example"],
)


@pytest.mark.parametrize(
    "text",
    [
        "深圳青禾家居有限公司",
        "青禾家居",
        "Shenzhen Qinghe Living Co., Ltd.",
        "SHENZHEN  QINGHE LIVING",
        "Qinghe-Living",
        "QingheLiving",
        "qinghe-living.example",
        "https://www.qinghe-living.example/returns?x=1",
        "Nordlicht Vertretung",
        "qinghe outlet",
        "Mei Lin",
        "somebody@else.example",
        "www.elsewhere.example/about",
        "Ｑｉｎｇｈｅ　Ｌｉｖｉｎｇ",
    ],
)
def test_a_name_is_hidden_however_it_is_spelled(text: str) -> None:
    assert hidden(f"Ask {text} first", TERMS) == f"Ask {STAND_IN} first"


@pytest.mark.parametrize(
    "text",
    [
        "Goods for living rooms, e.g. sofas; no GmbH needed.",
        "家居用品，部分需要自行组装。",
        "eBay and Amazon in Germany (DE)",
        "Reply within 24 h; see Art. 28 GDPR.",
        "Shenzhen is where the goods are made.",
    ],
)
def test_what_tells_nobody_stays(text: str) -> None:
    assert hidden(text, TERMS) == text


def test_chinese_text_behind_an_address_survives() -> None:
    assert hidden("官网https://青.example/a与www.qinghe-living.example；其余不变", TERMS).endswith(
        "；其余不变"
    )


def test_a_latin_name_inside_a_longer_word_is_another_word() -> None:
    terms = identity_terms(companies=["Acme GmbH"], others=[])
    assert hidden("Acme sells; Acmeism is poetry", terms) == f"{STAND_IN} sells; Acmeism is poetry"


def test_texts_within_lists_and_tables_are_hidden_and_numbers_stay() -> None:
    peaks = [{"name": "Qinghe Living Day", "months": [3], "multiplier": 2.0}]
    assert hide_in(peaks, TERMS) == [{"name": f"{STAND_IN} Day", "months": [3], "multiplier": 2.0}]


def test_people_are_shown_the_shortest_forms() -> None:
    shown = shortest(TERMS)
    assert {"青禾家居", "Qinghe Living", "Nordlicht Vertretung", "Mei Lin"} <= set(shown)
    assert not [term for term in shown if "Co" in term.split() or "GmbH" in term]


def test_a_town_of_three_characters_is_left_out_of_the_brand() -> None:
    terms = identity_terms(companies=["石家庄青禾商贸有限公司"], others=[])
    assert hidden("青禾商贸卖家居", terms) == f"{STAND_IN}卖家居"


def test_nothing_answered_hides_nothing_but_addresses() -> None:
    assert identity_terms(companies=[], others=[]) == ()
    assert hidden("Call us", ()) == "Call us"
