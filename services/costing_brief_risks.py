"""The last page of the cost brief: how sure it is, what it assumes, what to do next."""

from collections.abc import Iterator

from domain.costing.spread import PlaceSpread, Uncertainty
from domain.costing.tornado import Flip, UncertainInput
from domain.shared.outcomes import NotAssessed
from domain.shared.paper import Block, Span, Spans
from services.catalog import catalog
from services.costing_brief_prices import standing, way_prices
from services.costing_brief_words import Brief, Part, adds_hours
from services.sentences import finding_sentence, reason, uncertain_name
from words.names import listed
from words.numbers import number, percent, plain

# Defaults worth measuring before anything is signed, because the price follows from them.
_MEASURED = frozenset(
    {"aht_s", "chat_concurrency", "occupancy", "shrinkage", "weekly_contract_hours", "growth_year"}
)
_MOST_BARS, _MOST_FLIPS, _MOST_FINDINGS, _MOST_ASSUMED = 6, 3, 3, 4


def risks_page(brief: Brief) -> tuple[Part, ...]:
    """Spread, strongest inputs, what would change the order, assumptions with their sources, next steps."""
    t, sure = brief.t, brief.costing.uncertainty(brief.basis)
    places = sure.of_kind(brief.kind)
    chosen = next((each for each in places if each.place == brief.place), places[0])
    findings = [finding_sentence(brief.language, each) for each in brief.cost.findings[:_MOST_FINDINGS]]
    return (
        Part(
            blocks=(
                brief.heading(t("cost_brief.risks")),
                brief.paragraph(_draws(brief, sure), leads=True),
                _spread(brief, places),
            )
        ),
        Part(
            blocks=(
                brief.heading(t("cost_brief.tornado", place=brief.name_of(chosen.place)), 2),
                brief.paragraph(t("cost_view.tornado_read"), "note", leads=True),
                _tornado(brief, chosen),
            ),
        ),
        Part(blocks=tuple(_flips(brief, sure)), rank=2),
        Part(blocks=(brief.heading(t("cost_brief.assumptions"), 2), _assumptions(brief)), rank=0),
        Part(blocks=(brief.heading(t("cost.findings"), 2), *brief.bullets(findings)), rank=1)
        if findings
        else Part(blocks=(), rank=9),
        Part(blocks=(brief.heading(t("cost_brief.next"), 2), *brief.bullets(list(_next(brief))))),
    )


def _draws(brief: Brief, sure: Uncertainty) -> str:
    draws = number(brief.language, sure.draws)
    if isinstance(sure.interval_ratio, NotAssessed):
        why = reason(brief.language, sure.interval_ratio)
        return brief.t("cost_view.without_ratio", draws=draws, reason=why)
    key = "cost_brief.with_ratio" if adds_hours(sure.interval_ratio) else "cost_brief.with_same"
    said = [brief.t(key, draws=draws, ratio=plain(brief.language, sure.interval_ratio))]
    if sure.peak_error is not None and not isinstance(sure.peak_ratio, NotAssessed):
        wrong = "cost_view.ratio_too_high" if sure.peak_error > 0 else "cost_view.ratio_too_low"
        share = percent(brief.language, abs(sure.peak_error), 0)
        said.append(brief.t(wrong, ratio=plain(brief.language, sure.peak_ratio), share=share))
    return brief.t("cost_brief.after").join(said)


def _spread(brief: Brief, places: tuple[PlaceSpread, ...]) -> Block:
    t, language, currency = brief.t, brief.language, places[0].currency
    rows = [
        (
            brief.name_of(place.place),
            number(language, place.estimate_month),
            number(language, place.likely_month),
            *(number(language, value) for value in (place.month.p10, place.month.p50, place.month.p90)),
            percent(language, place.cheapest_share, 0),
        )
        for place in places
    ]
    heads = [
        t("cost_brief.col_place", currency=currency),
        *(t(f"cost_brief.col_{name}") for name in ("formula", "likely", "p10", "p50", "p90", "cheapest")),
    ]
    return brief.table(heads, rows, (20, 13, 14, 12, 12, 12, 17), "wffffff")


