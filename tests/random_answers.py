"""Random valid answers to random questions, for tests that must hold whatever people answer."""

import string
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from catalog.questions import load_questions
from domain.requirements.answers import Answer, State, check_answer
from domain.requirements.questions import Question
from domain.requirements.tables import LEVELS
from domain.shared.days import FIRST_DAY, LAST_DAY
from domain.shared.measures import WEEKDAYS

BOOK = load_questions()
LANGUAGES = sorted(BOOK.codes.languages)
COUNTRIES = sorted(BOOK.codes.countries)
ORIGINS = ("typed", "default", "sample", "import", "pack:ebay", "pack:jd")
# Most answers are answered, or little would be tried.
STATES: tuple[State, ...] = ("answered", "answered", "answered", "later", "not_applicable")
ASIDE: tuple[State, ...] = ("later", "not_applicable")
TEXT = st.text(alphabet=string.ascii_letters + "客服Łódź𠮷 &<>'\"{}%", min_size=1, max_size=40).filter(
    str.strip
)


def _some(values: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), min_size=1, max_size=5, unique=True)


def _bounds(question: Question, low: float, high: float) -> tuple[float, float]:
    smallest = question.minimum if question.minimum is not None else low
    largest = question.maximum if question.maximum is not None else high
    return float(smallest), float(largest)


def _numbers(question: Question, low: float = 0, high: float = 10_000) -> st.SearchStrategy[float]:
    return (
        st.floats(*_bounds(question, low, high), allow_nan=False)
        .map(lambda number: float(format(number, ".6g")))
        .filter(lambda number: _bounds(question, low, high)[0] <= number <= _bounds(question, low, high)[1])
    )


def _integers(question: Question) -> st.SearchStrategy[int]:
    low, high = _bounds(question, 0, 10_000)
    return st.integers(int(low), int(high))


@st.composite
def _shares(draw: st.DrawFn, among: list[str] = LANGUAGES) -> dict[str, float]:
    languages = draw(_some(among))
    cuts = sorted(
        draw(
            st.lists(
                st.integers(1, 999), min_size=len(languages) - 1, max_size=len(languages) - 1, unique=True
            )
        )
    )
    ends = [0, *cuts, 1000]
    return {
        name: (after - before) / 1000 for name, before, after in zip(languages, ends, ends[1:], strict=False)
    }


@st.composite
def _schedule(draw: st.DrawFn) -> dict[str, list[list[str]]]:
    schedule = {}
    for day in draw(_some(list(WEEKDAYS))):
        minutes = sorted(draw(st.lists(st.integers(0, 1440), min_size=2, max_size=4, unique=True)))
        clocks = [f"{minute // 60:02}:{minute % 60:02}" for minute in minutes]
        schedule[day] = [list(window) for window in zip(clocks[::2], clocks[1::2], strict=False)]
    return schedule


@st.composite
def _pools(draw: st.DrawFn, among: list[str] = LANGUAGES) -> list[list[str]]:
    languages = draw(_some(among))
    cut = draw(st.integers(1, len(languages)))
    return [pool for pool in (languages[:cut], languages[cut:]) if pool]


def _peaks(question: Question) -> st.SearchStrategy[list[dict[str, Any]]]:
    months = st.lists(st.integers(1, 12), min_size=1, max_size=3, unique=True)
    day = st.dates().map(lambda each: f"{each:%m-%d}")
    rest = {"name": TEXT, "multiplier": _numbers(question), "lead_weeks": st.integers(0, 52)}
    peak = st.fixed_dictionaries({**rest, "months": months}) | st.fixed_dictionaries(
        {**rest, "start": day, "end": day}
    )
    return st.lists(peak, max_size=3)


def _launches(question: Question) -> st.SearchStrategy[list[dict[str, Any]]]:
    launch = {
        "name": TEXT,
        "on": st.dates(FIRST_DAY, LAST_DAY).map(str),
        "weeks": st.integers(1, 52),
        "multiplier": _numbers(question),
    }
    return st.lists(st.fixed_dictionaries(launch), max_size=3)


def _mixes(question: Question) -> st.SearchStrategy[dict[str, dict[str, float]]]:
    return st.dictionaries(st.sampled_from(question.choice_ids), _shares(), min_size=1)


def _profiles(question: Question) -> st.SearchStrategy[dict[str, Any]]:
    template = st.sampled_from(sorted(BOOK.profiles)).map(lambda name: {"template": name})
    hours = st.lists(st.integers(0, 50).map(float), min_size=24, max_size=24).filter(any)
    drawn = st.dictionaries(st.sampled_from(WEEKDAYS), hours, min_size=1).map(lambda days: {"weights": days})
    return st.dictionaries(st.sampled_from(question.choice_ids), template | drawn, min_size=1)


def _by_language(entries: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.sampled_from(LANGUAGES), entries, min_size=1, max_size=5)


def _market_hours() -> st.SearchStrategy[dict[str, Any]]:
    zoned = sorted(BOOK.codes.zones)
    return st.dictionaries(st.sampled_from(zoned), _schedule(), min_size=1, max_size=3)


def _by_channel(question: Question) -> st.SearchStrategy[dict[str, int]]:
    return st.dictionaries(st.sampled_from(question.choice_ids), _integers(question), min_size=1)


