"""What the pages of the cost brief share: the estimate they speak of, its leading prices, and blocks of words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from domain.costing.alternatives import Alternative
from domain.costing.band import Band
from domain.costing.bill import Bill
from domain.costing.comparison import Place
from domain.costing.estimate import Estimate
from domain.costing.hours import BillingBasis
from domain.costing.year_one import YearPrice
from domain.shared.outcomes import NotAssessed
from domain.shared.paper import Align, Block, Cell, Heading, Paragraph, ParagraphStyle, Run, Table
from domain.shared.rounding import round_half_up
from services.costing_kept import Costing
from services.costing_names import place_name
from words import Language, say
from words.numbers import MISSING, money, money_in_sentence, number, percent, span


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Blocks that stand together; `rank` 0 always stays, the highest rank gives way first on a full page."""

    blocks: tuple[Block, ...]
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What one place or model costs a normal month; `year` where its hour has a price.

    Attributes:
        id: of the rate.
        name: what people call it.
        currency: of the amounts.
        month: low, base, high.
    """

    id: str
    name: str
    currency: str
    month: Band


@dataclass(frozen=True, kw_only=True)  # no slots: what is derived is made at its first use and kept
class Brief:
    """What every page speaks of.

    Attributes:
        costing: the estimate with what is derived from it.
        language: of every word.
        today: the day of the brief.
    """

    costing: Costing
    language: Language
    today: date

    @property
    def cost(self) -> Estimate:
        """The estimate."""
        return self.costing.estimate

    def t(self, key: str, /, **values: str | int) -> str:
        """Words of this language, without the screen's emphasis."""
        return self.on_paper(say(self.language, key, **values))

    def on_paper(self, said: str) -> str:
        """A sentence of the screen without its emphasis; a page of paper has none."""
        return said.replace("**", "")

    @property
    def basis(self) -> BillingBasis:
        """Which hour the leading rates are read as."""
        if self.cost.domestic is not None:
            return self.cost.domestic.read_as
        return next(iter(self.cost.regions.values())).rate.read_as

    @property
    def kind(self) -> Literal["domestic", "region"]:
        """Which prices lead: domestic ones where only Chinese shoppers are served."""
        return "domestic" if self.cost.domestic is not None else "region"

    @cached_property
    def offered(self) -> tuple[Offered, ...]:
        """The leading prices of a normal month."""
        if self.kind == "region":
            return tuple(
                Offered(
                    id=place,
                    name=price.rate.name[self.language],
                    currency=price.rate.currency,
                    month=price.on(self.basis).month,
                )
                for place, price in self.cost.regions.items()
            )
        return tuple(self._domestic())

    def _domestic(self) -> Iterator[Offered]:
        for place in self.cost.comparison:
            made = whole_bill(place) if place.kind == "domestic" else None
            if made is None:
                continue
            month = made.month
            if self.cost.domestic is not None and place.id in self.cost.domestic.models:
                month = self.cost.domestic.models[place.id].month[self.basis]
            name = place_name(self.language, place.id)
            yield Offered(id=place.id, name=name, currency=place.currency, month=month)

    @cached_property
    def cheapest(self) -> Offered:
        """The lowest base price among them."""
        return min(self.offered, key=lambda each: each.month.base)

    @cached_property
    def budget(self) -> float | None:
        """The monthly budget in the currency of the leading prices; None when it cannot be compared."""
        budget, wanted = self.costing.record.value("budget_month"), self.cheapest.currency
        if not budget:
            return None
        amount, typed = float(budget["amount"]), budget["currency"]
        if typed != wanted and not self.cost.exchange.knows(typed, wanted):
            return None
        return self.cost.exchange.convert(Band.exact(amount), typed, wanted).base

    @property
    def way(self) -> Alternative | None:
        """The way to look at first where it is another one than agents in the cheapest place."""
        name, why = self.cost.advice
        if why == "cheapest":
            return None
        return next(each for each in self.cost.alternatives if each.id == name)

    @cached_property
    def place(self) -> str:
        """Whose year is unfolded: the leading domestic model, the region chosen, else the cheapest."""
        if self.cost.domestic is not None:
            return self.cheapest.id
        chosen = self.cost.pricing.place
        return chosen if chosen in self.cost.places else self.cheapest.id

    @cached_property
    def years(self) -> tuple[YearPrice, YearPrice]:
        """The first year and a later one of that place."""
        if self.cost.domestic is not None:
            made = self.cost.domestic.models[self.place]
            return made.year_one[self.basis], made.steady_state[self.basis]
        first, later = (self.cost.year_of(self.place, first_year=each) for each in (True, False))
        return first[self.basis], later[self.basis]

    @property
    def year_name(self) -> str:
        """What its year is called; a model of the domestic market says so."""
        name = self.name_of(self.place)
        return self.t("cost_view.domestic_model", name=name) if self.kind == "domestic" else name

    def name_of(self, place: str) -> str:
        """A place or model; quotes by what they were called."""
        quotes = {quote.id: quote.label for quote in self.cost.pricing.rate_library.private}
        return quotes.get(place) or place_name(self.language, place)

    def ends(self, month: Band, currency: str) -> dict[str, str]:
        """Low, base and high as a sentence says them."""
        ends = zip(("low", "base", "high"), month.ends, strict=True)
        return {end: money_in_sentence(self.language, amount, currency) for end, amount in ends}

    def band(self, month: Band, digits: int = 0) -> str:
        """Low – base – high; one figure where they are the same."""
        if month.low == month.high:
            return number(self.language, month.base, digits)
        return span(*(number(self.language, value, digits) for value in month.ends))

    def money(self, amount: float, currency: str, digits: int = 0) -> str:
        """An amount with its currency."""
        return money(self.language, amount, currency, digits)

    def share(self, share: float, digits: int = 0) -> str:
        """A share as percent."""
        return percent(self.language, share, digits)

    def per_contact(self, each: Band | NotAssessed, currency: str) -> str:
        """The base price of a contact."""
        return MISSING if isinstance(each, NotAssessed) else self.money(each.base, currency, 2)

    def heading(self, words: str, level: Literal[1, 2, 3] = 1) -> Heading:
        """A heading."""
        return Heading(level=level, texts=((self.language, words),))

    def paragraph(self, words: str, style: ParagraphStyle = "body", *, leads: bool = False) -> Paragraph:
        """A paragraph."""
        return Paragraph(language=self.language, runs=(Run(text=words),), style=style, leads=leads)

    def bullets(self, sentences: Sequence[str]) -> tuple[Paragraph, ...]:
        """Sentences below each other, each with a dot."""
        return tuple(
            Paragraph(language=self.language, runs=(Run(text=sentence.strip()),), number="•")
            for sentence in sentences
        )

    def table(
        self, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int], figures: str
    ) -> Table:
        """A table.

        Args:
            heads: titles of the columns.
            rows: as long as the heads.
            widths: relative widths of the columns.
            figures: one letter per column: ``f`` for figures, which stand at the right, ``w`` for words.
        """
        sides: list[Align] = ["right" if letter == "f" else "left" for letter in figures]
        made = [
            tuple(self._cell(words, side) for words, side in zip(row, sides, strict=True))
            for row in (heads, *rows)
        ]
        return Table(header=made[0], rows=tuple(made[1:]), widths=tuple(widths), whole=True)

    def _cell(self, words: str, side: Align) -> Cell:
        return Cell(texts=((self.language, words),), align=side)


def adds_hours(ratio: float) -> bool:
    """Whether planning by the hour takes more than the monthly formula, as far as a page shows it."""
    return round_half_up(ratio, 2) > 1


def whole_bill(place: Place) -> Bill | None:
    """The bill of a model that pays for the whole service; None where something is left out."""
    for made in place.bills.values():
        if not isinstance(made, NotAssessed) and not made.offer.left_out:
            return made
    return None
