"""Contacts and handling times become hours of work."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.costing.inputs import EstimateInputs
from domain.shared.measures import SECONDS_PER_HOUR
from domain.shared.outcomes import NotAssessed


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelWorkload:
    """The work one channel makes in a month.

    Attributes:
        channel: id of the channel.
        contacts_month: contacts a month.
        aht_s: mean handling time in seconds; for chat the whole session.
        concurrency: conversations an agent holds at once.
        hours: contacts x handling time / concurrency, in hours a month.
        languages: the same hours per language.
    """

    channel: str
    contacts_month: float
    aht_s: float
    concurrency: float
    hours: float
    languages: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """The work of a month, by channel and by language.

    Attributes:
        channels: one line per channel, in the order they were given.
        languages: hours a month per language.
        contacts_month: all contacts of a month.
        workload_hours: all hours of work; the sum of the channels, and of the languages.
        effective_aht_s: agent seconds per contact over all channels, concurrency taken off.
    """

    channels: tuple[ChannelWorkload, ...]
    languages: Mapping[str, float]
    contacts_month: float
    workload_hours: float
    effective_aht_s: float | NotAssessed


def measure_demand(inputs: EstimateInputs, volume_factor: float = 1.0) -> Demand:
    """The work of a normal month, or of a peak month.

    Args:
        inputs: checked inputs (`check_inputs`).
        volume_factor: contacts relative to a normal month.
    """
    channels = tuple(
        _channel_workload(inputs, channel, contacts * volume_factor)
        for channel, contacts in inputs.contacts_month.items()
    )
    hours = math.fsum(line.hours for line in channels)
    contacts = math.fsum(line.contacts_month for line in channels)
    return Demand(
        channels=channels,
        languages=_by_language(inputs, channels),
        contacts_month=contacts,
        workload_hours=hours,
        effective_aht_s=hours * SECONDS_PER_HOUR / contacts if contacts else NO_CONTACTS,
    )


NO_CONTACTS = NotAssessed("costing.no_contacts")


def _by_language(inputs: EstimateInputs, channels: Sequence[ChannelWorkload]) -> Mapping[str, float]:
    """Hours per language: of the channels with the general mix together, then of those with one of their own."""
    own = [line for line in channels if line.channel in inputs.channel_language_share]
    common = math.fsum(line.hours for line in channels if line not in own)
    return {
        language: math.fsum(
            [common * inputs.language_share[language], *(line.languages.get(language, 0.0) for line in own)]
        )
        for language in inputs.languages
    }


def _channel_workload(inputs: EstimateInputs, channel: str, contacts: float) -> ChannelWorkload:
    aht_s = inputs.aht_s[channel]
    concurrency = inputs.concurrency.get(channel, 1.0)
    hours = contacts * aht_s / SECONDS_PER_HOUR / concurrency
    return ChannelWorkload(
        channel=channel,
        contacts_month=contacts,
        aht_s=aht_s,
        concurrency=concurrency,
        hours=hours,
        languages={language: hours * share for language, share in inputs.language_mix(channel).items()},
    )
