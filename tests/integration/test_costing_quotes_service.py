"""Prices an organisation was quoted: kept exactly, calculated with, and never seen by anybody else."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlmodel import col, select

from domain.costing.comparison import Place
from domain.costing.quote_terms import QuoteTerms, VolumeTier
from domain.shared.outcomes import DomainError
from domain.shared.people import Actor, Role
from models import AuditEntry
from services.costing import estimate_record
from services.costing_compared import compare_scenarios
from services.costing_quote_rows import Quote
from services.costing_quotes import (
    add_quote,
    change_quote,
    delete_quote,
    list_quotes,
    private_rates,
    restore_quote,
)
from services.costing_uncertainty import uncertainty_of
from services.samples import open_sample
from services.sentences import explain
from services.unit import look
from tests.colleagues_case import colleague_of
from tests.costing_case import RECORD

QUOTE = Quote(
    label="Vendor A",
    unit="hour",
    currency="EUR",
    low=Decimal("15.10"),
    base=Decimal("16.00"),
    high=Decimal("18.90"),
    valid_from=date(2026, 10, 1),
    billing_basis="productive_hour",
    place="PL",
    source="Offer of 1 October, page 3",
)
FRENCH = QuoteTerms(premiums={"fr": Decimal("0.125")})
HYBRID = QuoteTerms(
    tiers=(
        VolumeTier(above=Decimal(500), price=Decimal("14.90")),
        VolumeTier(above=Decimal(900), price=Decimal("13.905")),
    ),
    banding="all_units",
    included=Decimal(100),
    fixed_month=Decimal("1500.00"),
    minimum_month=Decimal(8000),
    surcharges={"night": Decimal("0.25"), "sunday": Decimal(0)},
    surcharge_rule="highest",
    premiums={"fr": Decimal("0.125")},
    setup_fee=Decimal(0),
    training_fee=Decimal("1200.50"),
    tools_seat_month=Decimal("19.99"),
)


def refusal(code: str) -> pytest.RaisesExc[DomainError]:
    return pytest.raises(DomainError, check=lambda error: error.code == code)


def test_a_quote_keeps_every_digit_and_who_typed_it(admin: Actor) -> None:
    add_quote(admin, QUOTE)
    (view,) = list_quotes(colleague_of(admin, "mei"))
    assert view.quote == QUOTE
    assert [str(end) for end in (view.quote.low, view.quote.base, view.quote.high)] == [
        "15.10",
        "16.00",
        "18.90",
    ]
    assert (view.by, view.deleted) == ("Lin", False)


def test_every_term_comes_back_digit_by_digit_and_what_nobody_named_stays_unnamed(admin: Actor) -> None:
    full = replace(QUOTE, terms=HYBRID, note="Holds for 24 months.\nSigned by the vendor.")
    made = add_quote(admin, full)
    plain = add_quote(admin, replace(QUOTE, label="Vendor B"))
    kept = {view.id: view.quote for view in list_quotes(admin)}
    assert kept[made] == full
    assert str(kept[made].terms.tiers[1].price) == "13.905"
    assert kept[made].terms.setup_fee == 0
    assert kept[plain].terms.setup_fee is None
    without = replace(full, terms=QuoteTerms(), note="")
    version = change_quote(admin, made, without, version=1)
    assert change_quote(admin, made, without, version=version) == version
    assert [view.quote for view in list_quotes(admin) if view.id == made] == [without]
    with look(admin) as session:
        chosen = select(AuditEntry).where(col(AuditEntry.action) == "quotes.change")
        (entry,) = session.exec(chosen).all()
    assert entry.before["terms"]["fixed_month"] == "1500.00"
    assert entry.after["terms"] == {}


def test_another_organisation_never_sees_it(admin: Actor, stranger: Actor) -> None:
    made = add_quote(admin, QUOTE)
    assert list_quotes(stranger) == ()
    assert private_rates(stranger) == ()
    for forbidden in (
        lambda: change_quote(stranger, made, QUOTE, version=1),
        lambda: delete_quote(stranger, made, version=1),
        lambda: restore_quote(stranger, made),
    ):
        with refusal("accounts.not_found"):
            forbidden()
    (column,) = compare_scenarios(stranger, open_sample(stranger), [None])
    assert column.estimate is not None
    assert column.estimate.pricing.rate_library.private == ()


def test_a_vendor_sees_none_of_them(admin: Actor) -> None:
    vendor = colleague_of(admin, "vera", Role.VENDOR)
    for forbidden in (
        lambda: list_quotes(vendor),
        lambda: private_rates(vendor),
        lambda: add_quote(vendor, QUOTE),
    ):
        with refusal("accounts.not_allowed"):
            forbidden()


def test_it_is_compared_like_a_published_rate_and_drawn(admin: Actor) -> None:
    made = add_quote(admin, QUOTE)
    cost = estimate_record(RECORD, private=private_rates(admin))
    place: Place = next(place for place in cost.comparison if place.kind == "private")
    bill = place.bills["hour"]
    # 950.625 productive hours at 15.10, 16.00 and 18.90 euros.
    assert bill.month.ends == pytest.approx((14354.4375, 15210.0, 17966.8125))  # type: ignore[union-attr]  # it was billed
    drawn = uncertainty_of(cost, with_interval=False)
    assert drawn.places[made].kind == "private"
    rate = next(each for each in drawn.inputs if each.id == f"rate.{made}")
    assert (rate.low, rate.likely, rate.high) == (15.1, 16.0, 18.9)


def test_its_set_up_fee_enters_its_first_year_and_nobody_elses(admin: Actor) -> None:
    """3,600 once are 300 a month, 309 with 3 % of room for exchange rates."""
    dear = add_quote(admin, replace(QUOTE, terms=QuoteTerms(setup_fee=Decimal(3600))))
    plain = add_quote(admin, replace(QUOTE, label="Vendor B"))
    drawn = uncertainty_of(estimate_record(RECORD, private=private_rates(admin)), with_interval=False)
    assert drawn.places[dear].lines["setup"] == pytest.approx(300)
    assert "setup" not in drawn.places[plain].lines
    assert drawn.places[dear].estimate_month - drawn.places[plain].estimate_month == pytest.approx(309)


def test_a_quote_with_tiers_or_a_minimum_is_compared_by_the_month_and_not_drawn(admin: Actor) -> None:
    made = add_quote(admin, replace(QUOTE, terms=QuoteTerms(minimum_month=Decimal(20_000))))
    cost = estimate_record(RECORD, private=private_rates(admin))
    bill = next(place for place in cost.comparison if place.id == made).bills["offer"]
    assert bill.month.ends == pytest.approx((20_000, 20_000, 20_000))  # type: ignore[union-attr]  # it was billed
    assert made not in uncertainty_of(cost, with_interval=False).places


def test_it_is_corrected_taken_away_and_brought_back(admin: Actor) -> None:
    made = add_quote(admin, QUOTE)
    dearer = replace(QUOTE, base=Decimal("17.00"))
    version = change_quote(admin, made, dearer, version=1)
    assert change_quote(admin, made, dearer, version=version) == version
    with refusal("accounts.overtaken"):
        change_quote(admin, made, QUOTE, version=1)
    delete_quote(admin, made, version=version)
    assert list_quotes(admin) == ()
    assert private_rates(admin) == ()
    (gone,) = list_quotes(admin, deleted=True)
    assert (gone.deleted, gone.quote) == (True, dearer)
    restore_quote(admin, made)
    assert [view.quote for view in list_quotes(admin)] == [dearer]
    with look(admin) as session:
        chosen = select(AuditEntry).where(col(AuditEntry.record_id) == made).order_by(col(AuditEntry.id))
        entries = session.exec(chosen).all()
    assert [entry.action for entry in entries] == [
        "quotes.add",
        "quotes.change",
        "quotes.delete",
        "quotes.restore",
    ]
    assert (entries[1].before["base"], entries[1].after["base"]) == ("16.00", "17.00")


def test_what_was_taken_away_is_brought_back_before_it_is_corrected(admin: Actor) -> None:
    made = add_quote(admin, QUOTE)
    delete_quote(admin, made, version=1)
    (gone,) = list_quotes(admin, deleted=True)
    for seen in (1, gone.version):
        with refusal("quotes.deleted"):
            change_quote(admin, made, replace(QUOTE, base=Decimal(17)), version=seen)
    restore_quote(admin, made)
    assert [view.quote for view in list_quotes(admin)] == [QUOTE]


def test_the_newest_stands_first(admin: Actor) -> None:
    for day in (1, 20, 10):
        add_quote(admin, replace(QUOTE, label=f"Day {day}", valid_from=date(2026, 10, day)))
    assert [view.quote.label for view in list_quotes(admin)] == ["Day 20", "Day 10", "Day 1"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"label": " "}, "quotes.label_empty"),
        ({"label": "x" * 121}, "quotes.label_long"),
        ({"source": "x" * 501}, "quotes.source_long"),
        ({"currency": "ZZZ"}, "quotes.choice_unknown"),
        ({"note": "x" * 2001}, "quotes.note_long"),
        ({"terms": QuoteTerms(premiums={"xx": Decimal("0.1")})}, "quotes.choice_unknown"),
        ({"unit": "ticket", "billing_basis": None, "terms": HYBRID}, "costing.surcharges_by_the_hour"),
        ({"unit": "order", "billing_basis": None, "terms": FRENCH}, "costing.premiums_not_here"),
        ({"unit": "smile"}, "quotes.choice_unknown"),
        ({"place": "atlantis"}, "quotes.choice_unknown"),
        # A region of the rates is no country a vendor works in.
        ({"place": "east"}, "quotes.choice_unknown"),
        ({"terms": QuoteTerms(surcharge_rule="add")}, "quotes.rule_alone"),
        ({"high": Decimal("1e400")}, "quotes.amount_large"),
        ({"terms": QuoteTerms(setup_fee=Decimal(10**12 + 1))}, "quotes.amount_large"),
        ({"billing_basis": None}, "costing.basis_missing"),
        ({"low": Decimal("19.00")}, "costing.quote_outside"),
        ({"low": Decimal("NaN")}, "costing.quote_outside"),
        ({"base": Decimal("19.00")}, "costing.quote_expected_outside"),
        ({"base": Decimal("NaN")}, "costing.quote_expected_outside"),
    ],
)
def test_what_is_no_quote_is_refused_in_words(admin: Actor, change: dict[str, object], code: str) -> None:
    with pytest.raises(DomainError) as refused:
        add_quote(admin, replace(QUOTE, **change))  # type: ignore[arg-type]  # wrong on purpose
    assert refused.value.code == code
    assert explain("zh", refused.value)
    assert explain("en", refused.value)
    assert list_quotes(admin) == ()


def test_a_price_per_ticket_needs_no_hour(admin: Actor) -> None:
    add_quote(admin, replace(QUOTE, unit="ticket", billing_basis=None, place=""))
    (rate,) = private_rates(admin)
    assert (rate.unit, rate.billing_basis, rate.country) == ("ticket", None, None)
