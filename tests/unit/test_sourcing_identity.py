"""Nobody learns from an anonymous request who the buyer is: not from a name in another spelling, not from an address."""

from functools import partial

import pytest

from domain.sourcing import identity, names
from domain.sourcing.names import shortest
from domain.sourcing.signs import STAND_IN
from services.catalog import catalog

KNOWN = catalog().sourcing.names
identity_terms = partial(names.identity_terms, KNOWN)
hidden = partial(identity.hidden, known=KNOWN)
hide_in = partial(identity.hide_in, known=KNOWN)

TERMS = identity_terms(
    companies=["深圳青禾家居有限公司 (Shenzhen Qinghe Living Co., Ltd.)", "Nordlicht Vertretung GmbH, DE"],
    others=["qinghe-living.example\neBay: qinghe_outlet"],
    people=["Mei Lin, rfp@qinghe-living.example"],
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
    assert {"青禾", "qinghe", "nordlicht", "mei", "lin"} <= {term.lower() for term in shown}
    assert not [term for term in shown if "Co" in term.split() or "GmbH" in term]


def test_a_town_of_three_characters_is_left_out_of_the_brand() -> None:
    terms = identity_terms(companies=["石家庄青禾商贸有限公司"], others=[])
    assert hidden("青禾商贸卖家居", terms) == f"{STAND_IN}卖家居"


def test_nothing_answered_hides_nothing_but_addresses() -> None:
    assert identity_terms(companies=[], others=[]) == ()
    assert hidden("Call us", ()) == "Call us"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("H&M und LG, h&m basics", f"{STAND_IN} und {STAND_IN}, {STAND_IN} basics"),
        ("Ask Bo or BO", f"Ask {STAND_IN} or {STAND_IN}"),
        # Within other words two letters mean nothing.
        ("ALGAE, algorithm, Bolt, about", "ALGAE, algorithm, Bolt, about"),
    ],
)
def test_a_name_as_it_was_typed_counts_however_short(text: str, shown: str) -> None:
    terms = identity_terms(companies=["H&M"], others=["LG"], people=["Bo"])
    assert hidden(text, terms) == shown


def test_a_name_of_signs_is_a_name_too() -> None:
    assert (
        hidden("Sign ★★★★★ please", identity_terms(companies=["★★★★★"], others=[]))
        == f"Sign {STAND_IN} please"
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Anker chargers; 安克充电器; anker.com", f"{STAND_IN} chargers; {STAND_IN}充电器; {STAND_IN}"),
        ("Sign as Team Anker", f"Sign as Team {STAND_IN}"),
        ("AnkerDirect, anker_de", f"{STAND_IN}, {STAND_IN}"),
        ("Innovations in Shenzhen since 2011", "Innovations in Shenzhen since 2011"),
    ],
)
def test_the_brand_before_a_long_suffix_is_hidden_in_both_scripts(text: str, shown: str) -> None:
    terms = identity_terms(
        companies=["Anker Innovations Limited 安克创新科技股份有限公司"],
        others=["Amazon: AnkerDirect; eBay: anker_de"],
    )
    assert hidden(text, terms) == shown


@pytest.mark.parametrize("text", ["星河", "Galaxy X1", "Galaxy Day", "Team GALAXY", "Fang"])
def test_the_brand_of_a_company_between_town_and_trade_is_hidden(text: str) -> None:
    terms = identity_terms(companies=["深圳星河灯饰 / Galaxy Lighting"], others=[], people=["Fang Li"])
    shown = hidden(f"Ask {text} first", terms)
    assert not {"星河", "galaxy", "fang"} & set(shown.lower().replace("星河", " 星河 ").split())
    assert STAND_IN in shown


def test_a_company_of_everyday_words_is_hidden_as_a_whole() -> None:
    terms = identity_terms(companies=["Home Trading Ltd."], others=[])
    assert hidden("Home goods by Home Trading", terms) == f"Home goods by {STAND_IN}"


def test_further_words_are_hidden_as_the_buyer_lists_them() -> None:
    terms = identity_terms(companies=[], others=[], words=["Aurora X1, 星海\nQQ"])
    assert (
        hidden("aurora x1 and 星海灯 and QQ, not qq", terms)
        == f"{STAND_IN} and {STAND_IN}灯 and {STAND_IN}, not qq"
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("See elsewhere.de/shop and my-shop.com.", f"See {STAND_IN} and {STAND_IN}."),
        ("官网 star.cn，支持退货", f"官网 {STAND_IN}，支持退货"),
        # A platform is no secret, a page on it is; a full stop without a blank is no address.
        ("Sold on amazon.de and amazon.de/stores/x", f"Sold on amazon.de and {STAND_IN}"),
        ("Sofas.It is e.g. 3.5 m long.", "Sofas.It is e.g. 3.5 m long."),
    ],
)
def test_bare_addresses_are_hidden(text: str, shown: str) -> None:
    assert hidden(text, ()) == shown


@pytest.mark.parametrize(
    ("company", "text"),
    [
        ("深圳市小米灯饰有限公司", "小米灯饰"),
        ("深圳市小米灯饰有限公司", "小米"),
        ("广东省深圳市晨光灯具有限公司", "晨光灯具"),
        ("广东省深圳市晨光灯具有限公司", "晨光"),
        ("杭州市余杭区青禾家居有限公司", "青禾"),
        ("义乌市华美贸易有限公司", "华美"),
        ("慈溪市海川电器有限公司", "海川电器"),
        ("海信家电有限公司", "海信"),
    ],
)
def test_a_chinese_name_is_hidden_without_province_town_and_district(company: str, text: str) -> None:
    assert (
        hidden(f"请注意{text}的台灯", identity_terms(companies=[company], others=[]))
        == f"请注意{STAND_IN}的台灯"
    )


@pytest.mark.parametrize("company", ["JBL GmbH", "Nio GmbH"])
def test_a_brand_of_three_letters_before_the_legal_form_is_hidden(company: str) -> None:
    brand = company.split(maxsplit=1)[0]
    assert hidden(f"{brand} lamps", identity_terms(companies=[company], others=[])) == f"{STAND_IN} lamps"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Call +49 170 1234567 first", f"Call {STAND_IN} first"),
        ("电话13812345678，微信：wx_abc123", f"电话{STAND_IN}，微信：{STAND_IN}"),
        ("QQ群: 12345678", f"QQ群: {STAND_IN}"),
        # Figures of a request are no phone numbers.
        ("2,400 contacts, 12000 a month, 2027-02-01", "2,400 contacts, 12000 a month, 2027-02-01"),
    ],
)
def test_phone_numbers_and_messenger_names_are_hidden(text: str, shown: str) -> None:
    assert hidden(text, ()) == shown
