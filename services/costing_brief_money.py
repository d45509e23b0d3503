"""The second page of the cost brief: where the money goes."""

from collections.abc import Iterator

from domain.costing.band import Band
from domain.costing.lines import CostLine
from domain.shared.paper import Block, Span, Spans
from services.costing_brief_words import Brief, Part
from services.sentences import channel_name
from words.names import language_name, listed
from words.numbers import MISSING, number

_SERVICE = "service"


def money_page(brief: Brief) -> tuple[Part, ...]:
    """The first year as a waterfall, its lines beside those of later years, and what is not in them."""
    t, (first, later), language = brief.t, brief.years, brief.language
    currency = first.rate.currency
    heads = (
        t("cost_brief.col_line"),
        t("cost_brief.col_first", currency=currency),
        t("cost_brief.col_later"),
    )
    years = t(
        "cost_view.year_text",
        year=brief.money(first.year.base, currency),
        later=brief.money(later.year.base, currency),
    )
    after = [
        t(
            "cost_brief.per_contact_years",
            first=brief.per_contact(first.per_contact, currency),
            later=brief.per_contact(later.per_contact, currency),
        )
    ]
    if first.left_out:
        names = listed(language, [t(f"cost_view.left_out.{name}") for name in first.left_out])
        after.append(t("cost_view.left_out_text", names=names))
    return (
        Part(blocks=tuple(_opening(brief, years))),
        Part(
            blocks=(
                brief.heading(t("cost_view.waterfall_first"), 2),
                brief.paragraph(t("cost_view.waterfall_read"), "note", leads=True),
                _waterfall(brief, first.total, currency),
            ),
            rank=1,  # the table below tells the same; beside another way of service there is no room for both
        ),
        Part(
            blocks=(
                brief.heading(t("cost_brief.lines"), 2),
                brief.table(heads, list(_lines(brief, first.total, later.total)), (40, 40, 20), "wff"),
            )
        ),
        Part(blocks=brief.bullets(after)),
        Part(blocks=tuple(_split(brief)), rank=2),
    )


def _opening(brief: Brief, years: str) -> Iterator[Block]:
    """The advised way first where it is not dedicated agents; then whose year is unfolded."""
    t, way = brief.t, brief.way
    name = t(f"costing.alternative.{way.id}") if way else brief.year_name
    yield brief.heading(t("cost_brief.money", place=name))
    if way is not None:
        heads = (t("cost_brief.col_line"), t("cost.col_month", currency=brief.cost.make_or_buy.currency))
        rows = [
            (t(f"costing.line.{line.id}"), brief.band(line.amount)) for line in (*way.total.parts, way.total)
        ]
        yield brief.heading(t("cost_brief.way_lines", way=name), 2)
        yield brief.table(heads, rows, (60, 40), "wf")
        yield brief.heading(t("cost_brief.instead", place=brief.year_name), 2)
    yield brief.paragraph(years)
    if brief.kind == "region" and brief.place != brief.cheapest.id:
        yield brief.paragraph(t("cost_brief.unfolded", place=brief.year_name))


def _leaves(total: CostLine) -> Iterator[CostLine]:
    """The lines under the total, service unfolded."""
    for line in total.parts:
        yield from line.parts if line.id == _SERVICE else (line,)


def _waterfall(brief: Brief, total: CostLine, currency: str) -> Spans:
    """Each bar starts where the one above ends."""
    rows, reached = [], 0.0
    for line in _leaves(total):
        amount = line.amount.base
        name = brief.t(f"costing.line.{line.id}")
        rows.append(Span(label=name, start=reached, end=reached + amount, text=brief.money(amount, currency)))
        reached += amount
    name = brief.t("costing.line.month")
    rows.append(Span(label=name, start=0.0, end=reached, text=brief.money(reached, currency), strong=True))
    return Spans(language=brief.language, rows=tuple(rows))


def _lines(brief: Brief, first: CostLine, later: CostLine) -> Iterator[tuple[str, str, str]]:
    """Lines of the first year as bands, beside the base of later years."""
    lasting = {line.id: line.amount.base for line in (*_leaves(later), later)}
    for line in (*_leaves(first), first):
        base = lasting.get(line.id)
        shown = number(brief.language, base) if base is not None else MISSING
        yield brief.t(f"costing.line.{line.id}"), brief.band(line.amount), shown


def _split(brief: Brief) -> Iterator[Block]:
    """Who causes a normal month, by language; domestic service is in one language."""
    if brief.kind == "domestic" or len(brief.cost.demand.languages) < 2:  # noqa: PLR2004 (one language has no split)
        return
    split = brief.cost.split(brief.place)
    whole = brief.cost.places[brief.place].as_read.month
    named: list[tuple[str, Band]] = [
        *((language_name(brief.language, code), month) for code, month in split.languages.items()),
        *((channel_name(brief.language, code), month) for code, month in split.channels.items()),
    ]
    rows = [(name, brief.band(month), brief.share(month.base / whole.base)) for name, month in named]
    yield brief.heading(brief.t("cost_view.split"), 2)
    heads = (brief.t("cost_brief.col_line"), brief.t("cost_brief.col_month"), brief.t("cost_view.col_share"))
    yield brief.table(heads, rows, (40, 40, 20), "wff")
