"""The first page of the cost brief: the answer, and what it rests on."""

from collections.abc import Iterator

from domain.costing.band import Band
from domain.costing.budget import month_to_budget
from domain.shared.paper import Block, Span, Spans
from services.costing_brief_budget import best_quote, budget_sentence, way_price
from services.costing_brief_words import Brief, Part
from words.costing import next_price, waiting_hours
from words.numbers import MISSING, day, number, plain


def answer_page(brief: Brief) -> tuple[Part, ...]:
    """Verdict, bands, three key figures, what it rests on."""
    t = brief.t
    return (
        Part(
            blocks=(
                brief.heading(t("cost_brief.answer")),
                brief.paragraph(_verdict(brief), "highlight"),
                *brief.bullets(list(_reasons(brief))),
            )
        ),
        *_charts(brief),
        Part(blocks=(brief.heading(t("cost_brief.key_figures"), 2), _key_figures(brief))),
        Part(
            blocks=(brief.heading(t("cost_brief.rests_on"), 2), *brief.bullets(list(_rests_on(brief)))),
            rank=1,
        ),
        Part(
            blocks=(
                brief.paragraph(
                    t("cost_brief.made_on", day=day(brief.language, brief.today)),
                    "note",
                ),
            ),
            rank=2,
        ),
    )


def _charts(brief: Brief) -> Iterator[Part]:
    """The ways beside each other where another way than dedicated agents is advised; then the prices by place."""
    t = brief.t
    if brief.way is not None:
        read = brief.paragraph(_read(brief, t("cost_view.ways_read")), "note", leads=True)
        yield Part(blocks=(brief.heading(t("cost_view.ways_title"), 2), read, _ways(brief)))
    how = t("cost.chart_subtitle", basis=t(f"cost.basis.{brief.basis}"))
    read = brief.paragraph(_read(brief, how), "note", leads=True)
    title = brief.heading(t(f"cost.chart_title.{brief.kind}"), 2)
    yield Part(blocks=(title, read, _bands(brief)), rank=0 if brief.way is None else 3)


def _read(brief: Brief, how: str) -> str:
    """How to read a chart; bars are normal months, and the budget line must not be read against them."""
    if brief.budget is None:
        return how
    month = month_to_budget(brief.cost, brief.cheapest.id, brief.basis)
    return brief.t("cost_brief.budget_read", how=how, **brief.ends(month, brief.cheapest.currency))


def _verdict(brief: Brief) -> str:
    """The sentence of the cost page."""
    if brief.way is None:
        best = brief.cheapest
        key = "cost.verdict_domestic" if brief.kind == "domestic" else "cost.verdict"
        return brief.t(key, region=best.name, **brief.ends(best.month, best.currency))
    way = brief.t(f"costing.alternative.{brief.way.id}")
    ends = brief.ends(brief.way.month, brief.cost.make_or_buy.currency)
    return brief.t("cost.verdict_way", way=way, **ends)


def _reasons(brief: Brief) -> Iterator[str]:
    """Why, how certain, and what dedicated agents would cost where another way is advised."""
    best, (_, why) = brief.cheapest, brief.cost.advice
    if why != "cheapest":
        yield brief.t(f"costing.advice.{why}")
        yield from way_price(brief)
        yield brief.t("cost.reason_dedicated", region=best.name, **brief.ends(best.month, best.currency))
    else:
        yield from _next_best(brief)
        yield from _drawn_order(brief)
        yield from _cheaper_way(brief)
    yield from best_quote(brief)
    yield _waiting(brief)
    yield brief.t("cost.reason_basis", gap=brief.share(brief.cost.basis_gap))
    yield from budget_sentence(brief)


def _cheaper_way(brief: Brief) -> Iterator[str]:
    """Another way of the same service that costs less than dedicated agents."""
    name, _ = brief.cost.advice
    if name != "dedicated":
        way = next(each for each in brief.cost.alternatives if each.id == name)
        ends = brief.ends(way.month, brief.cost.make_or_buy.currency)
        yield brief.t("cost_brief.way_cheaper", way=brief.t(f"costing.alternative.{name}"), **ends)


def _next_best(brief: Brief) -> Iterator[str]:
    others = [each for each in brief.offered if each is not brief.cheapest]
    if not others:
        return
    following = min(others, key=lambda each: each.month.base)
    ends = {"cheapest": brief.cheapest.month.ends, "following": following.month.ends}
    yield brief.on_paper(next_price(brief.language, following.name, **ends))


