"""Every kind of field on the Requirements page keeps what is typed in its one plain form."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from services.projects import create_project
from services.requirements import save_answer
from tests.requirements_case import Desk, a_desk, answers, drafts, key
from words import say


@pytest.fixture(params=["en"])
def desk(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with a_desk(tmp_path, monkeypatch, request.param) as made:
        yield made


@pytest.fixture
def project(desk: Desk) -> str:
    return create_project(desk.actor, "Five-language desk")


def test_text_is_saved_without_the_blanks_around_it(desk: Desk, project: str) -> None:
    screen = desk.open(project, "company")
    screen.text_input(key=key("merchant_name")).set_value("  Muster Trading Co., Ltd. ").run()
    assert answers(desk, project) == {"merchant_name": "Muster Trading Co., Ltd."}


def test_lines_of_long_text_stay_lines(desk: Desk, project: str) -> None:
    screen = desk.open(project, "markets")
    screen.text_area(key=key("shops")).set_value("shop.example\neBay: muster").run()
    assert answers(desk, project)["shops"] == "shop.example\neBay: muster"


def test_a_percentage_is_kept_as_a_share(desk: Desk, project: str) -> None:
    screen = desk.open(project, "company")
    screen.number_input(key=key("share_high_value")).set_value(7.0).run()
    assert answers(desk, project)["share_high_value"] == 0.07


def test_money_is_kept_exactly_with_its_currency(desk: Desk, project: str) -> None:
    screen = desk.open(project, "budget")
    screen.number_input(key=key("budget_month", "amount")).set_value(20000.1)
    screen.run()
    screen.selectbox(key=key("budget_month", "currency")).set_value("CNY").run()
    assert answers(desk, project)["budget_month"] == {"amount": "20000.1", "currency": "CNY"}


def test_yes_and_no_are_answers_and_taking_them_back_is_none(desk: Desk, project: str) -> None:
    screen = desk.open(project, "people")
    screen.segmented_control(key=key("replaces_team")).set_value(False).run()
    assert answers(desk, project) == {"replaces_team": False}
    screen.segmented_control(key=key("replaces_team")).set_value(None).run()
    assert answers(desk, project) == {}


def test_one_choice_and_several_choices_are_kept_by_their_ids(desk: Desk, project: str) -> None:
    screen = desk.open(project, "channels")
    screen.pills(key=key("channels")).set_value(["chat", "email"]).run()
    screen = desk.open(project, "company")
    screen.segmented_control(key=key("merchant_size")).set_value("sme").run()
    # In the order of the question, whatever was clicked first.
    assert answers(desk, project) == {"channels": ["email", "chat"], "merchant_size": "sme"}


def test_countries_languages_and_zones_are_kept_by_their_codes(desk: Desk, project: str) -> None:
    screen = desk.open(project, "company")
    screen.selectbox(key=key("merchant_country")).set_value("CN").run()
    screen = desk.open(project, "markets")
    screen.multiselect(key=key("markets")).set_value(["DE", "FR"]).run()
    screen = desk.open(project, "channels")
    screen.multiselect(key=key("native_languages")).set_value(["de"]).run()
    screen = desk.open(project, "hours")
    screen.selectbox(key=key("time_zone")).set_value("Europe/Berlin").run()
    assert answers(desk, project) == {
        "merchant_country": "CN",
        "markets": ["DE", "FR"],
        "native_languages": ["de"],
        "time_zone": "Europe/Berlin",
    }


def test_a_day_is_kept_as_a_date(desk: Desk, project: str) -> None:
    screen = desk.open(project, "budget")
    screen.date_input(key=key("contract_start")).set_value(date(2027, 2, 1)).run()
    assert answers(desk, project) == {"contract_start": "2027-02-01"}


def test_volumes_are_asked_of_the_chosen_channels_and_added_up(desk: Desk, project: str) -> None:
    screen = desk.open(project, "volumes")
    assert say("en", "questionnaire.choose_channels") in desk.text
    save_answer(desk.actor, project, "channels", ["email", "chat"])
    screen = desk.open(project, "volumes")
    screen.number_input(key=key("contacts_month", "email")).set_value(3300).run()
    screen.number_input(key=key("contacts_month", "chat")).set_value(1500).run()
    assert answers(desk, project)["contacts_month"] == {"email": 3300, "chat": 1500}
    # 3,300 + 1,500
    assert "4,800" in desk.text


def test_the_volume_of_a_channel_left_out_for_a_while_is_kept(desk: Desk, project: str) -> None:
    save_answer(desk.actor, project, "channels", ["email", "chat"])
    save_answer(desk.actor, project, "contacts_month", {"email": 3300, "chat": 1500})
    save_answer(desk.actor, project, "channels", ["email"])
    screen = desk.open(project, "volumes")
    screen.number_input(key=key("contacts_month", "email")).set_value(3000).run()
    assert answers(desk, project)["contacts_month"] == {"email": 3000, "chat": 1500}


def test_languages_are_added_and_shares_short_of_the_whole_say_by_how_much(desk: Desk, project: str) -> None:
    screen = desk.open(project, "channels")
    for language, share in (("de", 60.0), ("fr", 35.0)):
        screen.selectbox(key=key("languages_share", "more")).set_value(language).run()
        screen.number_input(key=key("languages_share", language)).set_value(share).run()
    assert drafts(desk, project) == {"languages_share": {"de": 0.6, "fr": 0.35}}
    # 60 % and 35 % make 95 %.
    assert len(desk.problems) == 1
    assert "95%" in desk.problems[0]
    assert "5%" in desk.problems[0]
    assert screen.number_input(key=key("languages_share", "fr")).value == 35.0
    screen.number_input(key=key("languages_share", "fr")).set_value(40.0).run()
    assert answers(desk, project)["languages_share"] == {"de": 0.6, "fr": 0.4}
    assert not desk.problems


def test_hours_of_the_week_are_kept_day_by_day_and_added_up(desk: Desk, project: str) -> None:
    screen = desk.open(project, "hours")
    screen.checkbox(key=key("coverage", "mon")).set_value(True).run()
    screen.checkbox(key=key("coverage", "sat")).set_value(True).run()
    assert answers(desk, project)["coverage"] == {"mon": [["09:00", "18:00"]], "sat": [["09:00", "18:00"]]}
    # Two days of nine hours.
    assert "18 hours a week" in desk.text


def test_a_closed_day_shows_no_times_and_an_open_one_keeps_those_typed(desk: Desk, project: str) -> None:
    screen = desk.open(project, "hours")
    assert not screen.time_input
    screen.checkbox(key=key("coverage", "mon")).set_value(True).run()
    screen.time_input(key=key("coverage", "mon_until")).set_value(time(20, 30)).run()
    assert answers(desk, project)["coverage"] == {"mon": [["09:00", "20:30"]]}
    screen.checkbox(key=key("coverage", "mon")).set_value(False).run()
    assert not screen.time_input
    assert "coverage" not in answers(desk, project)


def test_the_hours_of_a_market_are_drawn_when_unfolded_and_their_sum_is_said(
    desk: Desk, project: str
) -> None:
    nine_to_six = {"mon": [["09:00", "18:00"]], "tue": [["09:00", "18:00"]]}
    save_answer(desk.actor, project, "markets", ["DE", "GB"])
    save_answer(desk.actor, project, "coverage_by_market", {"GB": nine_to_six})
    screen = desk.open(project, "hours")
    labels = [box.label for box in screen.expander]
    assert labels == ["Germany", "United Kingdom"]
    assert not [each for each in screen.checkbox if "coverage_by_market" in str(each.key)]
    # Two days of nine hours.
    assert "United Kingdom 18 hours a week" in desk.text


def test_usual_hours_fill_the_whole_week_at_one_click(desk: Desk, project: str) -> None:
    screen = desk.open(project, "hours")
    screen.button(key="preset_coverage_1").click().run()
    ten_hours = [["09:00", "19:00"]]
    days = ("mon", "tue", "wed", "thu", "fri", "sat")
    assert answers(desk, project)["coverage"] == dict.fromkeys(days, ten_hours)
    assert screen.checkbox(key=key("coverage", "sat", filled=1)).value
    assert not screen.checkbox(key=key("coverage", "sun", filled=1)).value
    # Six days of ten hours.
    assert "60 hours a week" in desk.text


def test_a_peak_is_a_draft_until_it_is_whole(desk: Desk, project: str) -> None:
    screen = desk.open(project, "volumes")
    screen.button(key=key("peaks", "add")).click().run()
    screen.text_input(key=key("peaks", "0_name")).set_value("Christmas").run()
    assert drafts(desk, project)["peaks"] == [{"name": "Christmas"}]
    assert f"“{say('en', 'ui.peak_months')}”" in desk.problems[0]
    screen.pills(key=key("peaks", "0_months")).set_value([12, 11]).run()
    screen.number_input(key=key("peaks", "0_multiplier")).set_value(2.0).run()
    screen.number_input(key=key("peaks", "0_lead_weeks")).set_value(4).run()
    peak = {"name": "Christmas", "months": [11, 12], "multiplier": 2.0, "lead_weeks": 4}
    assert answers(desk, project)["peaks"] == [peak]
    screen.button(key=key("peaks", "0_remove")).click().run()
    assert "peaks" not in answers(desk, project)


def test_any_peak_can_be_taken_away_and_the_others_stay(desk: Desk, project: str) -> None:
    peaks = [{"name": name, "months": [5], "multiplier": 2.0, "lead_weeks": 4} for name in ("A", "B", "C")]
    save_answer(desk.actor, project, "peaks", peaks)
    screen = desk.open(project, "volumes")
    assert "Remove “B”" in screen.button(key=key("peaks", "1_remove")).label
    screen.button(key=key("peaks", "1_remove")).click().run()
    assert answers(desk, project)["peaks"] == [peaks[0], peaks[2]]
    screen.button(key=key("peaks", "add")).click().run()
    screen.text_input(key=key("peaks", "3_name")).set_value("D").run()
    assert drafts(desk, project)["peaks"] == [peaks[0], peaks[2], {"name": "D"}]
    assert screen.text_input(key=key("peaks", "2_name")).value == "C"


def test_language_teams_choose_among_the_languages_in_use(desk: Desk, project: str) -> None:
    save_answer(desk.actor, project, "languages_share", {"de": 0.5, "en": 0.3, "fr": 0.2})
    screen = desk.open(project, "assumptions")
    screen.button(key=key("language_pools", "add")).click().run()
    assert screen.pills(key=key("language_pools", "0_pool")).options == ["German", "English", "French"]
    screen.pills(key=key("language_pools", "0_pool")).set_value(["de", "en"]).run()
    assert answers(desk, project)["language_pools"] == [["de", "en"]]
