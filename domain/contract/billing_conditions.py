"""The named predicates on how the fee is counted."""

from collections.abc import Callable, Mapping

from domain.contract.circumstances import Circumstances


def _billed_by_hour(case: Circumstances) -> bool:
    """The fee is counted in hours."""
    return case.billing == "hourly"


def _billed_per_ticket(case: Circumstances) -> bool:
    """The fee is counted in tickets and in nothing else."""
    return case.billing == "per_ticket"


def _billed_per_seat(case: Circumstances) -> bool:
    """The fee is a price per seat and month."""
    return case.billing == "seat_month"


def _billed_fixed(case: Circumstances) -> bool:
    """The fee is one sum a month, whatever the volume within the band."""
    return case.billing == "fixed_month"


def _billed_hybrid(case: Circumstances) -> bool:
    """The fee is a base sum a month and a price per ticket on top."""
    return case.billing == "hybrid"


def _not_billed_by_hour(case: Circumstances) -> bool:
    """No price is counted in hours, so that surcharges on hours have nothing to be added to."""
    return case.billing != "hourly"


def _priced_per_ticket(case: Circumstances) -> bool:
    """There is a price per ticket, alone or beside a base fee."""
    return case.billing in {"per_ticket", "hybrid"}


def _billed_by_capacity(case: Circumstances) -> bool:
    """The merchant pays for people's time (hours or seats), so that their tools are priced beside it."""
    return case.billing in {"hourly", "seat_month"}


def _fee_follows_volume(case: Circumstances) -> bool:
    """More work in a month is a higher fee in that month."""
    return case.billing in {"hourly", "per_ticket", "hybrid"}


def _fee_is_flat(case: Circumstances) -> bool:
    """The fee of a month is agreed beforehand: seats or a fixed sum."""
    return case.billing in {"seat_month", "fixed_month"}


BILLING: Mapping[str, Callable[[Circumstances], bool]] = {
    "billed_by_hour": _billed_by_hour,
    "billed_per_ticket": _billed_per_ticket,
    "billed_per_seat": _billed_per_seat,
    "billed_fixed": _billed_fixed,
    "billed_hybrid": _billed_hybrid,
    "not_billed_by_hour": _not_billed_by_hour,
    "priced_per_ticket": _priced_per_ticket,
    "billed_by_capacity": _billed_by_capacity,
    "fee_follows_volume": _fee_follows_volume,
    "fee_is_flat": _fee_is_flat,
}
