"""What would tell who the buyer is: names as they were typed, and the shorter forms in which texts mention them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+")
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)
# "Name (name in English, synthetic)": first whole, then in ever smaller parts.
_BRACKETS, _COMMAS = re.compile(r"[()（）\[\]【】]+"), re.compile(r"[()（）\[\]【】/|;；,，、]+")
# "Name Limited 名称有限公司": the same company in two scripts.
_CHINESE = re.compile(r"[\u3400-\u9fff]+")
# "eBay: name-of-the-shop": the platform is no secret, the name behind it is.
_SHOP_LABEL = re.compile(r"^[^:：]{1,20}[:：]\s*(?!//)")
_LEGAL_FORMS = (
    "有限责任公司", "股份有限公司", "有限公司", "co ltd", "company limited", "limited", "ltd", "gmbh", "ug",
    "inc", "llc", "corp", "sarl", "sas", "srl", "spa", "sl", "bv", "sp z o o", "ag", "kg", "co",
)  # fmt: skip
_LEAST_LATIN, _LEAST_CHINESE, _LEAST_TYPED = 4, 2, 2
# A Chinese company's name begins with its town, usually of two characters; then comes the brand, then its trade.
_CHINESE_TOWNS = (
    "哈尔滨", "石家庄", "秦皇岛", "张家口", "张家港", "连云港", "马鞍山", "景德镇", "呼和浩特", "乌鲁木齐",
    "北京", "上海", "深圳", "广州", "杭州", "义乌", "宁波", "东莞", "厦门", "苏州", "佛山", "泉州", "温州", "青岛",
    "成都", "武汉", "南京", "长沙", "郑州", "合肥", "福州", "济南", "天津", "重庆", "西安", "珠海", "中山", "汕头",
    "无锡", "金华", "香港",
)  # fmt: skip
_SHORT_TOWN, _LEAST_BRAND = 2, 3
_TRADES = (
    "电子商务", "进出口", "供应链", "化妆品", "创新", "科技", "技术", "智能", "信息", "网络", "电子", "电商", "家居",
    "家具", "灯饰", "照明", "服饰", "服装", "食品", "贸易", "商贸", "国际", "实业", "集团", "控股", "发展", "用品",
)  # fmt: skip
_TOWNS = frozenset(
    [
        "beijing", "shanghai", "shenzhen", "guangzhou", "hangzhou", "yiwu", "ningbo", "dongguan", "xiamen", "suzhou",
        "foshan", "quanzhou", "wenzhou", "qingdao", "chengdu", "wuhan", "nanjing", "changsha", "zhengzhou", "hefei",
        "fuzhou", "jinan", "tianjin", "chongqing", "xi'an", "zhuhai", "zhongshan", "shantou", "wuxi", "jinhua",
        "berlin", "hamburg", "munich", "münchen", "paris", "madrid", "london",
    ]
)  # fmt: skip
PLATFORMS = frozenset(
    ["shopify", "ebay", "amazon", "aliexpress", "tiktok", "tmall", "taobao", "jd", "temu", "shein"]
)
# Words that stand in names without telling anybody who it is.
_TELLING_NOTHING = PLATFORMS | frozenset(
    [
        "synthetic", "虚构", "sample", "样例", "shop", "store", "home", "trading", "trade", "technology", "international",
        "electronics", "group", "company", "import", "export", "commerce", "online", "marketplace", "germany", "europe",
        "representative", "invented", "procurement", "purchasing", "采购部", "采购", "示例", "天猫", "淘宝", "京东",
        "the", "and", "for", "our", "your", "new", "best", "global", "digital", "smart", "green", "general", "modern",
        "first", "direct", "official", "outlet", "house", "living", "china", "chinese", "german", "european", "eu",
        "de", "uk", "us", "mr", "mrs", "ms", "dr", "team", "department", "manager", "office", "sales", "service",
        "tel", "phone", "mail", "email", "contact", "rfp", "info",
    ]
)  # fmt: skip


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
    *,
    companies: Iterable[str],
    others: Iterable[str],
    people: Iterable[str] = (),
    words: Iterable[str] = (),
) -> tuple[Term, ...]:
    """What must not appear: whole names, their parts, brands without legal form, town and trade; longest first.

    Args:
        companies: names of the buyer and of its representative.
        others: shops, line by line.
        people: the contact, line by line.
        words: what the buyer wants hidden besides, separated by commas or lines.
    """
    companies = list(companies)
    shops, persons = _lines(others), _lines(people)
    found = {
        form for name in companies for part in _parts(name) for form in _company_forms(part) if _tells(form)
    }
    found |= {part for line in (*shops, *persons) for part in _parts(line) if _tells(part)}
    own = {part.strip() for text in words for line in text.splitlines() for part in _COMMAS.split(line)}
    typed = {_without_form(name) for name in companies} | {
        _SHOP_LABEL.sub("", line) for line in (*shops, *persons)
    }
    brands = {brand for name in companies for part in _parts(name) for brand in _brands(part)}
    brands |= {brand for line in shops for part in _parts(line) for brand in _brands(part)}
    brands |= {
        word for line in persons for word in WORD.findall(line) if word[0].isupper() and _is_brand(word, 2)
    }
    long = found | {name for name in typed | own if _is_whole(name) and len(_letters(name)) >= _LEAST_LATIN}
    short = brands | {name for name in typed | own if _is_whole(name)}
    terms = {text: Term(text) for text in long} | {text: Term(text, strict=True) for text in short - long}
    return tuple(sorted(terms.values(), key=lambda term: (-len(term.text), term.text)))


def shortest(terms: Iterable[Term]) -> tuple[str, ...]:
    """The terms that say it all: what contains a shorter one is hidden with it."""
    known = {term.text.lower(): term.text for term in terms}
    return tuple(
        text for low, text in known.items() if not any(other != low and other in low for other in known)
    )


def _lines(texts: Iterable[str]) -> list[str]:
    return [line.strip() for text in texts for line in re.split(r"[\n;；]", text) if line.strip()]


def _parts(line: str) -> list[str]:
    """A name as a whole and in its parts."""
    name = _SHOP_LABEL.sub("", line.strip())
    scripts = [*_CHINESE.findall(name), *_CHINESE.split(name)]
    parts = (name, *_BRACKETS.split(name), *_COMMAS.split(name), *scripts, *_hosts(name))
    return [part.strip(" ./,，()（）") for part in parts if part.strip()]


def _company_forms(name: str) -> Iterator[str]:
    yield name
    yield _without_form(name)
    yield from _without_town(name)


def _brands(name: str) -> Iterator[str]:
    """The word by which people call a company: its first that is no town; in Chinese what stands before its trade."""
    for bare in (_without_form(name), *_without_town(name)):
        if bare.isascii():
            words = [word for word in WORD.findall(bare) if word.lower() not in _TOWNS]
            yield from (word for word in words[:1] if _is_brand(word, _LEAST_LATIN))
        elif _is_chinese_brand(brand := _without_trade(bare)):
            yield brand


def _is_chinese_brand(name: str) -> bool:
    """The variant without the town is the brand; of a name with it only the whole would be hidden."""
    return (
        len(name) >= _LEAST_CHINESE and name not in _TELLING_NOTHING and not name.startswith(_CHINESE_TOWNS)
    )


def _is_brand(word: str, least: int) -> bool:
    return word.lower() not in _TELLING_NOTHING | _TOWNS and len(word) >= least and not word.isdigit()


def _is_whole(name: str) -> bool:
    """A name as it was typed counts whatever its length, unless it is one everyday word or the name of a platform."""
    words = [word.lower() for word in WORD.findall(name)]
    everyday = len(words) == 1 and words[0] in _TELLING_NOTHING | _TOWNS
    return (
        len(name) >= _LEAST_TYPED
        and not everyday
        and not (words and set(words) <= PLATFORMS | {"shop", "store"})
    )


def _hosts(name: str) -> list[str]:
    """The telling part of web addresses: www.imaginary-home.example → imaginary-home."""
    return [host.split(".")[-2] for host in _HOST.findall(name)]


def _without_town(name: str) -> list[str]:
    """What is left of a company's name without the town in front of it, which texts leave out."""
    bare = _without_form(name)
    if bare.isascii():
        first, _, rest = bare.partition(" ")
        return [rest] if first.lower() in _TOWNS and rest.lower() not in _TELLING_NOTHING else []
    town = next((len(each) for each in _CHINESE_TOWNS if bare.startswith(each)), 0)
    if not town and bare != name.strip(" .,"):
        # A registered name begins with its town, also with one that is not in the list.
        town = _SHORT_TOWN
    return [bare[town:]] if town and len(bare) - town >= _LEAST_BRAND else []


def _without_trade(name: str) -> str:
    """A Chinese name without the trade at its end: 青禾家居 → 青禾."""
    trade = next((each for each in _TRADES if name.endswith(each)), "")
    return _without_trade(name[: -len(trade)]) if trade else name


def _without_form(name: str) -> str:
    """A company's name without its legal form."""
    bare = name.strip()
    for form in _LEGAL_FORMS:
        pattern = r"[\s.,]*".join(re.escape(word) for word in form.split())
        bound = r"(?<![a-z])" if form.isascii() else ""
        bare = re.sub(rf"[\s,]*{bound}{pattern}[.\s]*$", "", bare, flags=re.IGNORECASE)
    return bare.strip(" .,")


def _letters(text: str) -> str:
    return "".join(WORD.findall(text))


def _tells(term: str) -> bool:
    """Long enough to mean somebody, and not a word everybody uses."""
    words = WORD.findall(term)
    letters = "".join(words)
    if not letters or {word.lower() for word in words} <= _TELLING_NOTHING:
        return False
    return len(letters) >= (_LEAST_LATIN if letters.isascii() else _LEAST_CHINESE)
