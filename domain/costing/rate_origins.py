"""Which entry a price is: one of the data, a figure an organisation typed over it, or a quote it received."""

from typing import Final

from domain.costing.rates import HourlyRate, ModelRate, PrivateRate

# The source of what an organisation typed itself.
OWN_FIGURE: Final = "own_figure"


def rate_entry(rate: HourlyRate | ModelRate | PrivateRate) -> str:
    """The entry behind a price: ``rates.east`` as published, ``own_figure.east`` typed over it, ``private.<id>`` quoted."""
    if isinstance(rate, PrivateRate):
        return f"private.{rate.id}"
    return f"{OWN_FIGURE if rate.origin.source == OWN_FIGURE else 'rates'}.{rate.id}"
