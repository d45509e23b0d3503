"""Names and figures of a pilot as people write them: 邮件 ≤ 24 小时, 93.8%, ≥ 90%."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Protocol

from domain.pilot.columns import TicketColumns
from domain.pilot.decide import KpiResult
from domain.pilot.rules import PilotRules
from domain.shared.kpis import Kpi, KpiTarget
from domain.shared.sources import Source
from ui.kit import nb
from words import Language, say
from words.numbers import MISSING, number, percent, plain


class Known(Protocol):
    """What the catalog knows that this page needs."""

    @property
    def kpis(self) -> Mapping[str, Kpi]:
        """Definitions by id."""

    @property
    def sources(self) -> Mapping[str, Source]:
        """The register."""

    @property
    def pilot_rules(self) -> PilotRules:
        """Rules of the scorecard."""

    @property
    def ticket_columns(self) -> TicketColumns:
        """Columns, channels and limits of ticket files."""


def short_name(language: Language, known: Known, kpi: Kpi, target: KpiTarget) -> str:
    """邮件 ≤ 24 小时; a KPI that is not per channel keeps its own name."""
    if not target.channel or target.threshold_s is None:
        return kpi.name[language]
    channel = next(one for one in known.ticket_columns.channels if one.id == target.channel)
    return f"{channel.name[language]} ≤ {duration(language, target.threshold_s)}"


def duration(language: Language, seconds: int) -> str:
    """Seconds up to a minute, else minutes or hours: 30 秒, 24 h."""
    for unit, size in (("hours", 3600), ("minutes", 60)):
        if seconds >= size and seconds % size == 0:
            return say(language, f"pilot_page.{unit}", count=seconds // size)
    return say(language, "pilot_page.seconds", count=timedelta(seconds=seconds).seconds)


def figure(language: Language, kpi: Kpi, value: float) -> str:
    """A measured value in its unit: 93.8% or 17 points."""
    if kpi.unit == "share":
        return percent(language, value)
    return say(language, "pilot_page.points", points=plain(language, value, 1))


def goal(language: Language, kpi: Kpi, target: Decimal) -> str:
    """A target with its direction: ≥ 90%, ≤ 1%, ≥ 15 points."""
    sign = "≥" if kpi.direction == "up" else "≤"
    shown = (
        f"{plain(language, target * 100)}%" if kpi.unit == "share" else figure(language, kpi, float(target))
    )
    return nb(f"{sign} {shown}")


def bounds(language: Language, result: KpiResult) -> str:
    """The one-sided bounds and the cases behind them: 91.6 – 95.5, n = 598."""
    n = nb(f"n = {number(language, result.n)}") if result.n is not None else ""
    if result.lower is None or result.upper is None:
        return n
    return nb(f"{number(language, result.lower * 100, 1)} – {number(language, result.upper * 100, 1)}, ") + n


def score(language: Language, reached: float | None) -> str:
    """A score of 0-100, or a dash."""
    return MISSING if reached is None else number(language, reached, 1)
