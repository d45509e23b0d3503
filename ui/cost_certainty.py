"""How sure a price is: the spread of 10,000 draws, the strongest inputs, what would change the cheapest place."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from domain.costing.comparison import PlaceKind
from domain.costing.estimate import Estimate
from domain.costing.hours import BillingBasis
from domain.costing.spread import PlaceSpread, Uncertainty
from domain.costing.tornado import Flip, UncertainInput
from domain.shared.outcomes import NotAssessed
from ui.address import pick_in_address
from ui.charts import ChartText
from ui.charts_cost import cost_band
from ui.charts_steps import Swing, tornado
from ui.cost_chart import axis_amount, axis_ticks, axis_title, band
from ui.cost_lines import Ledger, said_origin
from ui.cost_page import basis_picker
from ui.cost_places import rate_name, rates_by_id
from ui.cost_prices import kind_picker
from ui.guard import Page
from ui.kit import head, mute, nb, safe
from ui.tables import small_table
from words.names import listed
from words.numbers import MISSING, number, percent, plain, span

InputName = Callable[[str], str]
_KINDS: tuple[PlaceKind, ...] = ("domestic", "region", "country", "private")


def certainty_view(
    page: Page,
    ledger: Ledger,
    drawn: Callable[[BillingBasis], Uncertainty],
    input_name: InputName,
    why: Callable[[NotAssessed], str],
) -> None:
    """Spread first, then what causes it, then what it was drawn from.

    Args:
        page: the open page.
        ledger: the estimate and what its figures are explained with.
        drawn: the draws, with every published rate read as one kind of hour.
        input_name: an uncertain input in words.
        why: a gap in words.
    """
    made = ledger.made
    with st.container(horizontal=True, gap="large"):
        basis = basis_picker(page, made)
        sure = drawn(basis)
        kind = kind_picker(page, [kind for kind in _KINDS if sure.of_kind(kind)])
    places = sure.of_kind(kind)
    _ratio(page, sure, why)
    _spread(page, made, places)
    if kind == "private":
        _not_drawn(page, made, places)
    chosen = _place_picker(page, made, places)
    left, right = st.columns([3, 2], gap="small")
    with left, st.container(border=True, height="stretch"):
        _tornado(page, chosen, input_name)
    with right, st.container(border=True, height="stretch", gap="xsmall"):
        _flips(page, made, sure, kind, input_name)
    _inputs(page, ledger, sure, input_name)


def _place_picker(page: Page, made: Estimate, places: Sequence[PlaceSpread]) -> PlaceSpread:
    names = [place.place for place in places]
    chosen = pick_in_address(
        "place", names, names[0], label=page.t("cost_view.place"), words=lambda name: _name(page, made, name)
    )
    return next(place for place in places if place.place == chosen)


def _name(page: Page, made: Estimate, place: str) -> str:
    return rate_name(rates_by_id(made)[place], page.language)


def _ratio(page: Page, sure: Uncertainty, why: Callable[[NotAssessed], str]) -> None:
    """Whether the hourly plan is in the draws, and why the middle is not the estimate's month."""
    draws = number(page.language, sure.draws)
    if isinstance(sure.interval_ratio, NotAssessed):
        st.info(page.t("cost_view.without_ratio", draws=draws, reason=why(sure.interval_ratio)))
        return
    ratio = number(page.language, sure.interval_ratio, 2)
    st.info(page.t("cost_view.with_ratio", draws=draws, ratio=ratio), icon=":material/difference:")
    if sure.peak_error is not None and not isinstance(sure.peak_ratio, NotAssessed):
        key = "cost_view.ratio_too_high" if sure.peak_error > 0 else "cost_view.ratio_too_low"
        in_peaks, share = number(page.language, sure.peak_ratio, 2), abs(sure.peak_error)
        mute(page.t(key, ratio=in_peaks, share=percent(page.language, share, 0)))


def _spread(page: Page, made: Estimate, places: Sequence[PlaceSpread]) -> None:
    language, currency = page.language, places[0].currency
    spoken = [
        f"{_name(page, made, place.place)} {span(*(number(language, v) for v in _ends(place)))}"
        for place in places
    ]
    with st.container(border=True):
        cost_band(
            [band(_name(page, made, place.place), _ends(place), currency, language) for place in places],
            ChartText(
                title=page.t("cost_view.spread_title"),
                subtitle=page.t("cost_view.spread_read"),
                axis=axis_title(language, currency),
                alt=listed(language, spoken),
            ),
            budget=None,
            ticks=axis_ticks(language, currency),
            key=f"spread_{places[0].kind}",
        )
    small_table(_spread_table(page, made, places), label=page.t("cost_view.spread_title"))
    for alike in dict.fromkeys(tuple(sorted((place.place, *place.equals))) for place in places):
        if len(alike) > 1:
            names = [_name(page, made, name) for name in alike]
            mute(page.t("cost_view.equal_ranges", places=listed(page.language, names)))


def _not_drawn(page: Page, made: Estimate, places: Sequence[PlaceSpread]) -> None:
    """Quotes without one price per hour have no spread."""
    drawn = {place.place for place in places}
    names = [safe(quote.label) for quote in made.pricing.rate_library.private if quote.id not in drawn]
    if names:
        mute(page.t("quotes.not_drawn", names=listed(page.language, names)))


