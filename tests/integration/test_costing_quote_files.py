"""Quotes as a file: what a project's download holds is what the command reads."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from domain.costing.bill import Bill
from domain.costing.quote_terms import QuoteTerms, VolumeTier
from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from services.commands import estimate_command, estimate_of, refusal_line
from services.costing_files import costing_files
from services.costing_lines import estimate_lines
from services.costing_quote_files import quotes_from
from services.costing_quote_rows import Quote
from services.costing_quotes import add_quote, private_rates
from services.samples import open_sample
from tests.cli_case import REQUIREMENTS
from words import LANGUAGES, Language

TICKETS = Quote(
    label="Desk by the ticket",
    unit="ticket",
    currency="EUR",
    low=Decimal("2.40"),
    base=Decimal("2.50"),
    high=Decimal("2.60"),
    valid_from=date(2026, 10, 1),
    terms=QuoteTerms(
        tiers=(VolumeTier(above=Decimal(5000), price=Decimal("2.00")),),
        banding="all_units",
        included=Decimal(500),
        fixed_month=Decimal("1000.00"),
        premiums={"de": Decimal("0.10")},
        setup_fee=Decimal(3000),
    ),
)
# The same, and one by the hour, as people write them.
WRITTEN = """
[[quotes]]
label = "Desk by the ticket"
unit = "ticket"
currency = "EUR"
low = "2.40"
base = "2.50"
high = "2.60"
valid_from = 2026-10-01

[quotes.terms]
tiers = [{ above = 5000, price = "2.00" }]
banding = "all_units"
included = 500
fixed_month = "1000.00"
premiums = { de = "0.10" }
setup_fee = 3000

[[quotes]]
label = "Belgrade"
unit = "hour"
billing_basis = "paid_hour"
currency = "EUR"
low = 14
base = 14
high = 14
valid_from = "2026-10-01"
terms = { setup_fee = 3600 }
"""


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "quotes.toml"
    path.write_text(WRITTEN, encoding="utf-8")
    return path


def test_the_file_of_a_download_gives_back_every_quote(admin: Actor) -> None:
    add_quote(admin, TICKETS)
    files = costing_files(admin, open_sample(admin))
    assert quotes_from(json.loads(files["quotes.json"])) == private_rates(admin)


def test_quotes_written_by_hand_stand_beside_the_published_prices(written: Path) -> None:
    """6,000 tickets less 500 at 2.00, a tenth more for the 40 % in German, 1,000 a month and 3,000 / 12."""
    cost = estimate_of(REQUIREMENTS, written)
    bills = {place.id: place.bills for place in cost.comparison if place.kind == "private"}
    made = bills["1"]["offer"]
    assert isinstance(made, Bill)
    assert made.month.base == pytest.approx(5500 * 2 * 1.04 + 1000 + 250)
    assert set(bills) == {"1", "2"}


def test_every_line_of_a_quote_says_where_it_comes_from(written: Path) -> None:
    plain = estimate_command(REQUIREMENTS, written)
    bill = plain["comparison"]["private"]["1"]["models"]["offer"]
    assert sum(line["base"] for line in bill["lines"].values()) == pytest.approx(bill["month"]["base"])
    assert [(step["unit"], step["above"]) for step in bill["steps_down"]] == [("ticket", 5500)]
    # 3,600 once are 300 a month; the fee is the quote's own, and no other price has it.
    first = plain["quotes"]["2"]["year_one"]
    assert first["lines"]["setup"]["base"] == pytest.approx(300)
    assert plain["from"]["quotes.2.year_one.lines.setup.base"] == {"kind": "data", "id": "private.2"}
    assert plain["quotes"]["2"]["left_out"] == []
    assert plain["year_one"]["left_out"] == ["setup_fee"]
    assert "1" not in plain["quotes"], "a price by the ticket has no hour"


def quoted_lines(written: Path, language: Language) -> list[str]:
    lines = estimate_lines(estimate_of(REQUIREMENTS, written), language)
    return [line for line in lines if any(name in line for name in ("Desk by the ticket", "Belgrade"))]


def test_the_terminal_compares_what_every_quote_costs(written: Path) -> None:
    """By the ticket 5,500 x 2.00 x 1.04 + 1,000 + 250 = 12,690; by the hour 19,012.50 + 300 = 19,312.50.

    The first year of the second is that of the east at 14 a paid hour, 26,083, and the set-up: 300 x 1.03 = 309.
    """
    assert quoted_lines(written, "en") == [
        "Own quote · Desk by the ticket, a normal month: 12,690 EUR",
        "Own quote · Belgrade · paid hours, a normal month: 19,313 EUR",
        "Own quote · Belgrade · paid hours, an average month of the first year at full cost: 26,392 EUR",
    ]
    assert quoted_lines(written, "zh")[0] == "自有报价 · Desk by the ticket，平常月份：12,690 EUR"
    assert not [line for line in estimate_lines(estimate_of(REQUIREMENTS), "en") if "quote" in line]


def test_the_terminal_says_what_a_quote_leaves_out_and_why_another_has_no_price(written: Path) -> None:
    """A bot settles a quarter of the 5,400 written contacts, 1,350, at 1.00; no rate of the krone is known."""
    bot = """
