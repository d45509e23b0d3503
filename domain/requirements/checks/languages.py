"""Will customers be answered in their language, by people who speak it?"""

from collections.abc import Iterator

from domain.requirements.checks.case import Case, said
from domain.requirements.checks.rules import NativeLanguage
from domain.shared.outcomes import Finding


def native_missing(case: Case) -> Iterator[Finding]:
    """X-11: local language is expected in these markets."""
    native = case.value("native_languages") or ()
    for rule in _expected(case):
        if rule.language not in native:
            yield case.found("native_missing", "native_languages", market=rule.market, language=rule.language)


def translation_instead(case: Case) -> Iterator[Finding]:
    """X-11: a machine may help a person to write, it does not replace one."""
    if case.value("machine_translation") == "instead":
        for rule in _expected(case):
            yield case.found(
                "translation_instead", "machine_translation", market=rule.market, language=rule.language
            )


def speakers_few(case: Case) -> Iterator[Finding]:
    """SR-07: a site with one or two speakers cannot promise native service through leave and illness."""
    native = case.value("native_languages") or ()
    least = case.limit("native_speakers_least")
    expected = {rule.language for rule in case.rules.native_languages}
    for language, speakers in (case.value("speakers_by_language") or {}).items():
        if language in expected and language in native and speakers < least:
            yield case.found(
                "speakers_few",
                "speakers_by_language",
                language=language,
                speakers=said(speakers),
                least=said(least),
            )


def _expected(case: Case) -> tuple[NativeLanguage, ...]:
    """The rules of the markets the merchant sells to."""
    markets = case.value("markets") or ()
    return tuple(rule for rule in case.rules.native_languages if rule.market in markets)


CHECKS = (native_missing, translation_instead, speakers_few)
