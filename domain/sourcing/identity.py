"""Keeps the buyer's identity out of an anonymous request: names, shops, addresses, wherever they stand."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from domain.sourcing.names import WORD, Term

# Printed in place of a name; the same in both languages.
STAND_IN = "■■■"
# Signs of an address; Chinese text follows it without a space.
_SIGN = r"[^\s\u3000-\u9fff\uff00-\uffef]"
# An address of the web or of e-mail can always tell who writes.
_ADDRESS = re.compile(rf"(?:https?://|www\.){_SIGN}+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE | re.ASCII)
# So can a bare domain; only endings in use, or every missing blank after a full stop would count as one.
_DOMAIN = re.compile(
    rf"(?<![\w.@-])(?:[A-Za-z0-9-]+\.)+(?:com|net|org|shop|store|online|info|biz|io|co|eu|de|at|ch|fr|es|it|pt|nl|be|pl"
    rf"|se|dk|cz|uk|us|ca|jp|cn|hk|tw|sg|example)(?![A-Za-z0-9-])(?:/{_SIGN}*)?"
)
# Numbers with a country's code, Chinese mobile numbers, and names in the messengers people give instead of them.
_PHONE = re.compile(r"(?<![A-Za-z0-9+])(?:(?:\+|00)[1-9][\d ()/.-]{6,}\d|1[3-9]\d[ -]?\d{4}[ -]?\d{4})(?!\d)")
_MESSENGER = re.compile(
    r"(?P<which>微信|weixin|wechat|QQ|whatsapp|telegram)(?P<link>(?:号|群|ID)?(?:\s*[:：]\s*|\s+(?=\S*[\d_])))[\w.@+-]{4,}",
    re.IGNORECASE | re.ASCII,
)
_ABBREVIATED = frozenset(["ltd", "co", "inc", "corp"])


def hidden(text: str, terms: Iterable[Term], *, platforms: Collection[str]) -> str:
    """The text with every term, however it is spaced or capitalised, every address and phone number replaced.

    Args:
        text: that somebody typed.
        terms: what tells who the buyer is.
        platforms: whose own addresses name no seller, in lower case.
    """
    shown = _ADDRESS.sub(STAND_IN, unicodedata.normalize("NFKC", text) if _has_odd_letters(text) else text)
    shown = _DOMAIN.sub(lambda found: _without_domain(found, platforms), shown)
    shown = _MESSENGER.sub(rf"\g<which>\g<link>{STAND_IN}", _PHONE.sub(STAND_IN, shown))
    for term in terms:
        shown = (_strictly if term.strict else _however_spelled)(term.text).sub(STAND_IN, shown)
    return shown


def hide_in(value: Any, terms: Iterable[Term], *, platforms: Collection[str]) -> Any:
    """The same answer with what tells the buyer's identity replaced in every text of it."""
    if isinstance(value, str):
        return hidden(value, terms, platforms=platforms)
    if isinstance(value, Mapping):
        return {key: hide_in(part, terms, platforms=platforms) for key, part in value.items()}
    if isinstance(value, list):
        return [hide_in(part, terms, platforms=platforms) for part in value]
    return value


def _without_domain(found: re.Match[str], platforms: Collection[str]) -> str:
    """A platform's own address names no seller; one with a path may."""
    labels = {label.lower() for label in found.group().split(".")}
    return found.group() if labels & set(platforms) and "/" not in found.group() else STAND_IN


def _however_spelled(term: str) -> re.Pattern[str]:
    words = WORD.findall(term)
    pattern = r"[\W_]*".join(re.escape(word) for word in words)
    if words[-1].lower() in _ABBREVIATED:
        pattern += r"\.?"
    return re.compile(_bounded(pattern) if words[0].isascii() else pattern, re.IGNORECASE)


def _strictly(term: str) -> re.Pattern[str]:
    """As it is spelled, capitalised or in capitals; with a sign inside (H&M) in any case."""
    text = r"\s*".join(re.escape(part) for part in re.findall(r"[^\W_]+|[\W_]", term) if part.strip())
    if not term.isalnum():
        return re.compile(_bounded(text) if term.isascii() and WORD.search(term) else text, re.IGNORECASE)
    spellings = "|".join(re.escape(each) for each in dict.fromkeys([term, term.capitalize(), term.upper()]))
    return re.compile(_bounded(spellings) if term.isascii() else spellings)


def _bounded(pattern: str) -> str:
    return rf"(?<![A-Za-z0-9])(?:{pattern})(?![A-Za-z0-9])"


def _has_odd_letters(text: str) -> bool:
    """Full-width or ligature letters, behind which a name could hide."""
    return any("\uff21" <= character <= "\uff5a" or "\ufb00" <= character <= "\ufb06" for character in text)
