"""The one record that everything reads: answers over defaults, with their origin and what is still missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.requirements import hours, peaks, profiles, tables
from domain.requirements.answers import Answer, followed
from domain.requirements.conditions import PREDICATES
from domain.requirements.progress import SectionProgress
from domain.requirements.questions import (
    BY_CHANNEL,
    BY_LANGUAGE,
    BY_MARKET,
    Codes,
    Question,
    QuestionBook,
)
from domain.shared.measures import WEEKDAYS

# An origin of answers, or none: neither answered nor defaulted; the value is missing, which is never zero.
ValueOrigin = str
_ALL_DAY = [["00:00", "24:00"]]


@dataclass(frozen=True, slots=True)
class Record:
    """One merchant's requirements as everything else reads them."""

    book: QuestionBook
    answers: Mapping[str, Answer]

    @property
    def codes(self) -> Codes:
        """Which codes stand for something in the world."""
        return self.book.codes

    def given(self, question: str) -> Any:
        """The answer, else the default, else None, whether or not the question applies."""
        asked = self.book.questions[question]
        answer = self.answers.get(question)
        if answer is None or answer.state == "later":
            return asked.default
        if answer.state == "not_applicable":
            return asked.default if asked.indispensable else None
        if asked.kind in BY_CHANNEL and asked.default:
            return {**asked.default, **answer.value}
        return answer.value

    def applies(self, question: str) -> bool:
        """Whether the question is asked in this case."""
        return PREDICATES[self.book.questions[question].applies_when](self)

    def value(self, question: str) -> Any:
        """The value to work with: None when the question does not apply or nothing is known.

        Entries by channel, language or market hold those in use only; where an answer leaves a channel out, its
        default fills in.
        """
        if not self.applies(question):
            return None
        value = self.given(question)
        used = self._in_use(question) if value is not None else None
        return value if used is None else {part: entry for part, entry in value.items() if part in used}

    def origin(self, question: str) -> ValueOrigin:
        """Where the value comes from."""
        if self.value(question) is None:
            return "none"
        answer = self.answers.get(question)
        return answer.origin if answer is not None and answer.state == "answered" else "default"

    def defaulted_channels(self, question: str) -> tuple[str, ...]:
        """The channels whose figure is a default although the question was answered for others."""
        answer = self.answers.get(question)
        if self.book.questions[question].default is None:
            return ()
        typed = answer.value if answer is not None and answer.state == "answered" else {}
        return tuple(channel for channel in self.value(question) or {} if channel not in typed)

    @property
    def applicable(self) -> tuple[Question, ...]:
        """The questions asked in this case, in order."""
        return tuple(question for question in self.book.questions.values() if self.applies(question.id))

    @property
    def missing(self) -> tuple[str, ...]:
        """Required questions without a value, in order."""
        return tuple(question.id for question in self.applicable if self._is_missing(question))

    @property
    def assumptions(self) -> tuple[str, ...]:
        """Questions whose value is, wholly or in part, a default: to be listed with everything built on it."""
        return tuple(question.id for question in self.applicable if self._is_assumed(question))

    @property
    def progress(self) -> tuple[SectionProgress, ...]:
        """How far each section is, in order."""
        return tuple(self._progress_of(section.id) for section in self.book.sections)

    @property
    def schedule(self) -> dict[str, list[list[str]]] | None:
        """Windows of service per weekday; around the clock when that was asked for; None when unknown."""
        if self.given("need_24_7") is True:
            return dict.fromkeys(WEEKDAYS, _ALL_DAY)
        schedule: dict[str, list[list[str]]] | None = self.value("coverage")
        return schedule

    @property
    def coverage_hours_week(self) -> float | None:
        """Hours of service a week; None when unknown."""
        schedule = self.schedule
        return None if schedule is None else tables.hours_a_week(schedule)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages customers use on the chosen channels, those of the general shares first."""
        general = self.value("languages_share") or {}
        mixes = [self.mix(channel) for channel in self.given("channels") or ()] or [general]
        used = {language for mix in mixes for language in mix}
        order = dict.fromkeys([*general, *(language for mix in mixes for language in mix)])
        return tuple(language for language in order if language in used)

    def mix(self, channel: str) -> Mapping[str, float]:
        """The share of each language on a channel: its own where one is stated, else the general one."""
        own: Mapping[str, Mapping[str, float]] = self.value("channel_languages") or {}
        return own.get(channel) or self.value("languages_share") or {}

    def demand(self) -> dict[str, dict[str, float]] | None:
        """Contacts of an ordinary month per channel and language; None while volumes or languages are missing."""
        contacts: Mapping[str, int] | None = self.value("contacts_month")
        if contacts is None or not self.languages:
            return None
        return {
            channel: {language: count * share for language, share in self.mix(channel).items()}
            for channel, count in contacts.items()
        }

    def month_factors(self, start: date) -> tuple[float, ...]:
        """Contacts of the twelve months from `start` against the ordinary month; see `peaks.month_factors`."""
        return peaks.month_factors(
            start,
            peaks=self.value("peaks") or (),
            launches=self.value("launches") or (),
            growth_year=float(self.value("growth_year") or 0),
        )

    def hour_weights(self, channel: str) -> profiles.HourWeights:
        """How a channel's contacts spread over the week: 7 × 24 shares of `time_zone`'s hours, Monday first."""
        chosen = self.value("hour_profiles") or {}
        profile = chosen.get(channel) or self.book.questions["hour_profiles"].default[channel]
        return profiles.drawn(profile, self.book.profiles)

    @property
    def home_zone(self) -> str | None:
        """The time zone of the merchant's seat; None when the seat is unknown or has several."""
        return self.codes.zones.get(self.value("merchant_country") or "")

    def schedule_in(self, zone: str, *, market: str = "", on: date = hours.WINTER) -> hours.Schedule | None:
        """The hours of service as a clock in another zone shows them; None when unknown.

        Args:
            zone: where the clock hangs.
            market: whose hours; the general ones when empty.
            on: the day whose time difference counts.
        """
        schedule, stated_in = self._stated(market)
        if schedule is None or stated_in is None:
            return None
        return hours.in_zone(schedule, zone, of=stated_in, on=on)

    def schedule_of_language(self, language: str) -> hours.Schedule | None:
        """Windows of service for a language by the clock of `time_zone`; None when unknown.

        In any of the markets whose customers use it; the general hours where no market has hours of its own.
        """
        spoken = self.codes.spoken
        return self._served(
            market for market in self.value("markets") or () if language in spoken.get(market, ())
        )

    def schedule_anywhere(self, zone: str = "", *, on: date = hours.WINTER) -> hours.Schedule | None:
        """The hours in which at least one market is served, by the clock of `time_zone` or another; None when unknown."""
        return self._served(self.value("markets") or (), zone, on=on)

    def coverage_of_language(self, language: str) -> float | None:
        """Hours of service a week for a language (`schedule_of_language`); None when unknown."""
        schedule = self.schedule_of_language(language)
        return None if schedule is None else tables.hours_a_week(schedule)

    def _served(
        self, markets: Iterable[str], zone: str = "", *, on: date = hours.WINTER
    ) -> hours.Schedule | None:
        """The hours of any of these markets; the general ones for those without hours of their own."""
        own, clock = self.value("coverage_by_market") or {}, zone or self.value("time_zone")
        places = dict.fromkeys(market if market in own else "" for market in markets) or [""]
        if clock is None or not own:
            return self.schedule_in(zone, on=on) if zone else self.schedule
        schedules = (self.schedule_in(clock, market=place, on=on) for place in places)
        return hours.joined(schedule for schedule in schedules if schedule)

    def _stated(self, market: str) -> tuple[hours.Schedule | None, str | None]:
        """The hours of a market and the zone they are stated in; the general ones where it has none of its own."""
        own = (self.value("coverage_by_market") or {}).get(market)
        return (own, self.codes.zones[market]) if own else (self.schedule, self.value("time_zone"))

    def _in_use(self, question: str) -> tuple[str, ...] | None:
        """Which entries of an answer by channel, language or market count; None for answers of other kinds."""
        kind = self.book.questions[question].kind
        if kind in BY_CHANNEL:
            return tuple(self.given("channels") or ())
        if kind in BY_LANGUAGE:
            return self.languages
        return tuple(self.given("markets") or ()) if kind in BY_MARKET else None

    def _is_assumed(self, question: Question) -> bool:
        if self.origin(question.id) == "default":
            return True
        return question.kind in BY_CHANNEL and bool(self.defaulted_channels(question.id))

    def _is_missing(self, question: Question) -> bool:
        return question.required and self.value(question.id) is None

    def _progress_of(self, section: str) -> SectionProgress:
        asked = [question for question in self.book.of_section(section) if self.applies(question.id)]
        settled = [question for question in asked if self._is_settled(question)]
        missing = tuple(question.id for question in asked if self._is_missing(question))
        return SectionProgress(section=section, settled=len(settled), total=len(asked), missing=missing)

    def _is_settled(self, question: Question) -> bool:
        answer = self.answers.get(question.id)
        if answer is not None and answer.state == "not_applicable":
            return not question.required
        later = answer is not None and answer.state == "later"
        return self.value(question.id) is not None or (question.when_blank is not None and not later)


def read_record(book: QuestionBook, answers: Mapping[str, Answer]) -> Record:
    """Answers read over the defaults of their markets."""
    markets = answers.get("markets")
    read = book.of_markets(markets.value if markets and markets.state == "answered" else ())
    return Record(read, {name: followed(read.questions[name], each) for name, each in answers.items()})
