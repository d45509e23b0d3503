"""A timetable that leaves too little time is pointed out at the day to move."""

from datetime import date

from domain.sourcing.timetable import check_timetable
from services.catalog import catalog

RULES = catalog().sourcing.timetable
SOUND = {
    "questions": date(2026, 12, 4),
    "reply": date(2026, 12, 11),
    "decision": date(2026, 12, 21),
    "start": date(2027, 3, 1),
}


def test_a_sound_timetable_gives_no_findings() -> None:
    # 21 December to 1 March are 70 days; 28 and a pilot of four weeks make 56.
    assert check_timetable(SOUND, {"pilot": 4}, RULES) == ()


def test_four_days_between_last_question_and_proposals_are_too_few() -> None:
    (found,) = check_timetable({**SOUND, "questions": date(2026, 12, 7)}, {}, RULES)
    assert (found.code, found.place) == ("request.check.too_close", "rfp_reply_by")
    assert (found.values["days"], found.values["least"]) == (4, 5)


def test_the_pilot_adds_its_weeks_before_the_start() -> None:
    # 21 December to 8 February are 49 days: enough without a pilot, too few with four weeks of it.
    early = {**SOUND, "start": date(2027, 2, 8)}
    assert check_timetable(early, {}, RULES) == ()
    (found,) = check_timetable(early, {"pilot": 4}, RULES)
    assert (found.values["days"], found.values["least"]) == (49, 56)
    assert found.place == "contract_start"


def test_a_decision_before_the_proposals_is_the_wrong_order() -> None:
    (found,) = check_timetable({**SOUND, "decision": date(2026, 12, 10)}, {}, RULES)
    assert found.code == "request.check.wrong_order"


def test_a_day_nobody_named_is_not_judged() -> None:
    assert check_timetable({"reply": date(2026, 12, 11)}, {"pilot": 4}, RULES) == ()
