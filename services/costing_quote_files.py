"""Quotes as a file: the `quotes.json` of a project's download, or the same tables in TOML, read for an estimate."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from domain.costing.rates import PrivateRate
from domain.shared.outcomes import DomainError
from services.catalog import catalog
from services.costing_quote_rows import Quote, as_rate, checked

_QUOTE: Final = TypeAdapter(Quote)
# What a download says about a quote beside its terms.
_ABOUT: Final = frozenset({"id", "by", "changed_at"})


def quotes_from(values: Mapping[str, Any]) -> tuple[PrivateRate, ...]:
    """The quotes of a file.

    Raises:
        DomainError: ``quotes.file_value`` with the key that cannot be read; ``quotes.id_taken``; what no quote can be, as
            `services.costing_quotes.add_quote`, with the key of the quote.
    """
    given = values.get("quotes")
    if not isinstance(given, list) or set(values) != {"quotes"}:
        raise DomainError("quotes.file_value", key="quotes")
    rates = tuple(_rate(number, each) for number, each in enumerate(given))
    _refuse_shared_ids(rates)
    return rates


def _refuse_shared_ids(rates: Sequence[PrivateRate]) -> None:
    """Every figure of an estimate is found by the id of its price, so two prices never share one.

    Raises:
        DomainError: ``quotes.id_taken``.
    """
    library = catalog().rate_library
    published = (*catalog().rates, *library.countries, *library.models, *library.domestic)
    taken = {rate.id for rate in published}
    for number, rate in enumerate(rates):
        if rate.id in taken:
            raise DomainError("quotes.id_taken", key=f"quotes.{number}.id", given=rate.id)
        taken.add(rate.id)


def _rate(number: int, given: Any) -> PrivateRate:
    key = f"quotes.{number}"
    if not isinstance(given, Mapping):
        raise DomainError("quotes.file_value", key=key)
    named = str(given.get("id") or number + 1)
    try:
        quote = _QUOTE.validate_python({name: each for name, each in given.items() if name not in _ABOUT})
        return as_rate(named, checked(quote))
    except ValidationError as error:
        place = ".".join(str(part) for part in error.errors(include_url=False)[0]["loc"])
        raise DomainError("quotes.file_value", key=f"{key}.{place}") from error
    except DomainError as error:
        raise DomainError(error.code, **{**error.values, "key": key}) from error
