"""The sheet of the months: growth, peaks and launches of the first year, and of a year after it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from documents.formulas import Term, either, least, most, term, total, whole
from documents.workbook import Figure, Format, Tab, cell_name
from domain.costing.estimate import Estimate
from domain.costing.seasons import MONTHS, Season
from domain.costing.year_work import with_seasons
from domain.shared.measures import MONTHS_PER_YEAR
from services.costing_workbook_inputs import Inputs
from services.costing_workbook_rows import Calculation
from services.costing_workbook_work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """What an average month of a year takes."""

    base: Term
    premium: Term
    extra: Term
    billed_extra: Term
    contacts: Term
    seats: Term
    trainees: Term


def write_years(cost: Estimate, inputs: Inputs, work: Work) -> tuple[Tab, Year, Year]:
    """The twelve months of the first year, and of a year after it."""
    tab = Tab(inputs.words.t("tab.months"))
    made = Calculation(tab, inputs)
    seasons = list(enumerate(with_seasons(cost.inputs).seasons, start=1))
    growth = inputs["growth"]
    steps = [term(1) + growth * (place - 0.5) / MONTHS_PER_YEAR for place in MONTHS]
    first = _year(cost, made, work, "first", steps, seasons, first=True)
    lasting = [(number, season) for number, season in seasons if season.kind == "peak"]
    grown = [term(1) + growth for _ in MONTHS]
    later = _year(cost, made, work, "later", grown, lasting, first=False)
    return tab, first, later


def _year(
    cost: Estimate,
    made: Calculation,
    work: Work,
    prefix: str,
    growth: Sequence[Term],
    seasons: Sequence[tuple[int, Season]],
    *,
    first: bool,
) -> Year:
    """Month by month; what a month without seasons takes decides the seats."""
    inputs, words = made.inputs, made.words

    def hours_of(factor: Term) -> Term:
        parts = [most(group.floor, group.workload * factor / inputs["occupancy"]) for group in work.groups]
        return total(parts)

    made.tab.title(words.t(f"months_{prefix}"))
    titles = [words.t(f"col.{name}") for name in ("number", "month", "growth", "contacts", "base_hours")]
    for _, season in seasons:
        titles += [
            f"{season.name}: {words.t(f'col.{name}')}"
            for name in ("part", "extra_hours", "billed_extra_hours")
        ]
    made.tab.head(*titles)
    rows = [
        _month(cost, made, work, f"{prefix}_{place}", growth[place - 1], seasons, hours_of)
        for place in MONTHS
    ]
    base_month = work.hours if first else hours_of(growth[0])
    fte = work.fte if first else base_month / (term(1) - inputs["shrinkage"]) / work.full_time
    premium = work.premium if first else _later_premium(work, growth[0], inputs["occupancy"])
    made.tab.title(words.t("average", of=words.t(f"months_{prefix}")))

    made.tab.head(words.t("col.line"), words.t("col.value"))

    def average(column: int, name: str, shown: Format = "hours") -> Term:
        parts = total([row[column] for row in rows])
        label = words.t(f"col.{name}")
        return made.step(cell_name(prefix, name), label, parts / MONTHS_PER_YEAR, shown)

    seats = made.step(f"{prefix}_seats", words.said("costing.input.seats"), whole(fte), "count", "seats")
    trainees = whole(seats * (term(1) + inputs["reserve_share"]))
    return Year(
        base=average(1, "base_hours"),
        premium=premium,
        extra=average(2, "extra_hours"),
        billed_extra=average(3, "billed_extra_hours"),
        contacts=average(0, "contacts", "count"),
        seats=seats,
        trainees=made.step(
            f"{prefix}_trainees", words.said("costing.input.trainees"), trainees, "count", "trainees"
        ),
    )


def _later_premium(work: Work, factor: Term, occupancy: Term) -> Term:
    parts = [
        most(group.floor, group.workload * factor / occupancy) * group.premium
        for group in work.groups
        if group.premium is not None
    ]
    return total(parts)


def _month(
    cost: Estimate,
    made: Calculation,
    work: Work,
    prefix: str,
    growth: Term,
    seasons: Sequence[tuple[int, Season]],
    hours_of: Callable[[Term], Term],
) -> tuple[Term, Term, Term, Term]:
    """One month: contacts, base hours, extra hours, the same with their surcharge."""
    place = int(prefix.rpartition("_")[2])
    month = (cost.pricing.first_month + place - 2) % MONTHS_PER_YEAR + 1
    factor = Figure(name=f"{prefix}_growth", content=growth, shown="factor")
    base = Figure(name=f"{prefix}_base", content=hours_of(factor.term), shown="hours")
    plain = work.contacts * factor.term
    contacts, cells = [plain], []
    extras: list[Term] = []
    billed: list[Term] = []
    for number, _ in seasons:
        times, name = _season(made.inputs, number, "times"), f"{prefix}_season_{number}"
        part = Figure(name=f"{name}_part", content=_part(made.inputs, number, month, seasons), shown="share")
        extra = Figure(
            name=f"{name}_extra",
            content=part.term * (hours_of(factor.term * times) - base.term),
            shown="hours",
        )
        more = Figure(
            name=f"{name}_billed",
            content=extra.term * (term(1) + _season(made.inputs, number, "surcharge")),
            shown="hours",
        )
        contacts.append(part.term * (times - 1) * plain)
        extras.append(extra.term)
        billed.append(more.term)
        cells += [part, extra, more]
    all_contacts = Figure(name=f"{prefix}_contacts", content=total(contacts), shown="count")
    made.tab.row(str(place), made.words.said(f"month.{month}"), factor, all_contacts, base, *cells)
    return all_contacts.term, base.term, total(extras), total(billed)


def _season(inputs: Inputs, number: int, part: str) -> Term:
    return inputs[f"season_{number}_{part}"]


def _part(inputs: Inputs, number: int, month: int, seasons: Sequence[tuple[int, Season]]) -> Term:
    """The part of a month that a season takes: stronger ones come first, equal ones in their order."""
    own = _season(inputs, number, "times")
    stronger = [
        either(
            _season(inputs, other, "times"),
            ">=" if other < number else ">",
            own,
            _season(inputs, other, f"month_{month}"),
            0,
        )
        for other, _ in seasons
        if other != number
    ]
    share = _season(inputs, number, f"month_{month}")
    return least(share, most(0, term(1) - total(stronger))) if stronger else share
