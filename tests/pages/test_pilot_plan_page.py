"""The plan on the Pilot page: refused values stay as typed, marks and gates of a vendor, days without service."""

from datetime import UTC, datetime

import pytest

from services.pilot_plan import save_plan_value
from services.samples import open_sample
from services.unit import clock_set_to
from tests.pilot_page_case import PilotScreen, tickets
from tests.requirements_case import Desk
from words import say


@pytest.mark.parametrize("weeks", [1, 5])
def test_weeks_outside_the_range_are_refused_and_stay_as_typed(shown: PilotScreen, weeks: int) -> None:
    shown.field("number_input", "weeks").set_value(weeks)
    shown.run()
    assert say("en", "pilot.weeks_outside", lowest=2, highest=4, given=str(weeks)) in shown.text
    again = PilotScreen.open(shown.actor, shown.project)
    assert again.field("number_input", "weeks").value == weeks
    assert "A pilot lasts 2 to 4 whole weeks" in again.text


def test_three_weeks_are_accepted(shown: PilotScreen) -> None:
    shown.field("number_input", "weeks").set_value(3)
    shown.run()
    assert shown.values["weeks"] == 3
    assert ":material/error:" not in shown.text


def test_the_plan_stays_open_once_it_is_complete_and_is_folded_at_the_next_visit(shown: PilotScreen) -> None:
    shown.field("date_input", "start").set_value("2026-10-05")
    shown.field("selectbox", "zone").set_value("Europe/Berlin")
    shown.field("number_input", "weeks").set_value(2)
    shown.run()
    shown.run()
    assert shown.field("number_input", "csat_top2").value is None  # still there, to be filled in
    again = PilotScreen.open(shown.actor, shown.project)
    assert not [
        each for each in again.screen.number_input if each.label == shown.field("number_input", "weeks").label
    ]


def test_only_a_vendor_that_passed_leads_to_the_contract(shown: PilotScreen) -> None:
    shown.choose(tickets(), "first.csv")
    shown.read()
    shown.field("date_input", "start").set_value("2026-10-05")
    shown.field("selectbox", "zone").set_value("Europe/Berlin")
    shown.field("number_input", "weeks").set_value(2)
    shown.run()

    def steps() -> list[str]:
        return [
            each.label.replace("\u2060", "") for each in shown.screen.button if each.key == "pilot_action"
        ]

    # Two tickets of one vendor are too few to judge: the pilot goes on.
    assert "Demo Nord Extend" in shown.text
    assert steps() == []
    shown.field("segmented_control", "Demo Nord_data_incident").set_value([True])
    shown.run()
    assert "Demo Nord Fail" in shown.text
    (label,) = steps()
    assert "Ask other vendors" in label


def test_an_own_target_is_stored_as_a_share_and_one_out_of_range_is_refused(shown: PilotScreen) -> None:
    shown.field("number_input", "csat_top2").set_value(85.0)
    shown.run()
    assert shown.values["targets"] == {"csat_top2": 0.85}
    shown.field("number_input", "accuracy_rate").set_value(30.0)
    shown.run()
    assert "The target must lie between" in shown.text
    assert shown.values["targets"] == {"csat_top2": 0.85, "accuracy_rate": 0.3}


def test_marks_and_gates_of_a_vendor_are_kept_and_a_missed_gate_fails_it(shown: PilotScreen) -> None:
    shown.choose(tickets(), "first.csv")
    shown.read()
    shown.field("segmented_control", "Demo Nord_data_incident").set_value([True])
    shown.run()
    assert shown.values["vendors"] == {"Demo Nord": {"gates": {"data_incident": True}}}
    shown.field("date_input", "start").set_value("2026-10-05")
    shown.field("selectbox", "zone").set_value("Europe/Berlin")
    shown.field("number_input", "weeks").set_value(2)
    shown.run()
    assert "Demo Nord Fail" in shown.text
    assert "A hard gate is missed: Data incident" in shown.text