[[quotes]]
label = "Desk by the ticket"
unit = "resolution"
currency = "EUR"
low = 1
base = 1
high = 1
valid_from = 2026-10-01
"""
    foreign = bot.replace("EUR", "SEK").replace("Desk by the ticket", "Belgrade")
    written.write_text(bot + foreign, encoding="utf-8")
    settled, without, unknown = quoted_lines(written, "en")
    assert settled == "Own quote · Desk by the ticket, a normal month: 1,350 EUR"
    assert without.startswith("Desk by the ticket: pays for the contacts a bot settles only")
    assert unknown.startswith("Belgrade: not assessed")
    priced = estimate_command(REQUIREMENTS, written)["comparison"]["private"]
    assert priced["1"]["not_assessed"] == {}
    (model,) = priced["2"]["models"]
    assert priced["2"]["models"][model] is None
    assert priced["2"]["not_assessed"] == {model: "costing.exchange_unknown"}


@pytest.mark.parametrize(
    ("old", "new", "code", "key"),
    [
        ('unit = "ticket"', 'unit = "smile"', "quotes.file_value", "quotes.0.unit"),
        ("included = 500", "inclusive = 500", "quotes.file_value", "quotes.0.terms.inclusive"),
        ('label = "Belgrade"\n', "", "quotes.file_value", "quotes.1.label"),
        ('billing_basis = "paid_hour"\n', "", "costing.basis_missing", "quotes.1"),
        ("above = 5000", "above = -1", "costing.price_outside", "quotes.0"),
        ('price = "2.00"', 'price = "1e400"', "quotes.amount_large", "quotes.0"),
        ('label = "Belgrade"', 'label = "Belgrade"\nid = "1"', "quotes.id_taken", "quotes.1.id"),
        ('label = "Belgrade"', 'label = "Belgrade"\nid = "east"', "quotes.id_taken", "quotes.1.id"),
        ('label = "Belgrade"', 'label = "Belgrade"\nid = "PL"', "quotes.id_taken", "quotes.1.id"),
        ("[[quotes]]", "[[offers]]", "quotes.file_value", "quotes"),
    ],
)
def test_what_cannot_be_read_names_file_and_key(
    written: Path, old: str, new: str, code: str, key: str
) -> None:
    written.write_text(WRITTEN.replace(old, new), encoding="utf-8")
    if new == "[[offers]]":
        written.write_text('[[offers]]\nlabel = "x"\n', encoding="utf-8")
    with pytest.raises(DomainError) as refused:
        estimate_of(REQUIREMENTS, written)
    assert refused.value.code == code
    for language in LANGUAGES:
        assert refusal_line(language, refused.value).startswith(f"{written}: {key}: ")