def _ends(place: PlaceSpread) -> tuple[float, float, float]:
    return place.month.p10, place.month.p50, place.month.p90


def _spread_table(page: Page, made: Estimate, places: Sequence[PlaceSpread]) -> dict[str, Sequence[Any]]:
    language, currency = page.language, places[0].currency
    return {
        nb(page.t("cost.col_price")): [f"**{nb(_name(page, made, place.place))}**" for place in places],
        nb(page.t("cost_view.col_formula_month", currency=currency)): [
            number(language, place.estimate_month) for place in places
        ],
        nb(page.t("cost_view.col_likely_month", currency=currency)): [
            number(language, place.likely_month) for place in places
        ],
        nb(page.t("cost_view.col_spread", currency=currency)): [
            span(*(number(language, value) for value in _ends(place))) for place in places
        ],
        nb(page.t("cost.col_contact_in", currency=currency)): [_per_contact(page, place) for place in places],
        nb(page.t("cost_view.col_cheapest")): [
            percent(language, place.cheapest_share, 0) for place in places
        ],
    }


def _per_contact(page: Page, place: PlaceSpread) -> str:
    each = place.per_contact
    if isinstance(each, NotAssessed):
        return MISSING
    return span(*(number(page.language, value, 2) for value in (each.p10, each.p50, each.p90)))


def _tornado(page: Page, place: PlaceSpread, input_name: InputName) -> None:
    language, currency = page.language, place.currency
    swings = [
        Swing(
            label=input_name(bar.input.id),
            at_low=bar.month_at_p10,
            at_high=bar.month_at_p90,
            low_text=axis_amount(language, bar.month_at_p10, currency),
            high_text=axis_amount(language, bar.month_at_p90, currency),
        )
        for bar in place.tornado
    ]
    tornado(
        swings,
        ChartText(
            title=page.t("cost_view.tornado_title"),
            subtitle=page.t("cost_view.tornado_read"),
            axis=axis_title(language, currency),
            alt=listed(language, [f"{each.label} {each.low_text} – {each.high_text}" for each in swings]),
        ),
        middle=place.likely_month,
        ends=(page.t("cost_view.at_p10"), page.t("cost_view.at_p90")),
        ticks=axis_ticks(language, currency),
        key=f"tornado_{place.place}",
    )


def _flips(page: Page, made: Estimate, sure: Uncertainty, kind: PlaceKind, input_name: InputName) -> None:
    """What must be true for another place to become the cheapest."""
    st.markdown(f"**{page.t('cost_view.flips')}**")
    cheapest = sure.cheapest[kind]
    if len(sure.of_kind(kind)) == 1:
        mute(page.t("cost_view.flips_alone"))
        return
    mute(page.t("cost_view.flips_text", place=_name(page, made, cheapest.place)))
    moving = [flip for flip in cheapest.flips if flip.value is not None]
    lines = [_flip(page, made, flip, input_name) for flip in moving]
    still = [input_name(flip.input.id) for flip in cheapest.flips if flip.value is None]
    if still:
        lines.append(page.t("cost_view.flips_none", inputs=page.t("cost_view.between").join(still)))
    st.markdown("\n".join(f"- {line}" for line in lines))


def _flip(page: Page, made: Estimate, flip: Flip, input_name: InputName) -> str:
    each = flip.input
    return page.t(
        "cost_view.flip",
        input=input_name(each.id),
        value=_value(page, each, flip.value or 0.0),
        likely=_value(page, each, each.likely),
        place=_name(page, made, flip.place or ""),
    )


def _value(page: Page, each: UncertainInput, value: float) -> str:
    if each.unit == "share":
        return percent(page.language, value)
    return page.t(f"cost_view.unit_of.{each.unit}", value=plain(page.language, value))


def _inputs(page: Page, ledger: Ledger, sure: Uncertainty, input_name: InputName) -> None:
    """What was drawn, from where to where, and on whose authority."""
    head(page.t("cost_view.inputs"), 3)
    mute(page.t("cost_view.inputs_text", seed=sure.seed))
    domestic = (model.id for model in ledger.made.pricing.rate_library.domestic)
    rates = {f"rate.{place}" for place in (*ledger.made.regions, *domestic)}
    shown = [each for each in sure.inputs if not each.id.startswith("rate.") or each.id in rates]
    small_table(
        {
            nb(page.t("cost_view.col_input")): [nb(input_name(each.id)) for each in shown],
            nb(page.t("cost_view.col_low")): [nb(_value(page, each, each.low)) for each in shown],
            nb(page.t("cost_view.col_likely")): [nb(_value(page, each, each.likely)) for each in shown],
            nb(page.t("cost_view.col_high")): [nb(_value(page, each, each.high)) for each in shown],
            nb(page.t("cost_view.col_authority")): [_authority(page, ledger, each) for each in shown],
        },
        label=page.t("cost_view.inputs"),
    )


def _authority(page: Page, ledger: Ledger, each: UncertainInput) -> str:
    return page.t("cost_view.typed_range") if each.typed else said_origin(ledger, each.origin)