def test_gates_that_nobody_stated_are_counted_above_the_verdict(shown: PilotScreen) -> None:
    shown.choose(tickets(), "first.csv")
    shown.read()

    def warned() -> str:
        return " ".join(warning.value for warning in shown.screen.warning)

    # Five hard gates, one of them measured.
    assert "Demo Nord (4)" in warned()
    for gate in ("data_incident", "dpa_unsigned", "platform_violation", "falsified_report"):
        shown.field("segmented_control", f"Demo Nord_{gate}").set_value([True])
    # What is stated belongs to the plan, and counts once the plan is whole.
    shown.field("date_input", "start").set_value("2026-10-05")
    shown.field("selectbox", "zone").set_value("Europe/Berlin")
    shown.field("number_input", "weeks").set_value(2)
    shown.run()
    assert "Demo Nord (" not in warned()


def test_closed_days_are_asked_for_refused_by_name_and_missed_aloud(english_desk: Desk) -> None:
    shown = PilotScreen.open(english_desk.actor, open_sample(english_desk.actor))
    nothing = say("en", "pilot_page.no_closed_days")
    assert nothing in shown.text + " ".join(caption.value for caption in shown.screen.caption)
    shown.screen.session_state[f"pilot_{shown.project}_plan"] = True
    shown.run()
    shown.field("text_input", "closed_days").set_value("2026-10-09，never")
    shown.run()
    assert say("en", "pilot.plan_not_a_day", key="closed_days", value="never") in shown.text
    shown.field("text_input", "closed_days").set_value("2026-10-09, 2026-10-12")
    shown.run()
    assert shown.values["closed_days"] == ["2026-10-09", "2026-10-12"]
    assert nothing not in shown.text + " ".join(caption.value for caption in shown.screen.caption)


def test_a_page_drawn_before_a_colleagues_change_does_not_overwrite_it(shown: PilotScreen) -> None:
    shown.choose(tickets(), "first.csv")
    shown.read()
    colleague = PilotScreen.open(shown.actor, shown.project)
    shown.field("segmented_control", "Demo Nord_data_incident").set_value([True])
    shown.run()
    # One's own next change is no overtaking.
    shown.field("segmented_control", "Demo Nord_dpa_unsigned").set_value([True])
    shown.run()
    assert not shown.errors
    stated = {"Demo Nord": {"gates": {"data_incident": True, "dpa_unsigned": True}}}
    assert shown.values["vendors"] == stated
    colleague.field("segmented_control", "Demo Nord_falsified_report").set_value([True])
    colleague.run()
    assert colleague.errors == [say("en", "accounts.overtaken")]
    assert shown.values["vendors"] == stated


def test_what_was_stated_about_a_vendor_is_folded_until_it_is_looked_at(english_desk: Desk) -> None:
    shown = PilotScreen.open(english_desk.actor, open_sample(english_desk.actor))
    shown.screen.session_state[f"pilot_{shown.project}_plan"] = True
    shown.run()
    stated = f"pilot_{shown.project}_Demo Nord"
    assert not [each for each in shown.screen.number_input if each.key == f"{stated}_reports"]
    shown.screen.session_state[f"{stated}_box"] = True
    shown.run()
    # data/samples/shenzhen-eu/plan.toml: four reports were read.
    assert shown.screen.number_input(key=f"{stated}_reports").value == 4


@pytest.mark.parametrize(("day", "said"), [(20, "Saved 09:05"), (19, "Saved 19 Nov 2026 09:05")])
def test_a_plan_saved_on_another_day_says_so(shown: PilotScreen, day: int, said: str) -> None:
    with clock_set_to(lambda: datetime(2026, 11, day, 9, 5, tzinfo=UTC)):
        save_plan_value(shown.actor, shown.project, "weeks", 3)
    with clock_set_to(lambda: datetime(2026, 11, 20, 14, tzinfo=UTC)):
        shown.run()
    assert said in shown.text
