"""Names of languages and countries as people of each language call them (CLDR)."""

from functools import lru_cache

from babel import Locale
from babel.dates import get_timezone_location

from words import LOCALES, Language


@lru_cache(maxsize=2)
def _locale(language: Language) -> Locale:
    return Locale.parse(LOCALES[language])


def language_name(language: Language, code: str) -> str:
    """The name of a language: de → 德语, German; a code nobody knows stays as it is."""
    return str(_locale(language).languages.get(code, code))


def country_name(language: Language, code: str) -> str:
    """The name of a country: DE → 德国, Germany; a code nobody knows stays as it is."""
    return str(_locale(language).territories.get(code, code))


def listed(language: Language, names: list[str]) -> str:
    """Names one after the other: 德语、法语 or German, French."""
    return ("、" if language == "zh" else ", ").join(names)


@lru_cache(maxsize=1024)
def zone_name(language: Language, zone: str) -> str:
    """A time zone by its city and its IANA name: 柏林（Europe/Berlin）, Berlin (Europe/Berlin)."""
    city = get_timezone_location(zone, locale=_locale(language), return_city=True)
    return f"{city}（{zone}）" if language == "zh" else f"{city} ({zone})"