def _drawn_order(brief: Brief) -> Iterator[str]:
    """That another price costs least in more of the draws, where it is so."""
    places = brief.costing.uncertainty(brief.basis).of_kind(brief.kind)
    shares = {each.place: each.cheapest_share for each in places}
    first, own = max(shares, key=lambda place: shares[place]), brief.cheapest.id
    if own in shares and shares[first] > shares[own]:
        yield brief.t(
            "cost_brief.drawn_order",
            first=brief.name_of(first),
            first_share=brief.share(shares[first]),
            place=brief.cheapest.name,
            share=brief.share(shares[own]),
        )


def _waiting(brief: Brief) -> str:
    staffing = brief.cost.staffing
    said = waiting_hours(
        brief.language,
        idle=staffing.pooled.idle_hours,
        pooled=staffing.pooled_hours,
        separate=staffing.separate_hours,
    )
    return brief.on_paper(said)


def _ways(brief: Brief) -> Spans:
    """One bar per way of getting the service, the advised one darker."""
    return Spans(
        language=brief.language,
        rows=tuple(
            _bar(brief, brief.t(f"costing.alternative.{way.id}"), way.month, strong=way is brief.way)
            for way in brief.cost.alternatives
        ),
        mark=_mark(brief),
    )


def _bands(brief: Brief) -> Spans:
    """One bar per price of the leading kind, with the budget."""
    rows = [
        _bar(brief, f"{each.name}, {each.currency}", each.month, strong=each is brief.cheapest)
        for each in brief.offered
    ]
    return Spans(language=brief.language, rows=tuple(rows), mark=_mark(brief))


def _bar(brief: Brief, label: str, month: Band, *, strong: bool) -> Span:
    return Span(
        label=label,
        start=month.low,
        end=month.high,
        base=month.base,
        text=brief.band(month),
        strong=strong,
    )


def _mark(brief: Brief) -> tuple[float, str] | None:
    """The budget as a line through the bars."""
    if brief.budget is None:
        return None
    amount = brief.money(brief.budget, brief.cheapest.currency)
    return brief.budget, brief.t("cost.budget_line", amount=amount)


def _key_figures(brief: Brief) -> Block:
    """A month of what is advised, the first year of dedicated agents, people: each with what it is."""
    t, (first, _), staffing = brief.t, brief.years, brief.cost.staffing
    currency = first.rate.currency
    rows = (
        _month(brief),
        (
            t("cost_brief.key_year", place=brief.year_name),
            brief.money(first.year.base, currency),
            t("cost_brief.key_year_note", amount=brief.money(first.month.base, currency)),
        ),
        (
            t("cost_brief.key_people"),
            plain(brief.language, staffing.fte, 1),
            t("cost_brief.key_people_note", hours=number(brief.language, staffing.pooled_hours)),
        ),
    )
    heads = tuple(t(f"cost_brief.col_{name}") for name in ("figure", "value", "note"))
    return brief.table(heads, rows, (36, 18, 46), "wfw")


def _month(brief: Brief) -> tuple[str, str, str]:
    """A normal month of what the verdict speaks of."""
    way, best, contacts = brief.way, brief.cheapest, brief.cost.demand.contacts_month
    if way is not None:
        currency = brief.cost.make_or_buy.currency
        name, key = brief.t(f"costing.alternative.{way.id}"), "cost_brief.key_way_note"
        amount, each = way.month.base, brief.per_contact(way.per_contact, currency)
    else:
        currency, name, key = best.currency, best.name, "cost_brief.key_month_note"
        amount = best.month.base
        each = brief.money(amount / contacts, currency, 2) if contacts else MISSING
    return (
        brief.t("cost_brief.key_month", place=name),
        brief.money(amount, currency),
        brief.t(key, amount=each),
    )


def _rests_on(brief: Brief) -> Iterator[str]:
    """The few things a reader must know about the figures."""
    yield brief.t(f"cost.known_against.{brief.kind}")
    yield brief.t("cost_brief.net", basis=brief.t(f"cost.basis.{brief.basis}"))
    assumed = len(brief.costing.record.assumptions)
    if assumed:
        yield brief.t("cost_brief.assumed", count=assumed)