def _money(question: Question) -> st.SearchStrategy[dict[str, str]]:
    amounts = st.decimals(question.minimum or 0, 10_000_000, places=2).map(str)
    return st.fixed_dictionaries(
        {"amount": amounts, "currency": st.sampled_from(["EUR", "CNY", "USD", "GBP"])}
    )


VALID: dict[str, Callable[[Question], st.SearchStrategy[Any]]] = {
    "text": lambda _: TEXT,
    "long_text": lambda _: TEXT,
    "integer": _integers,
    "number": _numbers,
    "share": lambda question: _numbers(question, 0, 1),
    "money": _money,
    "boolean": lambda _: st.booleans(),
    "choice": lambda question: st.sampled_from(question.choice_ids),
    "choices": lambda question: _some(list(question.choice_ids)),
    "country": lambda _: st.sampled_from(COUNTRIES),
    "countries": lambda _: _some(COUNTRIES),
    "languages": lambda _: _some(LANGUAGES),
    "shares_by_language": lambda _: _shares(),
    "integer_by_channel": _by_channel,
    "seconds_by_channel": _by_channel,
    "numbers_by_language": lambda question: _by_language(_numbers(question)),
    "levels_by_language": lambda _: _by_language(st.sampled_from(LEVELS)),
    "shares_by_channel_language": _mixes,
    "profiles_by_channel": _profiles,
    "schedule": lambda _: _schedule(),
    "schedules_by_market": lambda _: _market_hours(),
    "peaks": _peaks,
    "launches": _launches,
    "pools": lambda _: _pools(),
    "time_zone": lambda _: st.sampled_from(["Europe/Berlin", "Asia/Shanghai", "America/New_York"]),
    "date": lambda _: st.dates(FIRST_DAY, LAST_DAY).map(str),
}


@st.composite
def valid_answers(draw: st.DrawFn) -> dict[str, Answer]:
    """Random valid answers to a random part of the questions, in the order of the book."""
    chosen = draw(st.sets(st.sampled_from(sorted(BOOK.questions)), max_size=25))
    answers = {}
    for name in BOOK.questions:
        if name not in chosen:
            continue
        question = BOOK.questions[name]
        origin = draw(st.sampled_from(ORIGINS))
        state = draw(st.sampled_from(STATES))
        value = (
            check_answer(question, draw(VALID[question.kind](question)), BOOK.codes)
            if state == "answered"
            else None
        )
        answers[name] = Answer(state=state, value=value, origin=origin)
    return answers


# Estimate and contract refuse to start without them, in a sentence; that is no break.
NEEDED = {
    "channels", "contacts_month", "languages_share", "coverage", "merchant_country", "vendor_country",
}  # fmt: skip
# Few enough that the answers of one record often speak of the same languages and countries.
_FEW_LANGUAGES = ["de", "en", "es", "fr", "zh"]
_FEW_COUNTRIES = ["CN", "DE", "GB", "PL", "RS"]


def _for_every_channel(question: Question) -> st.SearchStrategy[dict[str, int]]:
    return st.fixed_dictionaries(dict.fromkeys(question.choice_ids, _integers(question)))


def _usual(question: Question) -> st.SearchStrategy[Any]:
    """Answers that hang together with others."""
    together: dict[str, st.SearchStrategy[Any]] = {
        "country": st.sampled_from(["CN", "CN", "DE", "PL"]),
        "countries": _some(_FEW_COUNTRIES),
        "languages": _some(_FEW_LANGUAGES),
        "shares_by_language": _shares(_FEW_LANGUAGES),
        "shares_by_channel_language": st.dictionaries(
            st.sampled_from(question.choice_ids or ("email",)), _shares(_FEW_LANGUAGES), min_size=1
        ),
        "integer_by_channel": _for_every_channel(question),
        "seconds_by_channel": _for_every_channel(question),
        "levels_by_language": st.fixed_dictionaries(dict.fromkeys(_FEW_LANGUAGES, st.sampled_from(LEVELS))),
        "schedules_by_market": st.dictionaries(st.sampled_from(_FEW_COUNTRIES), _schedule(), min_size=1),
    }
    return together[question.kind] if question.kind in together else VALID[question.kind](question)


@st.composite
def whole_answers(draw: st.DrawFn) -> dict[str, Answer]:
    """Random valid answers to all questions but a few, close enough to each other to make a whole of them."""
    left_out = draw(st.sets(st.sampled_from(sorted(set(BOOK.questions) - NEEDED)), max_size=10))
    answers: dict[str, Answer] = {}
    for name, question in BOOK.questions.items():
        if name not in left_out:
            strategy = (
                _pools(list(answers["languages_share"].value))
                if name == "language_pools"
                else _usual(question)
            )
            value = check_answer(question, draw(strategy), BOOK.codes)
            answers[name] = Answer(state="answered", value=value, origin=draw(st.sampled_from(ORIGINS)))
    for name in draw(st.sets(st.sampled_from(sorted(set(BOOK.questions) - NEEDED)), max_size=10)):
        answers[name] = Answer(state=draw(st.sampled_from(ASIDE)))
    return answers
