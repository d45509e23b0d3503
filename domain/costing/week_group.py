"""The week of one group of agents, hour by hour: live channels, written contacts, and who sits idle why."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from domain.costing.backlog import Arrivals, answer
from domain.costing.blended import Promise, shared_agents
from domain.costing.calendar import Calendar
from domain.costing.channels import CONCURRENT_CHANNELS, LIVE_CHANNELS, LiveSeats, live_seats
from domain.costing.erlang_load import Counts, Floats
from domain.costing.inputs import EstimateInputs
from domain.costing.live_queue import ServiceTarget
from domain.costing.pools import Pool
from domain.costing.shifts import roster
from domain.costing.week import HOURS_A_WEEK, Hours, open_shares, spread_over, union
from domain.costing.week_inputs import WeekInputs
from domain.shared.measures import SECONDS_PER_HOUR


@dataclass(frozen=True, slots=True, kw_only=True)
class IdleBreakdown:
    """Where the hours on duty go; the four parts add up to the hours required.

    Attributes:
        work_hours: with customers.
        occupancy_hours: breathing room between customers, from the occupancy limit.
        service_hours: ready beyond that so that live contacts are answered in time.
        floor_hours: ready because somebody has to be there while service is open.
    """

    work_hours: float
    occupancy_hours: float
    service_hours: float
    floor_hours: float

    @property
    def hours(self) -> float:
        """All hours required."""
        return self.work_hours + self.occupancy_hours + self.service_hours + self.floor_hours


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupWeek:
    """The week of one group of agents; every sequence has one entry for each hour from Monday 00:00.

    Attributes:
        languages: that the group serves.
        open_shares: how much of the hour is open.
        live: agents that the live channels need.
        takes_both: whether calls and chats are answered by the same people in some hour.
        required: agents needed in all, while open; a part of one is work for somebody who also does other things.
        covered: people on duty when the seats are kept by whole shifts.
        seat_hours: hours of duty of these shifts in a week.
        idle: where the required hours of a week go.
        late_work_hours: hours of written work a week that comes in too long before the next opening.
        written_work_hours: all written work a week.
        abandoned: contacts a week that hang up.
    """

    languages: Pool
    open_shares: Hours
    live: tuple[int, ...]
    takes_both: bool
    required: Hours
    covered: tuple[int, ...]
    seat_hours: int
    idle: IdleBreakdown
    late_work_hours: float
    written_work_hours: float
    abandoned: float

    @property
    def over(self) -> Hours:
        """People on duty beyond those required; negative where somebody is missing."""
        return tuple(
            covered - required if share else 0.0
            for covered, required, share in zip(self.covered, self.required, self.open_shares, strict=True)
        )


@dataclass(frozen=True, slots=True)
class _Live:
    """What the live channels of a group take in each hour: agents, hours of work an hour, contacts that hang up."""

    agents: Counts
    takes_both: bool
    work: Floats
    abandoned: float


def plan_group(inputs: EstimateInputs, week: WeekInputs, pool: Pool, calendar: Calendar) -> GroupWeek:
    """The average week of a group.

    Live channels have their agents in each hour; written contacts fill the idle time of these, and people are
    added where that is not enough.
    """
    shares = open_shares(union(week.open_windows[language] for language in pool))
    live = _live(inputs, week, pool, shares, calendar)
    base = np.where(shares > 0, np.maximum(live.agents, inputs.seats_min), 0.0)
    free = np.maximum(base * inputs.occupancy - live.work, 0.0) * shares
    written = _written(inputs, week, pool, calendar)
    answered = answer(written, free, shares)
    added = np.divide(answered.added, shares, out=np.zeros(HOURS_A_WEEK), where=shares > 0) / inputs.occupancy
    duty = roster(base + added, shares, week.shifts)
    written_hours = sum(float(channel.work.sum()) for channel in written)
    return GroupWeek(
        languages=pool,
        open_shares=tuple(shares.tolist()),
        live=tuple(live.agents.tolist()),
        takes_both=live.takes_both,
        required=tuple((base + added).tolist()),
        covered=tuple(duty.covered.tolist()),
        seat_hours=duty.seat_hours,
        idle=_idle(
            inputs, live.work * shares + answered.done + answered.added, (base + added) * shares, shares
        ),
        late_work_hours=answered.late_share * written_hours,
        written_work_hours=written_hours,
        abandoned=live.abandoned,
    )


def _live(inputs: EstimateInputs, week: WeekInputs, pool: Pool, shares: Floats, calendar: Calendar) -> _Live:
    """The live channels of a group: teams of their own, or people who take calls and chats where fewer suffice."""
    seats = {
        channel: live_seats(
            _contacts(inputs, week, channel, pool, calendar),
            shares,
            aht_s=inputs.aht_s[channel],
            target=_target(inputs, week, channel),
            patience_s=None if channel in CONCURRENT_CHANNELS else week.patience_s,
            concurrency=inputs.concurrency.get(channel, 1.0),
        )
        for channel in inputs.contacts_month
        if channel in LIVE_CHANNELS
    }
    apart = sum((each.agents for each in seats.values()), np.zeros(HOURS_A_WEEK, dtype=np.int64))
    agents = _together(inputs, week, seats, apart)
    return _Live(
        agents=agents,
        takes_both=bool((agents < apart).any()),
        work=sum((each.work for each in seats.values()), np.zeros(HOURS_A_WEEK)),
        abandoned=sum(each.abandoned for each in seats.values()),
    )


def _target(inputs: EstimateInputs, week: WeekInputs, channel: str) -> ServiceTarget:
    """The target of a live channel; nobody is planned busier than the estimate assumes."""
    target = week.targets[channel]
    return ServiceTarget(
        share=target.share,
        within_s=target.within_s,
        max_occupancy=min(target.max_occupancy, inputs.occupancy),
    )


def _together(
    inputs: EstimateInputs, week: WeekInputs, seats: Mapping[str, LiveSeats], apart: Counts
) -> Counts:
    """The agents of all live channels in each hour, `apart` or as one team, whichever are fewer."""
    calls = [channel for channel in seats if channel not in CONCURRENT_CHANNELS]
    chats = [channel for channel in seats if channel in CONCURRENT_CHANNELS]
    if len(calls) != 1 or len(chats) != 1:
        return apart
    (call,), (chat,) = calls, chats
    return shared_agents(
        seats[call].erlangs,
        seats[chat].erlangs,
        apart,
        concurrency=inputs.concurrency.get(chat, 1.0),
        promise=Promise(
            calls_at_once=week.targets[call].share,
            chats_at_once=week.targets[chat].share,
            max_occupancy=_target(inputs, week, chat).max_occupancy,
        ),
    )


def _written(
    inputs: EstimateInputs, week: WeekInputs, pool: Pool, calendar: Calendar
) -> tuple[Arrivals, ...]:
    """The written channels of a group."""
    return tuple(
        Arrivals(
            work=_contacts(inputs, week, channel, pool, calendar)
            * (inputs.aht_s[channel] / SECONDS_PER_HOUR / inputs.concurrency.get(channel, 1.0)),
            within_h=week.answer_within_h[channel],
        )
        for channel in inputs.contacts_month
        if channel not in LIVE_CHANNELS
    )


def _contacts(
    inputs: EstimateInputs, week: WeekInputs, channel: str, pool: Pool, calendar: Calendar
) -> Floats:
    """Contacts of a channel in each hour of an average week, all languages of the pool together.

    Live contacts come while their language is served, written ones at any hour.
    """
    mix, contacts = inputs.language_mix(channel), np.zeros(HOURS_A_WEEK)
    for language in pool:
        shares = open_shares(week.open_windows[language])
        weights = np.asarray(week.arrivals.get(channel, shares.tolist()))
        anytime = channel not in LIVE_CHANNELS and weights.sum() > 0
        pattern = weights / weights.sum() if anytime else spread_over(weights, shares)
        contacts += calendar.per_week(inputs.contacts_month[channel]) * mix.get(language, 0.0) * pattern
    return contacts


def _idle(inputs: EstimateInputs, work: Floats, required: Floats, shares: Floats) -> IdleBreakdown:
    """Where the required hours of a week go, hour by hour; the floor explains what it can, service the rest."""
    busy = np.minimum(work / inputs.occupancy, required)
    present = np.minimum(np.maximum(busy, inputs.seats_min * shares), required)
    return IdleBreakdown(
        work_hours=float(work.sum()),
        occupancy_hours=float((busy - work).sum()),
        service_hours=float((required - present).sum()),
        floor_hours=float((present - busy).sum()),
    )
