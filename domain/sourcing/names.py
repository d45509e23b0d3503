"""What would tell who the buyer is: names as they were typed, and the shorter forms in which texts mention them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from domain.sourcing.name_words import NameWords

WORD = re.compile(r"[^\W_]+")
# Scripts in which words follow each other without a blank: kana, Chinese, Hangul.
UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
# A word with a sign inside is one: H&M.
_JOINED = re.compile(r"[^\W_]+(?:[&+][^\W_]+)*")
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)
# "Name (name in English, synthetic)": first whole, then in ever smaller parts.
_BRACKETS, _COMMAS = re.compile(r"[()（）\[\]【】]+"), re.compile(r"[()（）\[\]【】/|;；,，、]+")
# "Name Limited 名称有限公司": the same company in two scripts.
_CHINESE = re.compile(rf"[{UNSPACED}]+")
# "eBay: name-of-the-shop": the platform is no secret, the name behind it is.
_SHOP_LABEL = re.compile(r"^[^:：]{1,20}[:：]\s*(?!//)")
_LEAST_LATIN, _LEAST_CHINESE, _LEAST_TYPED = 4, 2, 2
# A place that is in no list has two characters, with an ending or without.
_SHORT_PLACE, _LEAST_BRAND = 2, 2
_SHOP_WORDS = frozenset({"shop", "store"})


@dataclass(frozen=True, slots=True)
class Term:
    """One expression that must not appear.

    Attributes:
        text: as it was typed, or a part of that.
        strict: hidden only as it is spelled, capitalised or in capitals; a short or everyday word would hide others.
    """

    text: str
    strict: bool = False


def identity_terms(
    known: NameWords,
    *,
    companies: Iterable[str],
    others: Iterable[str],
    people: Iterable[str] = (),
    words: Iterable[str] = (),
) -> tuple[Term, ...]:
    """What must not appear: whole names, their parts, brands without legal form, place and trade; longest first.

    Args:
        known: what in a name tells nothing.
        companies: names of the buyer and of its representative.
        others: shops, line by line.
        people: the contact, line by line.
        words: what the buyer wants hidden besides, separated by commas or lines.
    """
    typed = [unicodedata.normalize("NFC", name) for name in companies]
    return _Names(known).terms(typed, _lines(others), _lines(people), words)


def shortest(terms: Iterable[Term]) -> tuple[str, ...]:
    """The terms that say it all: what contains a shorter one is hidden with it."""
    known = {term.text.lower(): term.text for term in terms}
    return tuple(
        text for low, text in known.items() if not any(other != low and other in low for other in known)
    )


class _Names:
    """Reads names by the words that tell nothing."""

    def __init__(self, known: NameWords) -> None:
        self.known = known
        self.nothing = known.telling_nothing
        endings = "|".join(known.chinese_place_endings)
        places = "|".join(known.chinese_places)
        # Province, town and district one after the other; a place in no list needs its ending.
        self.place = re.compile(rf"(?:(?:{places})(?:{endings})?|[\u3400-\u9fff]{{2}}(?:{endings}))")

    def terms(
        self, companies: list[str], shops: list[str], persons: list[str], words: Iterable[str]
    ) -> tuple[Term, ...]:
        """Everything to hide, longest first."""
        found = {
            form
            for name in companies
            for part in _parts(name)
            for form in self._company_forms(part)
            if self._tells(form)
        }
        found |= {part for line in (*shops, *persons) for part in _parts(line) if self._tells(part)}
        own = {part.strip() for text in words for line in text.splitlines() for part in _COMMAS.split(line)}
        typed = {self._without_form(name) for name in companies} | {
            _SHOP_LABEL.sub("", line) for line in (*shops, *persons)
        }
        brands = {
            brand for name in (*companies, *shops) for part in _parts(name) for brand in self._brands(part)
        }
        called = {
            word
            for line in persons
            for word in WORD.findall(line)
            if word[0].isupper() and self._is_brand(word, 2)
        }
        # What somebody asks to hide is hidden, be it the most everyday word.
        whole = {name for name in typed if self._is_whole(name)} | {
            name for name in own if len(name) >= _LEAST_TYPED
        }
        long = found | {name for name in whole | brands if len("".join(WORD.findall(name))) >= _LEAST_LATIN}
        terms = {text: Term(text) for text in long}
        terms |= {text: Term(text, strict=True) for text in (brands | called | whole) - long}
        return tuple(sorted(terms.values(), key=lambda term: (-len(term.text), term.text)))

    def _company_forms(self, name: str) -> Iterator[str]:
        yield name
        yield self._without_form(name)
        yield from self._without_places(name)

    def _brands(self, name: str) -> Iterator[str]:
        """The word by which people call a company: its first that is no town; in Chinese what stands before its trade."""
        for bare in (self._without_form(name), *self._without_places(name)):
            if not _CHINESE.search(bare):
                yield from self._first_words(bare)
            elif self._is_chinese_brand(brand := self._without_trade(bare)):
                yield brand

    def _first_words(self, name: str) -> Iterator[str]:
        """One word, short only in capitals; after letters joined by a sign the next one too: H&M Hennes."""
        words = [word for word in _JOINED.findall(name) if word.lower() not in self.known.towns]
        joined = bool(words) and not words[0].isalnum()
        for word in words[: 1 + joined]:
            short = word.isupper() or not word.isalnum()
            if self._is_brand(word, _LEAST_TYPED if short else _LEAST_LATIN):
                yield word

    def _is_chinese_brand(self, name: str) -> bool:
        """The variant without the place is the brand; of a name with it only the whole would be hidden."""
        return (
            len(name) >= _LEAST_CHINESE
            and name not in self.nothing
            and not name.startswith(self.known.chinese_places)
        )

    def _is_brand(self, word: str, least: int) -> bool:
        return (
            word.lower() not in self.nothing | self.known.towns and len(word) >= least and not word.isdigit()
        )

    def _is_whole(self, name: str) -> bool:
        """A name as it was typed counts whatever its length, unless it is one everyday word or the name of a platform."""
        words = [word.lower() for word in WORD.findall(name)]
        everyday = len(words) == 1 and words[0] in self.nothing | self.known.towns
        return (
            len(name) >= _LEAST_TYPED
            and not everyday
            and not (words and set(words) <= self.known.platforms | _SHOP_WORDS)
        )

    def _without_places(self, name: str) -> Iterator[str]:
        """What is left of a company's name without the places in front of it, which texts leave out."""
        bare = self._without_form(name)
        if not _CHINESE.search(bare):
            first, _, rest = bare.partition(" ")
            if first.lower() in self.known.towns and rest.lower() not in self.nothing:
                yield rest
            return
        rest = bare
        while (place := self.place.match(rest)) and len(rest) - place.end() >= _LEAST_BRAND:
            rest = rest[place.end() :]
            yield rest
        rest = bare[_SHORT_PLACE:] if rest == bare != name.strip(" .,") else ""
        if len(rest) > _LEAST_BRAND and self._without_trade(rest):
            # A registered name begins with its place, also with one that is not in the list.
            yield rest

    def _without_trade(self, name: str) -> str:
        """A Chinese name without the trade at its end: 青禾家居 → 青禾."""
        trade = next((each for each in self.known.chinese_trades if name.endswith(each)), "")
        return self._without_trade(name[: -len(trade)]) if trade else name

    def _without_form(self, name: str) -> str:
        """A company's name without its legal form."""
        bare = name.strip()
        for form in self.known.legal_forms:
            pattern = r"[\s.,&]*".join(re.escape(word) for word in form.split())
            bound = "" if _CHINESE.match(form) else rf"(?<![^\W\d_{UNSPACED}])"
            bare = re.sub(rf"[\s,]*{bound}{pattern}[.\s]*$", "", bare, flags=re.IGNORECASE)
        leading = "|".join(self.known.leading_forms)
        return re.sub(rf"^(?:{leading})\s+", "", bare, flags=re.IGNORECASE).strip(' .,&«»„“”"')

    def _tells(self, term: str) -> bool:
        """Long enough to mean somebody, and not a word everybody uses."""
        words = WORD.findall(term)
        letters = "".join(words)
        if not letters or {word.lower() for word in words} <= self.nothing:
            return False
        return len(letters) >= (_LEAST_CHINESE if _CHINESE.search(letters) else _LEAST_LATIN)


def _lines(texts: Iterable[str]) -> list[str]:
    lines = [line for text in texts for line in re.split(r"[\n;；]", unicodedata.normalize("NFC", text))]
    return [line.strip() for line in lines if line.strip()]


def _parts(line: str) -> list[str]:
    """A name as a whole and in its parts."""
    name = _SHOP_LABEL.sub("", line.strip())
    scripts = [*_CHINESE.findall(name), *_CHINESE.split(name)]
    parts = (name, *_BRACKETS.split(name), *_COMMAS.split(name), *scripts, *_hosts(name))
    return [part.strip(" ./,，()（）") for part in parts if part.strip()]


def _hosts(name: str) -> list[str]:
    """The telling part of web addresses: www.imaginary-home.example → imaginary-home."""
    return [host.split(".")[-2] for host in _HOST.findall(name)]
