"""Keeps the buyer's identity out of an anonymous request: names, shops, addresses, wherever they stand."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

# Printed in place of a name; the same in both languages.
STAND_IN = "■■■"
# Signs of an address; Chinese text follows it without a space.
_SIGN = r"[^\s\u3000-\u9fff\uff00-\uffef]"
# An address of the web or of e-mail can always tell who writes.
_ADDRESS = re.compile(rf"(?:https?://|www\.){_SIGN}+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE | re.ASCII)
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
# "Name (name in English, synthetic)": first whole, then in ever smaller parts.
_BRACKETS, _COMMAS = re.compile(r"[()（）\[\]【】]+"), re.compile(r"[()（）\[\]【】/|;；,，、]+")
# "eBay: name-of-the-shop": the platform is no secret, the name behind it is.
_SHOP_LABEL = re.compile(r"^[^:：]{1,20}[:：]\s*(?!//)")
_LEGAL_FORMS = (
    "有限责任公司", "股份有限公司", "有限公司", "co ltd", "company limited", "limited", "ltd", "gmbh", "ug",
    "inc", "llc", "corp", "sarl", "sas", "srl", "spa", "sl", "bv", "sp z o o", "ag", "kg", "co",
)  # fmt: skip
_ABBREVIATED = frozenset(["ltd", "co", "inc", "corp"])
_LEAST_LATIN, _LEAST_CHINESE = 4, 2
# A Chinese company's name begins with its town, usually of two characters; then comes the brand.
_LONG_TOWNS = (
    "哈尔滨",
    "石家庄",
    "秦皇岛",
    "张家口",
    "张家港",
    "连云港",
    "马鞍山",
    "景德镇",
    "呼和浩特",
    "乌鲁木齐",
)
_SHORT_TOWN = 2
_TOWNS = frozenset(
    [
        "beijing", "shanghai", "shenzhen", "guangzhou", "hangzhou", "yiwu", "ningbo", "dongguan", "xiamen", "suzhou",
        "foshan", "quanzhou", "wenzhou", "qingdao", "chengdu", "wuhan", "nanjing", "changsha", "zhengzhou", "hefei",
        "fuzhou", "jinan", "tianjin", "chongqing", "xi'an", "zhuhai", "zhongshan", "shantou", "wuxi", "jinhua",
    ]
)  # fmt: skip
_LEAST_BRAND = 3
# Words that stand in names without telling anybody who it is.
_TELLING_NOTHING = frozenset(
    [
        "synthetic", "虚构", "sample", "样例", "shop", "store", "home", "trading", "trade", "technology", "international",
        "electronics", "group", "company", "import", "export", "commerce", "online", "marketplace", "germany", "europe", "representative", "invented", "procurement", "purchasing", "采购部", "采购", "示例",
        "shopify", "ebay", "amazon", "aliexpress", "tiktok", "tiktok shop", "tmall", "taobao", "天猫", "淘宝", "京东",
    ]
)  # fmt: skip


def identity_terms(*, companies: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """What must not appear: whole names, their parts in brackets, without legal form and town; longest first.

    Args:
        companies: names of the buyer and of its representative.
        others: shops line by line, the contact.
    """
    names = [part for name in companies for part in _parts(name)]
    found = {form for name in names for form in (name, _without_form(name), *_without_town(name))}
    found |= {part for text in others for line in text.splitlines() for part in _parts(line)}
    return tuple(sorted((term for term in found if _tells(term)), key=lambda term: (-len(term), term)))


def _parts(line: str) -> list[str]:
    """A name as a whole and in its parts."""
    name = _SHOP_LABEL.sub("", line.strip())
    return [
        part.strip(" ./,，") for part in (name, *_BRACKETS.split(name), *_COMMAS.split(name), *_hosts(name))
    ]


def shortest(terms: Iterable[str]) -> tuple[str, ...]:
    """The terms that say it all: what contains a shorter one is hidden with it."""
    known = tuple(terms)
    return tuple(
        term for term in known if not any(other != term and other.lower() in term.lower() for other in known)
    )


def hidden(text: str, terms: Iterable[str]) -> str:
    """The text with every term, however it is spaced or capitalised, and every address replaced."""
    shown = _ADDRESS.sub(STAND_IN, unicodedata.normalize("NFKC", text) if _has_odd_letters(text) else text)
    for term in terms:
        words = _WORD.findall(term)
        pattern = r"[\W_]*".join(re.escape(word) for word in words)
        if words[-1].lower() in _ABBREVIATED:
            pattern += r"\.?"
        if words[0].isascii():
            pattern = rf"(?<![a-z0-9])(?:{pattern})(?![a-z0-9])"
        shown = re.sub(pattern, STAND_IN, shown, flags=re.IGNORECASE)
    return shown


def hide_in(value: Any, terms: Iterable[str]) -> Any:
    """The same answer with what tells the buyer's identity replaced in every text of it."""
    if isinstance(value, str):
        return hidden(value, terms)
    if isinstance(value, Mapping):
        return {key: hide_in(part, terms) for key, part in value.items()}
    if isinstance(value, list):
        return [hide_in(part, terms) for part in value]
    return value


def _hosts(name: str) -> list[str]:
    """The telling part of web addresses: www.imaginary-home.example → imaginary-home."""
    return [host.split(".")[-2] for host in _HOST.findall(name)]


def _without_town(name: str) -> list[str]:
    """What is left of a company's name without the town in front of it, which texts leave out."""
    bare = _without_form(name)
    if bare.isascii():
        first, _, rest = bare.partition(" ")
        return [rest] if first.lower() in _TOWNS and rest.lower() not in _TELLING_NOTHING else []
    if bare == name.strip(" .,"):
        # No legal form, so no registered name that begins with a town.
        return []
    town = next((len(each) for each in _LONG_TOWNS if bare.startswith(each)), _SHORT_TOWN)
    return [bare[town:]] if len(bare) - town >= _LEAST_BRAND else []


def _without_form(name: str) -> str:
    """A company's name without its legal form."""
    bare = name.strip()
    for form in _LEGAL_FORMS:
        pattern = r"[\s.,]*".join(re.escape(word) for word in form.split())
        bound = r"(?<![a-z])" if form.isascii() else ""
        bare = re.sub(rf"[\s,]*{bound}{pattern}[.\s]*$", "", bare, flags=re.IGNORECASE)
    return bare.strip(" .,")


def _tells(term: str) -> bool:
    """Long enough to mean somebody, and not a word everybody uses."""
    words = _WORD.findall(term)
    letters = "".join(words)
    if not letters or {word.lower() for word in words} <= _TELLING_NOTHING:
        return False
    return len(letters) >= (_LEAST_LATIN if letters.isascii() else _LEAST_CHINESE)


def _has_odd_letters(text: str) -> bool:
    """Full-width or ligature letters, behind which a name could hide."""
    return any("\uff21" <= character <= "\uff5a" or "\ufb00" <= character <= "\ufb06" for character in text)
