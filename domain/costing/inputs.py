"""What an estimate starts from, and the refusal of what cannot be calculated with."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.costing.channels import CONCURRENT_CHANNELS, LIVE_CHANNELS
from domain.costing.pools import PoolingMode, PoolLimits
from domain.costing.seasons import Season
from domain.costing.week import HOURS_A_WEEK
from domain.costing.week_inputs import WeekInputs
from domain.shared.measures import SHARES_TOLERANCE
from domain.shared.outcomes import DomainError
from domain.shared.provenance import OriginOf
from domain.shared.rounding import round_half_up

MOST_PEAK_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Peak:
    """The season with more contacts.

    Attributes:
        months: how many months a year, above 0 to 12; days are parts of a month.
        multiplier: contacts of a peak month over those of a normal month, at least 1.
        surcharge: what an extra hour costs more than a normal one, as a share; 0 when none is agreed.
    """

    months: float
    multiplier: float
    surcharge: float = 0.0

    @property
    def month_shares(self) -> dict[int, float]:
        """The share of each month of a year, as if the peak came at its beginning; months without any are left out."""
        shares = (
            (month, min(1.0, self.months - month + 1)) for month in range(1, math.ceil(self.months) + 1)
        )
        return dict(shares)


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateInputs:
    """What the merchant's record says about demand, hours and working conditions.

    Attributes:
        contacts_month: contacts a month per channel.
        language_share: share of the contacts per language, summing to 1.
        channel_language_share: the mix of a channel where it differs, of the same languages, summing to 1.
        aht_s: mean handling time per channel in seconds; for chat the whole session.
        concurrency: conversations an agent holds at once per channel; 1 where missing; above 1 in chat only.
        coverage_hours_week: hours a week in which every language is served.
        seats_min: people ready per open hour and group of agents; 0 when nobody has to sit ready.
        occupancy: share of productive hours spent with customers, above 0, at most 1.
        shrinkage: share of paid hours lost to leave, illness, breaks, training; 0 to below 1.
        weekly_contract_hours: hours a week of one full-time employee.
        pools: languages served by the same agents; a language in no pool has agents of its own.
        pooling: whether these pools count, offered or planned, the cheapest that can be hired, or none.
        pool_limits: which agents can be hired.
        max_occupancy: a plan busier than this is refused; 1 for no limit.
        growth_year: how much more contacts come at the end of a year than at its start, as a share.
        seasons: times with more contacts, for the calculation of a year.
        peak: the strongest season, None when there is none.
        budget_month: what the merchant would spend a month, in the currency of the rates; None if untold.
        week: what a plan by the hour needs; None when the hours of service are known only as a number.
        origins: what inputs come from, by input ("occupancy", "aht_s.email"); of others nothing is said.
    """

    contacts_month: Mapping[str, float]
    language_share: Mapping[str, float]
    aht_s: Mapping[str, float]
    coverage_hours_week: float
    seats_min: int
    occupancy: float
    shrinkage: float
    weekly_contract_hours: float
    concurrency: Mapping[str, float] = field(default_factory=dict)
    channel_language_share: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    pools: tuple[tuple[str, ...], ...] = ()
    pooling: PoolingMode = "given"
    pool_limits: PoolLimits = field(default_factory=PoolLimits)
    max_occupancy: float = 1.0
    growth_year: float = 0.0
    seasons: tuple[Season, ...] = ()
    peak: Peak | None = None
    budget_month: float | None = None
    week: WeekInputs | None = None
    origins: Mapping[str, OriginOf] = field(default_factory=dict)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that customers use on at least one channel."""
        mixes = [self.language_mix(channel) for channel in self.contacts_month]
        return tuple(name for name in self.language_share if any(mix.get(name, 0.0) > 0 for mix in mixes))

    def language_mix(self, channel: str) -> Mapping[str, float]:
        """The share of each language among the contacts of a channel."""
        return self.channel_language_share.get(channel, self.language_share)


def check_inputs(inputs: EstimateInputs) -> None:
    """Refuse what no estimate can be made from.

    Raises:
        DomainError: the first thing that is wrong, naming the channel or language and the limit.
    """
    _check_channels(inputs)
    _check_languages(inputs)
    _check_hours(inputs)
    _check_shares(inputs)
    _check_mixes(inputs)
    if not -1 < inputs.growth_year < math.inf:
        raise DomainError("costing.growth_outside", given_percent=inputs.growth_year * 100, low_percent=-100)
    if inputs.peak is not None:
        _check_peak(inputs.peak)
    if inputs.budget_month is not None and not 0 < inputs.budget_month < math.inf:
        raise DomainError("costing.budget_outside", given=inputs.budget_month)


