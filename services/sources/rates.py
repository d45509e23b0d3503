"""Prices beside the regional rates, wage floors and currencies in words."""

from domain.costing.currency import CurrencyEntry
from domain.costing.floors import MinimumWage, WageFloor
from domain.costing.rates import LanguagePremium, ModelRate
from services.sources.description import Description, note_of
from services.sources.printing import printed, span_of
from services.sources.walk import Named
from words import Language, say
from words.numbers import plain

_COST = ("cost",)


def model(owner: ModelRate, _named: Named, language: Language) -> Description:
    """A price under another model than the hour."""
    return Description(
        topic="rate",
        label=say(language, "sources_page.rate_model", model=owner.name[language]),
        value=span_of(language, f"{owner.currency}_per_{owner.unit}", owner.low, owner.high),
        pages=_COST,
        note=note_of(owner.note, language),
    )


def premium(owner: LanguagePremium, _named: Named, language: Language) -> Description:
    """What a language costs more."""
    return Description(
        topic="rate",
        label=owner.name[language],
        value=span_of(language, "share", owner.low, owner.high),
        pages=_COST,
        note=note_of(owner.note, language),
    )


def wage(owner: MinimumWage, named: Named, language: Language) -> Description:
    """A minimum wage."""
    country = next(each for each in named.owners if isinstance(each, WageFloor))
    return Description(
        topic="wage_floor",
        label=say(language, "sources_page.floor_wage", country=country.name[language]),
        value=printed(language, f"EUR_wage_per_{owner.per}", owner.amount),
        pages=_COST,
        note=note_of(country.note, language),
    )


def floor(owner: WageFloor, named: Named, language: Language) -> Description:
    """Contributions, hours, or pay on top of a minimum wage."""
    key = named.role.removesuffix("_origin")
    values = {
        "employer": printed(language, "share", owner.employer_rate),
        "extra": printed(language, "share", owner.extra_pay),
        "hours": say(
            language,
            "sources_page.floor_hours_value",
            paid=plain(language, owner.paid_hours_year),
            worked=plain(language, owner.worked_hours_year),
        ),
    }
    return Description(
        topic="wage_floor",
        label=say(language, f"sources_page.floor_{key}", country=owner.name[language]),
        value=values[key],
        pages=_COST,
        note=note_of(owner.note, language),
    )


def currency(owner: CurrencyEntry, _named: Named, language: Language) -> Description:
    """A currency of estimates and whose it is."""
    name = say(language, f"currency.{owner.code}.name")
    return Description(
        topic="currency", label=say(language, "sources_page.currency_of", code=name), pages=_COST
    )
