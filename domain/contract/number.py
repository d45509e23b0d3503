"""Numbers of articles, paragraphs, chapters and annexes: always computed, never typed."""

from domain.shared.sources import Language

_DIGITS = "零一二三四五六七八九"
_TEN = 10
_HUNDRED = 100


def chinese_numeral(number: int) -> str:
    """1 → 一, 10 → 十, 12 → 十二, 65 → 六十五; contracts stay below a hundred.

    Raises:
        ValueError: outside 1-99.
    """
    if not 0 < number < _HUNDRED:
        raise ValueError(f"no Chinese numeral for {number}")
    tens, ones = divmod(number, _TEN)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


def chapter_number(language: Language, number: int) -> str:
    """第一章 or Chapter 1."""
    return f"第{chinese_numeral(number)}章" if language == "zh" else f"Chapter {number}"


def article_number(language: Language, number: int) -> str:
    """第六条 or Article 6."""
    return f"第{chinese_numeral(number)}条" if language == "zh" else f"Article {number}"


def annex_number(language: Language, number: int) -> str:
    """附件三 or Annex 3."""
    return f"附件{chinese_numeral(number)}" if language == "zh" else f"Annex {number}"


def paragraph_number(article: int, position: int) -> str:
    """4.2, in both languages."""
    return f"{article}.{position}"
