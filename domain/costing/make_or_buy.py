"""The work a merchant could give to people of its own, to a vendor, to a shared desk or to a bot, and its prices."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from domain.costing.band import ENDS, Band
from domain.costing.inputs import EstimateInputs
from domain.costing.own_team import OwnTeam
from domain.costing.shifts import whole_people
from domain.costing.staffing import Plan, premium_of
from domain.costing.workload import ChannelWorkload, Demand

# What dedicated agents are sold by.
AgentUnit = Literal["productive_hour", "seat_month"]
# What a bot cannot take over.
_SPOKEN = frozenset({"phone"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageWork:
    """What one language brings in a month.

    Attributes:
        language: ISO 639 code.
        contacts: all its contacts.
        productive_hours: workload divided by occupancy.
        text_contacts: the contacts a bot can take: every channel but the phone.
        text_hours: their productive hours.
    """

    language: str
    contacts: float
    productive_hours: float
    text_contacts: float
    text_hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupWork:
    """A group of agents: the languages it serves and the hours its coverage needs.

    Attributes:
        languages: what each brings.
        floor_hours: hours a month during which somebody has to be ready.
        premium: what an hour of agents with several languages costs more, as a share.
    """

    languages: tuple[LanguageWork, ...]
    floor_hours: float
    premium: float = 0.0

    @property
    def productive_hours(self) -> float:
        """What its contacts need."""
        return math.fsum(each.productive_hours for each in self.languages)

    @property
    def contacts(self) -> float:
        """All its contacts."""
        return math.fsum(each.contacts for each in self.languages)

    @property
    def text_contacts(self) -> float:
        """Its contacts that a bot can take."""
        return math.fsum(each.text_contacts for each in self.languages)

    @property
    def text_hours(self) -> float:
        """What these need."""
        return math.fsum(each.text_hours for each in self.languages)

    def hours(self, factor: float) -> float:
        """Productive hours at so many times the volume: what contacts or coverage need, whichever is more."""
        return max(self.floor_hours, self.productive_hours * factor)

    def paid(self, hours: float) -> float:
        """The hours that are paid for so many productive hours: several languages cost more."""
        return hours * (1 + self.premium)


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeOrBuy:
    """What the alternatives are calculated with; every price in one currency.

    Attributes:
        groups: the work of a normal month.
        currency: of every price.
        market: ``cn`` where the prices are those of domestic service in China.
        rate: id of the rate for dedicated agents.
        agent_unit: what they are sold by; seats are whole people of all groups together.
        agent_price: that rate per unit.
        agent_source: the data entry behind a seat price; an hourly rate is converted and names its own.
        productive_hours_seat: productive hours one full-time seat gives in a month.
        tools_per_seat_month: software per seat.
        manager_month: the merchant's own person who steers a vendor.
        shared_ticket: price per contact at a shared desk.
        bot_resolution: price per contact a bot settles.
        bot_containment: share of written contacts a bot settles.
        own_team: an own team; None where no wages of the country are known.
        shared_desk_share: below this share of the coverage floor a shared desk is advised.
        shared_source: the data entry behind the price of a shared desk.
    """

    groups: tuple[GroupWork, ...]
    currency: str
    market: Literal["any", "cn"]
    rate: str
    agent_price: Band
    productive_hours_seat: float
    tools_per_seat_month: float
    manager_month: float
    shared_ticket: Band
    bot_resolution: Band
    bot_containment: float
    own_team: OwnTeam | None
    shared_desk_share: float
    shared_source: str = "parameters.shared_desk_ticket_eur"
    agent_unit: AgentUnit = "productive_hour"
    agent_source: str = ""

    def seats(self, hours: Band) -> Band:
        """Whole people for so many productive hours a month."""
        return Band(**{end: float(whole_people(hours.at(end) / self.productive_hours_seat)) for end in ENDS})

    def agent_units(self, hours: Band, paid: Band) -> Band:
        """What a vendor is paid for: the hours with their premium, or whole seats for the hours without it."""
        return paid if self.agent_unit == "productive_hour" else self.seats(hours)

    def entry(self, name: str) -> str:
        """The data entry of a price that differs by market."""
        entries = {
            "tools": ("parameters.tools_per_seat_month", "parameters.cn_tools_per_seat_month"),
            "manager": ("parameters.manager_month", "parameters.cn_manager_month"),
            "shared": (self.shared_source, self.shared_source),
            "bot": ("parameters.bot_per_resolution_eur", "parameters.cn_bot_per_resolution"),
        }
        return entries[name][self.market == "cn"]

    @property
    def languages(self) -> tuple[LanguageWork, ...]:
        """The work of every language."""
        return tuple(language for group in self.groups for language in group.languages)

    @property
    def contacts(self) -> float:
        """Contacts of a normal month."""
        return math.fsum(language.contacts for language in self.languages)


def group_works(inputs: EstimateInputs, demand: Demand, plan: Plan) -> tuple[GroupWork, ...]:
    """The groups of a plan with what each of their languages brings."""
    works = {language: _language_work(inputs, demand, language) for language in demand.languages}
    return tuple(
        GroupWork(
            languages=tuple(works[language] for language in group.languages),
            floor_hours=group.floor_hours,
            premium=premium_of(inputs, group.languages),
        )
        for group in plan.groups
    )


def _language_work(inputs: EstimateInputs, demand: Demand, language: str) -> LanguageWork:
    written = [line for line in demand.channels if line.channel not in _SPOKEN]

    def contacts(lines: Sequence[ChannelWorkload]) -> float:
        return math.fsum(
            line.contacts_month * inputs.language_mix(line.channel).get(language, 0.0) for line in lines
        )

    hours = math.fsum(line.languages.get(language, 0.0) for line in written)
    return LanguageWork(
        language=language,
        contacts=contacts(demand.channels),
        productive_hours=demand.languages[language] / inputs.occupancy,
        text_contacts=contacts(written),
        text_hours=hours / inputs.occupancy,
    )
