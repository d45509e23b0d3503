"""What a year costs beside the hours of a normal month."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from domain.costing.surcharges import UnusualHours


@dataclass(frozen=True, slots=True, kw_only=True)
class YearTerms:
    """What a year costs beside the hours of a normal month; every figure has its parameter or question.

    Attributes:
        reserve_share: people kept ready beyond the seats, as a share of them.
        standby_fee_share: what an hour of theirs costs while they wait, as a share of the rate.
        training_h: hours of training before somebody answers customers.
        training_merchant_share: the part of the training the merchant pays.
        surcharges: what an hour costs more at unusual times, as shares, by `UnusualHours` name.
        unusual: the shares of the hours at such times.
        tools_per_seat_month: software per seat, in the currency of the rates.
        manager_month: the merchant's own person who steers the vendor, a month.
        setup_fee: once; None when nobody named one, which is not the same as free.
        fx_buffer: room for exchange rates, as a share; 0 for a merchant who pays in the currency of its books.
        market: ``cn`` where tools and manager are those of domestic service in China.
        quoted: the quote that named a figure, by name of the figure, where one did.
    """

    reserve_share: float
    standby_fee_share: float
    training_h: float
    training_merchant_share: float
    surcharges: Mapping[str, float]
    unusual: UnusualHours
    tools_per_seat_month: float
    manager_month: float
    setup_fee: float | None
    fx_buffer: float
    market: Literal["any", "cn"] = "any"
    quoted: Mapping[str, str] = field(default_factory=dict)

    def parameter(self, name: str) -> str:
        """The entry of a figure: of the quote that named it, else of the parameters, some of which differ by market."""
        if name in self.quoted:
            return self.quoted[name]
        return f"parameters.{'cn_' if self.market == 'cn' else ''}{name}"
