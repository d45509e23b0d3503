"""What rejected rows mean: why most were rejected, and of whom so many that not every KPI can count them."""

from collections import Counter
from decimal import Decimal

from domain.pilot.rules import PilotRules
from domain.shared.outcomes import Finding
from tickets.file import RejectedRow, TicketFile


def commonest(file: TicketFile) -> list[tuple[RejectedRow, int]]:
    """The first row rejected for each reason and how many rows were, most rows first, then in file order."""
    counts = Counter(row.reason for row in file.rejected)
    # Walked backwards, so that the first row of a reason is the one that stays.
    first = {row.reason: row for row in reversed(file.rejected)}
    ranked = sorted(first.values(), key=lambda row: (-counts[row.reason], row.line))
    return [(row, counts[row.reason]) for row in ranked]


def heavy_rejections(file: TicketFile, rules: PilotRules) -> tuple[Finding, ...]:
    """Vendors of whom more rows were rejected than values of a KPI may be missing.

    A rejected row counts as missing in the KPIs of its channel. Whether it was sampled for quality, a
    complaint, or answered a survey cannot be known, so those KPIs cannot count it: the person is told.

    Args:
        file: the tickets with everything that was rejected; duplicates are no loss.
        rules: the share that may be missing.
    """
    accepted = Counter(str(name) for name in file.cells["vendor"])
    rejected = Counter(row.vendor for row in file.rejected if row.vendor and not row.is_duplicate)
    return tuple(
        Finding(
            "pilot.rows_rejected",
            "warning",
            vendor,
            {"vendor": vendor, "count": count, "total": count + accepted[vendor]},
        )
        for vendor, count in sorted(rejected.items())
        if Decimal(count) / (count + accepted[vendor]) > rules.missing_share_most.value
    )
