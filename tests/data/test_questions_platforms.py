"""What is known of platforms: honest about whose figure it is, and nothing filled in that a question refuses."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from catalog.platforms import FOLDER, load_platforms
from catalog.questions import load_questions
from catalog.reader import CatalogError
from catalog.sources import load_sources
from domain.requirements.platforms import PlatformRule

BOOK, SOURCES = load_questions(), load_sources()
PACKS = load_platforms(BOOK, SOURCES)
RULES = [(pack, rule) for pack in PACKS.values() for rule in pack.rule]


def _rule(platform: str, rule: str) -> PlatformRule:
    return next(each for each in PACKS[platform].rule if each.id == rule)


def test_every_platform_one_can_choose_has_its_standards() -> None:
    assert set(PACKS) == set(BOOK.questions["platforms"].choice_ids) - {"other"}


@pytest.mark.parametrize(("pack", "rule"), RULES, ids=lambda each: getattr(each, "id", ""))
def test_a_guideline_of_an_article_is_never_called_a_requirement_of_the_platform(
    pack: object, rule: PlatformRule
) -> None:
    del pack
    kind = SOURCES[rule.origin.source].kind
    assert (kind in {"article", "house"}) is (rule.standing == "guideline")
    if kind == "article":
        assert rule.confidence == "low"
        assert rule.text.en.startswith("Guideline from a trade article")
        assert rule.text.zh.startswith("行业文章的建议")
    if kind == "memory":
        assert rule.confidence == "low"
        assert rule.standing == "reported"


def test_ebay_publishes_no_response_time() -> None:
    assert _rule("ebay", "message_response").threshold is None
    answers = {
        question for rule in PACKS["ebay"].rule if rule.standing == "rule" for question in rule.prefills
    }
    assert answers == set()


@pytest.mark.parametrize(
    ("platform", "rule", "threshold", "side", "confidence"),
    [
        # Part D of the knowledge base of the trade.
        ("ebay", "defect_rate", "0.02", "at_most", "high"),
        ("ebay", "unresolved_cases", "0.003", "at_most", "high"),
        ("amazon", "order_defect_rate", "0.01", "at_most", "high"),
        ("amazon", "cancellation_rate", "0.025", "at_most", "high"),
        ("amazon", "late_dispatch", "0.04", "at_most", "high"),
        ("amazon", "buyer_message", "24", "at_most", "medium"),
        ("tiktok_shop", "response_12h", "0.85", "at_least", "high"),
        ("tiktok_shop", "response_24h", "0.90", "at_least", "medium"),
        ("taobao_tmall", "wangwang_3min", "180", "at_most", "medium"),
        ("jd", "dongdong_30s", "30", "at_most", "medium"),
        ("douyin_shop", "feige_3min", "180", "at_most", "medium"),
        ("aliexpress", "dispute_response", "5", "at_most", "medium"),
    ],
)
def test_thresholds_are_those_that_were_read(
    platform: str, rule: str, threshold: str, side: str, confidence: str
) -> None:
    found = _rule(platform, rule)
    assert (found.threshold, found.side, found.confidence) == (Decimal(threshold), side, confidence)


def test_contradictory_reports_fill_in_nothing() -> None:
    assert PACKS["aliexpress"].prefills_in([]) == {}
    assert "chat_reply_s" not in PACKS["pinduoduo"].prefills_in([])


@pytest.mark.parametrize(
    ("markets", "hours"),
    # Domain knowledge part D: 24 hours in the United States, 12 elsewhere; who sells in both keeps the shorter.
    [(["US"], 24), (["DE", "GB"], 12), (["US", "DE"], 12), ([], 12)],
)
def test_the_reply_time_of_tiktok_shop_is_that_of_the_markets(markets: list[str], hours: int) -> None:
    assert PACKS["tiktok_shop"].prefills_in(markets) == {"standard_reply_h": hours}


def test_hours_filled_in_are_those_of_every_day() -> None:
    # Domain knowledge part D: Tmall, Douyin and Pinduoduo measure 08-23 every day, JD 09-23.
    filled = {
        platform: given["coverage"]
        for platform, pack in PACKS.items()
        if "coverage" in (given := pack.prefills_in([]))
    }
    assert {platform: {tuple(hours[0]) for hours in days.values()} for platform, days in filled.items()} == {
        "taobao_tmall": {("08:00", "23:00")},
        "jd": {("09:00", "23:00")},
        "douyin_shop": {("08:00", "23:00")},
        "pinduoduo": {("08:00", "23:00")},
    }
    assert all(len(days) == 7 for days in filled.values())


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('platform = "jd"', 'platform = "jdd"', "not_the_file_name"),
        ('id = "dongdong_2025"', 'id = "dongdong_30s"', "duplicate"),
        ('source = "w52"', 'source = "w99"', "unknown_source"),
        ("chat_reply_s = 30", "chat_reply_s = 1", "bad_default"),
        ("chat_reply_s = 30", "chat_answer_s = 30", "unknown_question"),
        ('side = "at_most"', 'side = "none"', "contradiction"),
        ('confidence = "medium"', 'confidence = "certain"', "not_a_choice"),
        ("counts_bot", "counts_bots", "unknown_key"),
    ],
)
def test_a_mistake_in_a_file_is_named(tmp_path: Path, old: str, new: str, reason: str) -> None:
    shutil.copy(FOLDER / "jd.toml", tmp_path / "jd.toml")
    text = (tmp_path / "jd.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "jd.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        load_platforms(BOOK, SOURCES, tmp_path)
    assert caught.value.reason == reason