def _tornado(brief: Brief, place: PlaceSpread) -> Spans:
    """The strongest inputs of the place whose year is unfolded."""
    rows = []
    for bar in place.tornado[:_MOST_BARS]:
        low, high = sorted((bar.month_at_p10, bar.month_at_p90))
        text = f"{number(brief.language, low)} – {number(brief.language, high)}"
        rows.append(Span(label=uncertain_name(brief.language, bar.input.id), start=low, end=high, text=text))
    likely = brief.t("cost_brief.likely", amount=brief.money(place.likely_month, place.currency))
    return Spans(
        language=brief.language, rows=tuple(rows), mark=(place.likely_month, likely), from_zero=False
    )


def _flips(brief: Brief, sure: Uncertainty) -> Iterator[Block]:
    """What would have to be true for another place to cost least."""
    t, cheapest = brief.t, sure.cheapest[brief.kind]
    if len(sure.of_kind(brief.kind)) == 1:
        return
    moving = [flip for flip in cheapest.flips if flip.value is not None]
    lines = [_flip(brief, flip) for flip in moving[:_MOST_FLIPS]]
    if not lines:
        lines = [t("cost_brief.no_flip", place=brief.name_of(cheapest.place))]
    yield brief.heading(t("cost_view.flips"), 2)
    yield from brief.bullets(lines)


def _flip(brief: Brief, flip: Flip) -> str:
    each = flip.input
    return brief.t(
        "cost_view.flip",
        input=uncertain_name(brief.language, each.id),
        value=_value(brief, each, flip.value or 0.0),
        likely=_value(brief, each, each.likely),
        place=brief.name_of(flip.place or ""),
    )


def _value(brief: Brief, each: UncertainInput, value: float) -> str:
    if each.unit == "share":
        return percent(brief.language, value)
    return brief.t(f"cost_view.unit_of.{each.unit}", value=plain(brief.language, value))


def _assumptions(brief: Brief) -> Block:
    """The price that carries the answer, rates and working conditions, each with its source and how far it can be relied on."""
    t = brief.t
    rows = [*way_prices(brief), *_rates(brief), *_conditions(brief)]
    heads = tuple(t(f"cost_brief.col_{name}") for name in ("assumption", "value", "source", "standing"))
    return brief.table(heads, rows, (24, 20, 34, 22), "wwww")


def _rates(brief: Brief) -> Iterator[tuple[str, str, str, str]]:
    rates = (
        [price.rate for price in brief.cost.regions.values()]
        if brief.kind == "region"
        else [
            rate
            for rate in brief.cost.pricing.rate_library.domestic
            if rate.id in {each.id for each in brief.offered}
        ]
    )
    for rate in rates:
        amounts = f"{plain(brief.language, rate.low)} – {plain(brief.language, rate.high)}"
        unit = brief.t(f"cost.unit.{rate.unit}", currency=rate.currency)
        yield rate.name[brief.language], f"{amounts} {unit}", *standing(brief, rate.origin)


def _conditions(brief: Brief) -> Iterator[tuple[str, str, str, str]]:
    """Occupancy and shrinkage as answered, tools and the merchant's own manager as parameters."""
    inputs, record, terms = brief.cost.inputs, brief.costing.record, brief.years[0]
    for question, value in (("occupancy", inputs.occupancy), ("shrinkage", inputs.shrinkage)):
        asked = record.book.questions[question]
        label, shown = brief.t(f"cost.fact_{question}"), brief.share(value)
        if record.origin(question) == "default" and asked.default_origin is not None:
            yield label, shown, *standing(brief, asked.default_origin)
        else:
            yield label, shown, brief.t("cost_book.origin.answer"), brief.t("cost_brief.yours")
    currency, cn = terms.rate.currency, "cn_" if brief.kind == "domestic" else ""
    for name in (f"{cn}tools_per_seat_month", f"{cn}manager_month"):
        parameter = catalog().parameters[name]
        amount = brief.money(float(parameter.default), currency)
        yield parameter.label[brief.language], amount, *standing(brief, parameter.origin)


def _next(brief: Brief) -> Iterator[str]:
    """What a manager decides or asks for after reading."""
    yield brief.t("cost_brief.next_basis")
    yield brief.t("cost_brief.next_staffing")
    record = brief.costing.record
    assumed = [brief.t(f"cost_brief.measure.{name}") for name in record.assumptions if name in _MEASURED]
    if assumed:
        yield brief.t("cost_brief.next_measure", what=listed(brief.language, assumed[:_MOST_ASSUMED]))
    yield brief.t("cost_brief.next_request")
