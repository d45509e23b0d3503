"""The sheet of the months: growth, peaks and launches of the first year, and of a year after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

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
    first = _year(cost, made, work, "first", steps, seasons)
    lasting = [(number, season) for number, season in seasons if season.kind == "peak"]
    grown = [term(1) + growth for _ in MONTHS]
    later = _year(cost, made, work, "later", grown, lasting)
    return tab, first, later


def _year(
    cost: Estimate,
    made: Calculation,
    work: Work,
    prefix: str,
    growth: Sequence[Term],
    seasons: Sequence[tuple[int, Season]],
) -> Year:
    """Month by month; what each month takes without its seasons decides its seats."""
    words = made.words
    made.tab.title(words.t(f"months_{prefix}"))
    columns = ["number", "month", "growth", "contacts", "base_hours", "seats"]
    columns += ["premium_hours"] if work.people.premium.value else []
    titles = [words.t(f"col.{name}") for name in columns]
    for _, season in seasons:
        parts = ("part", "extra_hours", "billed_extra_hours")
        titles += [f"{season.name}: {words.t(f'col.{name}')}" for name in parts]
    made.tab.head(*titles)
    rows = [_month(cost, made, work, f"{prefix}_{place}", growth[place - 1], seasons) for place in MONTHS]
    made.tab.title(words.t("average", of=words.t(f"months_{prefix}")))
    made.tab.head(words.t("col.line"), words.t("col.value"))

    def average(name: str, parts: Sequence[Term], shown: Format = "hours") -> Term:
        mean = total(parts) / MONTHS_PER_YEAR
        return made.step(cell_name(prefix, name), words.t(f"col.{name}"), mean, shown)

    most_seats = reduce(most, [row.seats for row in rows])
    trainees = whole(most_seats * (term(1) + made.inputs["reserve_share"]))
    return Year(
        contacts=average("contacts", [row.contacts for row in rows], "count"),
        base=average("base_hours", [row.base for row in rows]),
        premium=average("premium_hours", [row.premium for row in rows])
        if work.people.premium.value
        else term(0),
        extra=average("extra_hours", [row.extra for row in rows]),
        billed_extra=average("billed_extra_hours", [row.billed_extra for row in rows]),
        seats=average("seats", [row.seats for row in rows], "factor"),
        trainees=made.step(
            f"{prefix}_trainees", words.said("costing.input.trainees"), trainees, "count", "trainees"
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Month:
    """What one month takes."""

    contacts: Term
    base: Term
    premium: Term
    extra: Term
    billed_extra: Term
    seats: Term


def _hours(work: Work, factor: Term, occupancy: Term) -> Term:
    """Productive hours at so many times the contacts."""
    return total([most(group.floor, group.workload * factor / occupancy) for group in work.groups])


def _premium(work: Work, factor: Term, occupancy: Term) -> Term:
    """What agents with several languages cost more in these, as hours."""
    return total(
        [
            most(group.floor, group.workload * factor / occupancy) * group.premium
            for group in work.groups
            if group.premium is not None
        ]
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Normal:
    """A month without its seasons."""

    factor: Term
    base: Term
    premium: Term


@dataclass(frozen=True, slots=True, kw_only=True)
class _Added:
    """What one season adds to one month: its part of the month, hours, and hours as they are billed."""

    part: Figure
    extra: Figure
    billed: Figure


def _added(made: Calculation, work: Work, normal: _Normal, name: str, number: int, share: Term) -> _Added:
    """An extra hour costs its surcharge, and of agents with several languages their premium as any other hour."""
    inputs, occupancy = made.inputs, made.inputs["occupancy"]
    rush = normal.factor * _season(inputs, number, "times")
    part = Figure(name=f"{name}_part", content=share, shown="share")
    more = part.term * (_hours(work, rush, occupancy) - normal.base)
    extra = Figure(name=f"{name}_extra", content=more, shown="hours")
    dear = extra.term
    if work.people.premium.value:
        dear = extra.term + part.term * (_premium(work, rush, occupancy) - normal.premium)
    dear = dear * (term(1) + _season(inputs, number, "surcharge"))
    return _Added(part=part, extra=extra, billed=Figure(name=f"{name}_billed", content=dear, shown="hours"))


def _month(
    cost: Estimate,
    made: Calculation,
    work: Work,
    prefix: str,
    growth: Term,
    seasons: Sequence[tuple[int, Season]],
) -> _Month:
    """One month: contacts, hours and seats without seasons, then what every season adds."""
    inputs, occupancy = made.inputs, made.inputs["occupancy"]
    place = int(prefix.rpartition("_")[2])
    month = (cost.pricing.first_month + place - 2) % MONTHS_PER_YEAR + 1
    factor = Figure(name=f"{prefix}_growth", content=growth, shown="factor")
    base = Figure(name=f"{prefix}_base", content=_hours(work, factor.term, occupancy), shown="hours")
    people = whole(base.term / (term(1) - inputs["shrinkage"]) / work.full_time)
    seats = Figure(name=f"{prefix}_seats", content=people, shown="count")
    premium = Figure(name=f"{prefix}_premium", content=_premium(work, factor.term, occupancy), shown="hours")
    plain = work.contacts * factor.term
    normal = _Normal(factor=factor.term, base=base.term, premium=premium.term)
    names = {number: f"{prefix}_season_{number}" for number, _ in seasons}
    added = [
        _added(made, work, normal, name, number, _part(inputs, number, month, seasons))
        for number, name in names.items()
    ]
    contacts = [
        plain,
        *(
            each.part.term * (_season(inputs, number, "times") - 1) * plain
            for number, each in zip(names, added, strict=True)
        ),
    ]
    cells = [premium] if work.people.premium.value else []
    cells += [cell for each in added for cell in (each.part, each.extra, each.billed)]
    all_contacts = Figure(name=f"{prefix}_contacts", content=total(contacts), shown="count")
    made.tab.row(str(place), made.words.said(f"month.{month}"), factor, all_contacts, base, seats, *cells)
    return _Month(
        contacts=all_contacts.term,
        base=base.term,
        premium=premium.term if work.people.premium.value else term(0),
        extra=total([each.extra.term for each in added]),
        billed_extra=total([each.billed.term for each in added]),
        seats=seats.term,
    )


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
