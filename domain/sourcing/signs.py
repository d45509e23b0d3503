"""Addresses, phone numbers and names in messengers, which tell who writes without any name of a company."""

import re
from collections.abc import Iterable

from domain.sourcing.name_words import NameWords

# Printed in place of what tells who the buyer is; the same in both languages.
STAND_IN = "■■■"
# Signs of an address; Chinese text follows it without a space.
_SIGN = r"[^\s\u3000-\u9fff\uff00-\uffef]"
# An address of the web or of e-mail can always tell who writes.
_ADDRESS = re.compile(rf"(?:https?://|www\.){_SIGN}+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE | re.ASCII)
# A name in a network, wherever it stands.
_HANDLE = re.compile(r"(?<![\w@])@[\w.-]{2,}\w", re.ASCII)
_PHONE_FORMS = (
    # With a country's code.
    r"(?:\+|00)[1-9][\d ()/.-]{6,}\d",
    # Chinese mobile numbers; Chinese service numbers.
    r"1[3-9]\d[ -]?\d{4}[ -]?\d{4}",
    r"[48]00[ -](?:\d{3}[ -]?\d{4}|\d{4}[ -]?\d{3})",
    # Area code and number; numbers in pairs, as the French write them.
    r"\(?0\d{2,4}\)?[ /-]{1,2}(?:\d{5,8}|\d{3,4}[ -]\d{3,4})",
    r"0[1-9](?:[ .]\d{2}){4}",
)
_PHONE = re.compile(rf"(?<![A-Za-z0-9+.,])(?:{'|'.join(_PHONE_FORMS)})(?!\d)")
# Behind a word for phones: from 0 on nine digits or more (a date has eight), or seven in a row.
_SAID_PHONE = r"(?:\(?0(?:[ ()/.-]*\d){8,12}|\d{7,12})(?!\d)"


def without_signs(text: str, known: NameWords) -> str:
    """The text with every address, phone number and name in a messenger replaced."""
    shown = _ADDRESS.sub(STAND_IN, text)
    shown = _domain(known).sub(lambda found: _without_domain(found, known), shown)
    shown = _said_phone(known).sub(rf"\g<said>{STAND_IN}", _PHONE.sub(STAND_IN, shown))
    return _HANDLE.sub(STAND_IN, _messenger(known).sub(rf"\g<said>{STAND_IN}", shown))


def _domain(known: NameWords) -> re.Pattern[str]:
    """A bare domain; only with an ending in use, or every missing blank after a full stop would make one."""
    endings = _any(known.domain_endings)
    return re.compile(rf"(?<![\w.@-])(?:[A-Za-z0-9-]+\.)+{endings}(?![A-Za-z0-9-])(?:/{_SIGN}*)?")


def _without_domain(found: re.Match[str], known: NameWords) -> str:
    """A platform's own address names no seller; one with a path may."""
    labels = {label.lower() for label in found.group().split(".")}
    return found.group() if labels & set(known.platforms) and "/" not in found.group() else STAND_IN


def _said_phone(known: NameWords) -> re.Pattern[str]:
    said = rf"(?<![A-Za-z]){_any(known.phone_words)}(?:号码|号)?[\s.:：]*"
    return re.compile(rf"(?P<said>{said}){_SAID_PHONE}", re.IGNORECASE)


def _messenger(known: NameWords) -> re.Pattern[str]:
    """After “ID” or a colon any name counts, else one with a figure or an underscore, or a number at once."""
    marks = [re.escape(word) + r"(?![A-Za-z])" * word.isascii() for word in known.messenger_words]
    link = rf"(?:\s*(?:{'|'.join(marks)})\s*[:：]?\s*|\s*[:：]\s*|\s+(?=\S*[\d_])|(?=\d{{5}}))"
    said = rf"(?<![A-Za-z0-9]){_any(known.messengers)}{link}"
    return re.compile(rf"(?P<said>{said})[\w.@+-]{{4,}}", re.IGNORECASE | re.ASCII)


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(re.escape(word) for word in words)})"
