"""The named conditions under which a question is asked. Question files name them; what they mean is said here.

A condition reads what was given (an answer, else its default) whether or not that question is itself asked.
"""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from domain.requirements.questions import Codes


class Given(Protocol):
    """What a condition may look at."""

    @property
    def codes(self) -> Codes:
        """Which countries belong to the EEA."""

    def given(self, question: str) -> Any:
        """The answer to a question, else its default, else None."""


Predicate = Callable[[Given], bool]


def _always(_case: Given) -> bool:
    """Whatever the case."""
    return True


def _phone_channel(case: Given) -> bool:
    """Customers can call."""
    return _has_channel(case, "phone")


def _chat_channel(case: Given) -> bool:
    """Customers can chat live."""
    return _has_channel(case, "chat")


def _marketplace_seller(case: Given) -> bool:
    """The merchant sells on at least one platform that is not its own shop, so that platform rules bind it."""
    return any(platform != "own_shop" for platform in case.given("platforms") or ())


def _returns_handled(case: Given) -> bool:
    """The vendor's agents talk to customers about returns."""
    return bool(case.given("returns_handled"))


def _eu_market(case: Given) -> bool:
    """At least one consumer market lies in the European Economic Area, so that the GDPR protects its customers."""
    return any(market in case.codes.eea for market in case.given("markets") or ())


def _foreign_to_eu_market(case: Given) -> bool:
    """The merchant sells into the EEA from a seat outside it."""
    country = case.given("merchant_country")
    return _eu_market(case) and country is not None and country not in case.codes.eea


def _without_eu_establishment(case: Given) -> bool:
    """The merchant sells into the EEA with neither seat nor establishment there: GDPR Article 27."""
    return _foreign_to_eu_market(case) and case.given("eu_establishment") is False


def _several_languages(case: Given) -> bool:
    """Customers write in more than one language, so that languages can share a team."""
    return len(case.given("languages_share") or ()) > 1


def _several_channels(case: Given) -> bool:
    """Customers come through more than one channel, so that their languages can differ between them."""
    return len(case.given("channels") or ()) > 1


def _limited_hours(case: Given) -> bool:
    """Service is not around the clock, so that hours must be named."""
    return case.given("need_24_7") is not True


def _hours_in_several_markets(case: Given) -> bool:
    """Service is not around the clock and customers are in more than one market, so that hours can differ."""
    return _limited_hours(case) and len(case.given("markets") or ()) > 1


def _pilot_planned(case: Given) -> bool:
    """A pilot comes before the contract."""
    return bool(case.given("pilot_planned"))


def _prc_party(case: Given) -> bool:
    """The merchant or the vendor is in mainland China."""
    return "CN" in {case.given("merchant_country"), case.given("vendor_country")}


def _two_language_contract(case: Given) -> bool:
    """The contract is made out in Chinese and English."""
    return bool(case.given("contract_form") == "bilingual")


def _hourly_billing(case: Given) -> bool:
    """The vendor is paid by the hour, so that it must be said which hour."""
    return bool(case.given("billing_model") == "hourly")


def _exchange_rate_given(case: Given) -> bool:
    """An exchange rate was typed, so that its date must be named."""
    return case.given("fx_cny_per_eur") is not None


def _sunday_in_germany(case: Given) -> bool:
    """Agents in Germany, the vendor's or others who read tickets there, would work on Sundays."""
    in_germany = "DE" in {case.given("vendor_country"), *(case.given("ticket_readers") or ())}
    return in_germany and (
        case.given("need_24_7") is True or any("sun" in hours for hours in _schedules(case))
    )


def _schedules(case: Given) -> list[Mapping[str, Any]]:
    """The general hours of service, and those of markets that have their own."""
    own = (case.given("coverage_by_market") or {}) if _hours_in_several_markets(case) else {}
    markets = case.given("markets") or ()
    return [case.given("coverage") or {}, *(hours for market, hours in own.items() if market in markets)]


def _has_channel(case: Given, channel: str) -> bool:
    return channel in (case.given("channels") or ())


PREDICATES: Mapping[str, Predicate] = {
    "always": _always,
    "phone_channel": _phone_channel,
    "chat_channel": _chat_channel,
    "marketplace_seller": _marketplace_seller,
    "returns_handled": _returns_handled,
    "eu_market": _eu_market,
    "foreign_to_eu_market": _foreign_to_eu_market,
    "without_eu_establishment": _without_eu_establishment,
    "several_languages": _several_languages,
    "several_channels": _several_channels,
    "limited_hours": _limited_hours,
    "hours_in_several_markets": _hours_in_several_markets,
    "pilot_planned": _pilot_planned,
    "prc_party": _prc_party,
    "two_language_contract": _two_language_contract,
    "hourly_billing": _hourly_billing,
    "exchange_rate_given": _exchange_rate_given,
    "sunday_in_germany": _sunday_in_germany,
}