def _check_channels(inputs: EstimateInputs) -> None:
    if not inputs.contacts_month:
        raise DomainError("costing.no_channel")
    for channel, contacts in inputs.contacts_month.items():
        if not 0 <= contacts < math.inf:
            raise DomainError("costing.contacts_outside", channel=channel, given=contacts)
        if channel not in inputs.aht_s:
            raise DomainError("costing.aht_missing", channel=channel)
    for channel, seconds in inputs.aht_s.items():
        if not 0 < seconds < math.inf:
            raise DomainError("costing.aht_outside", channel=channel, given=seconds)
    for channel, conversations in inputs.concurrency.items():
        if not 1 <= conversations < math.inf:
            raise DomainError("costing.concurrency_outside", channel=channel, given=conversations)
        if conversations > 1 and channel not in CONCURRENT_CHANNELS:
            raise DomainError("costing.concurrency_only_in_chat", channel=channel, given=conversations)


def _check_languages(inputs: EstimateInputs) -> None:
    if not inputs.language_share:
        raise DomainError("costing.no_language")
    _check_mix(inputs.language_share)


def _check_mixes(inputs: EstimateInputs) -> None:
    """The mix of every channel that differs, and what a plan by the hour needs for each of them."""
    for channel, mix in inputs.channel_language_share.items():
        for language in mix:
            if language not in inputs.language_share:
                raise DomainError("costing.mix_language_unknown", channel=channel, language=language)
        _check_mix(mix)
    if inputs.week is not None:
        _check_week(inputs, inputs.week)


def _check_week(inputs: EstimateInputs, week: WeekInputs) -> None:
    for language in inputs.language_share:
        if language not in week.open_windows:
            raise DomainError("costing.no_open_hours", language=language)
    for channel in inputs.contacts_month:
        promises = week.targets if channel in LIVE_CHANNELS else week.answer_within_h
        if channel not in promises:
            raise DomainError("costing.no_service_target", channel=channel)


def _check_mix(shares: Mapping[str, float]) -> None:
    for language, share in shares.items():
        if not 0 <= share <= 1:
            raise DomainError("costing.language_share_outside", language=language, given_percent=share * 100)
    total = math.fsum(shares.values())
    if abs(total - 1) > SHARES_TOLERANCE:
        code = "costing.language_shares_short" if total < 1 else "costing.language_shares_over"
        raise DomainError(
            code, total_percent=_fine_percent(total), missed_percent=_fine_percent(abs(total - 1))
        )


def _fine_percent(share: float) -> str:
    """A share as percent down to the tolerance; rounded coarser, a small miss would read as 0."""
    return format(round_half_up(share * 100, 4).normalize(), "f")


def _check_hours(inputs: EstimateInputs) -> None:
    for code, hours in (
        ("costing.coverage_hours_outside", inputs.coverage_hours_week),
        ("costing.weekly_contract_hours_outside", inputs.weekly_contract_hours),
    ):
        if not 0 < hours <= HOURS_A_WEEK:
            raise DomainError(code, given=hours, high=HOURS_A_WEEK)
    if not inputs.seats_min >= 0:
        raise DomainError("costing.seats_min_outside", given=inputs.seats_min)


def _check_shares(inputs: EstimateInputs) -> None:
    if not 0 < inputs.occupancy <= 1:
        raise DomainError(
            "costing.occupancy_outside", given_percent=inputs.occupancy * 100, low_percent=0, high_percent=100
        )
    if not 0 < inputs.max_occupancy <= 1:
        raise DomainError(
            "costing.occupancy_outside",
            given_percent=inputs.max_occupancy * 100,
            low_percent=0,
            high_percent=100,
        )
    if not 0 <= inputs.shrinkage < 1:
        raise DomainError(
            "costing.shrinkage_outside", given_percent=inputs.shrinkage * 100, low_percent=0, high_percent=100
        )


def _check_peak(peak: Peak) -> None:
    if not 0 < peak.months <= MOST_PEAK_MONTHS:
        raise DomainError("costing.peak_months_outside", given=peak.months, high=MOST_PEAK_MONTHS)
    if not 1 <= peak.multiplier < math.inf:
        raise DomainError("costing.peak_multiplier_outside", given=peak.multiplier, low=1)
    if not 0 <= peak.surcharge < math.inf:
        raise DomainError("costing.peak_surcharge_outside", given_percent=peak.surcharge * 100, low_percent=0)
