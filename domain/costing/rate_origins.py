"""Which entry a rate is: one of the data, or a figure an organisation typed over it."""

from typing import Final

from domain.costing.rates import HourlyRate, ModelRate

# The source of what an organisation typed itself.
OWN_FIGURE: Final = "own_figure"


def rate_entry(rate: HourlyRate | ModelRate) -> str:
    """The entry behind a rate: ``rates.east`` as published, ``own_figure.east`` once somebody typed it over."""
    return f"{OWN_FIGURE if rate.origin.source == OWN_FIGURE else 'rates'}.{rate.id}"
