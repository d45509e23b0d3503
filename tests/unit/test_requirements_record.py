"""The record: answers over defaults, what applies, what is missing, what is assumed."""

from typing import Any

from catalog.questions import load_questions
from domain.requirements.answers import Answer
from domain.requirements.record import Record, read_record

BOOK = load_questions()


def _record(**values: Any) -> Record:
    return read_record(
        BOOK, {question: Answer(state="answered", value=value) for question, value in values.items()}
    )


def test_without_answers_nothing_is_zero_and_the_required_ones_are_missing() -> None:
    record = _record()
    assert record.value("contacts_month") is None
    assert record.coverage_hours_week is None
    assert {"merchant_name", "channels", "languages_share", "contacts_month", "coverage"} <= set(
        record.missing
    )


def test_a_default_is_used_and_listed_as_an_assumption() -> None:
    record = _record()
    assert record.value("occupancy") == 0.85
    assert record.origin("occupancy") == "default"
    assert "occupancy" in record.assumptions
    typed = _record(occupancy=0.8)
    assert (typed.value("occupancy"), typed.origin("occupancy")) == (0.8, "typed")
    assert "occupancy" not in typed.assumptions


def test_an_accepted_default_is_still_an_assumption() -> None:
    accepted = read_record(BOOK, {"occupancy": Answer(state="answered", value=0.85, origin="default")})
    assert accepted.origin("occupancy") == "default"
    assert "occupancy" in accepted.assumptions


def test_an_accepted_default_follows_the_markets_it_stands_for() -> None:
    chat = {"channels": ["chat"], "markets": ["DE"]}
    of_china = Answer(state="answered", value={"chat": 240}, origin="default")
    answers = {name: Answer(state="answered", value=value) for name, value in chat.items()}
    record = read_record(BOOK, {**answers, "aht_s": of_china})
    assert record.value("aht_s") == {"chat": 720}
    assert record.origin("aht_s") == "default"
    assert record.answers["aht_s"].value["chat"] == 720


def test_nobody_can_do_without_a_figure_that_every_estimate_needs() -> None:
    for question, default in (("occupancy", 0.85), ("shrinkage", 0.3), ("weekly_contract_hours", 40)):
        record = read_record(BOOK, {question: Answer(state="not_applicable")})
        assert record.value(question) == default
        assert question in record.assumptions
        assert not BOOK.questions[question].may_be_inapplicable


def test_a_handling_time_left_out_is_filled_from_the_default_and_named() -> None:
    record = _record(channels=["email", "chat"], aht_s={"email": 500})
    assert record.value("aht_s") == {"email": 500, "chat": 720}
    assert record.defaulted_channels("aht_s") == ("chat",)
    assert "aht_s" in record.assumptions


def test_a_channel_that_is_not_chosen_appears_nowhere() -> None:
    record = _record(channels=["email"], contacts_month={"email": 3300, "phone": 600}, recording_planned=True)
    assert record.value("contacts_month") == {"email": 3300}
    assert record.value("recording_planned") is None
    assert not record.applies("recording_planned")
    assert _record(channels=["phone"], recording_planned=True).value("recording_planned") is True


def test_a_question_whose_blank_says_something_may_stay_empty() -> None:
    def settled(record: Record) -> int:
        return next(part.settled for part in record.progress if part.section == "volumes")

    blank = _record(channels=["email"])
    assert BOOK.questions["launches"].when_blank is not None
    assert BOOK.questions["orders_month"].when_blank is None
    # Growth and hours of the week stand on defaults; peaks and launches are blank; two figures are missing.
    assert settled(blank) == 4
    later = read_record(BOOK, {**blank.answers, "launches": Answer(state="later")})
    assert settled(later) == 3


def test_around_the_clock_needs_no_table_of_hours() -> None:
    record = _record(need_24_7=True)
    assert not record.applies("coverage")
    assert "coverage" not in record.missing
    assert record.coverage_hours_week == 168


def test_not_applicable_is_an_answer_except_where_one_is_required() -> None:
    none = Answer(state="not_applicable")
    record = read_record(BOOK, {"shops": none, "growth_year": none, "merchant_name": none})
    assert record.value("shops") is None
    assert record.value("growth_year") is None
    assert "merchant_name" in record.missing
    company = next(part for part in record.progress if part.section == "company")
    assert "merchant_name" in company.missing
    before = next(part for part in _record().progress if part.section == "markets")
    after = next(part for part in record.progress if part.section == "markets")
    assert after.settled == before.settled + 1


def test_later_leaves_the_default_standing() -> None:
    record = read_record(BOOK, {"occupancy": Answer(state="later")})
    assert (record.value("occupancy"), record.origin("occupancy")) == (0.85, "default")


def test_progress_counts_only_questions_that_apply() -> None:
    domestic = {part.section: part for part in _record(merchant_country="DE", markets=["DE"]).progress}
    foreign = {part.section: part for part in _record(merchant_country="CN", markets=["DE"]).progress}
    assert foreign["data_law"].total == domestic["data_law"].total + 2
    assert "eu_establishment" in foreign["data_law"].missing
    assert [part.section for part in _record().progress] == [section.id for section in BOOK.sections]
