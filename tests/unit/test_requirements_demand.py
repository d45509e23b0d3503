"""What the answers make of demand: contacts per channel and language, and when in the week they come."""

import math
from typing import Any

import pytest

from catalog.questions import load_questions
from domain.requirements.answers import Answer, check_answer
from domain.requirements.record import Record, read_record
from domain.shared.outcomes import DomainError
from words import LANGUAGES, say

BOOK = load_questions()
BASE: dict[str, Any] = {
    "channels": ["email", "phone"],
    "contacts_month": {"email": 1000, "phone": 200},
    "languages_share": {"de": 0.6, "fr": 0.4},
}


def _record(**values: Any) -> Record:
    return read_record(
        BOOK, {question: Answer(state="answered", value=value) for question, value in values.items()}
    )


def _refusal(question: str, value: Any) -> DomainError:
    with pytest.raises(DomainError) as caught:
        check_answer(BOOK.questions[question], value, BOOK.codes)
    for language in LANGUAGES:
        assert say(language, caught.value.code, **dict(caught.value.values))
    return caught.value


def test_contacts_are_spread_over_languages() -> None:
    assert _record(**BASE).demand() == {"email": {"de": 600, "fr": 400}, "phone": {"de": 120, "fr": 80}}


def test_a_channel_may_have_a_mix_of_its_own() -> None:
    record = _record(**BASE, channel_languages={"phone": {"de": 0.75, "en": 0.25}})
    assert record.demand() == {"email": {"de": 600, "fr": 400}, "phone": {"de": 150, "en": 50}}
    assert record.languages == ("de", "fr", "en")


def test_a_language_that_no_channel_uses_any_more_is_not_in_use() -> None:
    record = _record(
        **{**BASE, "channels": ["phone"]}, channel_languages={"phone": {"de": 1.0}, "email": {"it": 1.0}}
    )
    # Only one channel is left, so that the general shares speak for it.
    assert record.languages == ("de", "fr")
    both = _record(**BASE, channel_languages={"phone": {"de": 1.0}, "email": {"it": 1.0}})
    assert both.languages == ("de", "it")


def test_without_volumes_or_languages_there_is_no_demand() -> None:
    assert _record(**{**BASE, "contacts_month": None}).demand() is None
    assert _record(channels=["email"], contacts_month={"email": 5}).demand() is None


def test_shares_within_a_channel_say_by_how_much_they_miss() -> None:
    short = _refusal("channel_languages", {"phone": {"de": 0.5, "en": 0.2}})
    assert (short.code, short.values["channel"], short.values["by"]) == (
        "answer.shares_miss_in",
        "phone",
        "30%",
    )
    over = _refusal("channel_languages", {"phone": {"de": 0.5, "en": 0.6}})
    assert (over.code, over.values["sum"], over.values["by"]) == ("answer.shares_exceed_in", "110%", "10%")


def test_levels_are_those_of_the_european_framework() -> None:
    question = BOOK.questions["language_levels"]
    assert check_answer(question, {"DE": "C1", "en": "B2"}, BOOK.codes) == {"de": "C1", "en": "B2"}
    assert _refusal("language_levels", {"de": "fluent"}).code == "answer.unknown_level"
    assert _refusal("language_levels", {"de": "C1", "DE": "C2"}).code == "answer.twice"
    record = _record(**BASE, language_levels={"de": "C1", "it": "B2"})
    assert record.value("language_levels") == {"de": "C1"}


def _hand_drawn(**days: list[float]) -> dict[str, Any]:
    return {"weights": days}


def test_hours_drawn_by_hand_keep_their_proportions() -> None:
    lunch = [0.0] * 12 + [3.0] + [0.0] * 11
    record = _record(**BASE, hour_profiles={"phone": _hand_drawn(mon=lunch, sat=[1.0] + [0.0] * 23)})
    stored = check_answer(BOOK.questions["hour_profiles"], record.answers["hour_profiles"].value, BOOK.codes)
    weights = _record(**BASE, hour_profiles=stored).hour_weights("phone")
    assert weights[0][12] == 0.75
    assert weights[5][0] == 0.25
    assert len(weights) == 7
    assert {len(day) for day in weights} == {24}


@pytest.mark.parametrize("profile", sorted(BOOK.profiles))
@pytest.mark.parametrize("channel", BOOK.questions["channels"].choice_ids)
def test_every_pattern_makes_a_whole_week(profile: str, channel: str) -> None:
    record = _record(channels=[channel], hour_profiles={channel: {"template": profile}})
    weights = record.hour_weights(channel)
    assert math.isclose(sum(map(sum, weights)), 1, rel_tol=1e-12)
    # The busiest hour is 1.3 to 2.2 times the mean hour with contacts (usual range of the peak-hour factor).
    used = [weight for day in weights for weight in day if weight]
    assert 1.3 <= max(used) * len(used) <= 2.2


@pytest.mark.parametrize(
    ("profile", "reason"),
    [
        ({"template": "night_owls"}, "unknown_profile"),
        ({"template": "office", "weights": {}}, "not_a_profile"),
        ({"hours": [1]}, "not_a_profile"),
        ({"weights": {"mon": [1] * 23}}, "not_a_day_of_weights"),
        ({"weights": {"mon": 5}}, "not_a_day_of_weights"),
        ({"weights": {"mon": [-1] + [1] * 23}}, "weight_outside"),
        ({"weights": {"mon": ["1"] * 24}}, "number_as_text"),
        ({"weights": {"mon": [0] * 24}}, "no_weights"),
        ({"weights": {"someday": [1] * 24}}, "unknown_weekday"),
    ],
)
def test_a_pattern_that_makes_no_sense_is_refused(profile: dict[str, Any], reason: str) -> None:
    assert _refusal("hour_profiles", {"phone": profile}).code == f"answer.{reason}"


def test_a_market_without_a_clock_of_its_own_has_no_hours_of_its_own() -> None:
    hours = {"mon": [["09:00", "17:00"]]}
    question = BOOK.questions["coverage_by_market"]
    assert check_answer(question, {"UK": hours}, BOOK.codes) == {"GB": hours}
    assert _refusal("coverage_by_market", {"RU": hours}).code == "answer.no_zone"
    assert _refusal("coverage_by_market", {"GB": hours, "UK": hours}).code == "answer.twice"
    assert _refusal("coverage_by_market", {"GB": {"mon": [["17:00", "09:00"]]}}).code == (
        "answer.window_ends_first"
    )


def test_defaults_follow_the_market() -> None:
    # Chats in China are shorter (240 s against 720 s) and more are held at once (3 against 2).
    here, abroad = (
        _record(markets=["CN"], channels=["chat"]),
        _record(markets=["CN", "DE"], channels=["chat"]),
    )
    assert (here.value("aht_s"), here.value("chat_concurrency")) == ({"chat": 240}, 3)
    assert (abroad.value("aht_s"), abroad.value("chat_concurrency")) == ({"chat": 720}, 2)
    assert here.hour_weights("chat") != abroad.hour_weights("chat")
    assert here.origin("chat_concurrency") == abroad.origin("chat_concurrency") == "default"
    typed = _record(markets=["CN"], channels=["chat", "email"], aht_s={"chat": 300})
    assert typed.value("aht_s") == {"chat": 300, "email": 420}


def test_every_channel_has_a_usual_pattern_at_home_and_abroad() -> None:
    assert BOOK.domestic is not None
    for book in (BOOK, BOOK.domestic):
        assert set(book.questions["hour_profiles"].default) == set(BOOK.questions["channels"].choice_ids)
