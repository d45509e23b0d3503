"""The Requirements page: every section in both languages, every kind of field, refusals, setting aside."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from services.catalog import catalog
from services.projects import create_project
from services.requirements import read_requirements, save_answer
from services.samples import open_sample
from services.settings import settings
from tests.requirements_case import Desk, a_desk, restart
from words import LANGUAGES, Language, say

SECTIONS = [section.id for section in catalog().book.sections]


@pytest.fixture(params=["en"])
def desk(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with a_desk(tmp_path, monkeypatch, request.param) as made:
        yield made


@pytest.fixture
def project(desk: Desk) -> str:
    return create_project(desk.actor, "Five-language desk")


def answers(desk: Desk, project: str) -> dict[str, object]:
    entries = read_requirements(desk.actor, project).entries
    return {key: entry.value for key, entry in entries.items() if entry.state == "answered"}


def drafts(desk: Desk, project: str) -> dict[str, object]:
    return {key: value for key, (value, _) in read_requirements(desk.actor, project).drafts.items()}


def key(question: str, part: str = "", visit: int = 1, filled: int = 0) -> str:
    return f"answer_{visit}_{filled}_{question}{'_' + part if part else ''}"


@pytest.mark.parametrize("desk", LANGUAGES, indirect=True)
@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_asks_its_questions_of_the_sample_in_both_languages(desk: Desk, section: str) -> None:
    sample = open_sample(desk.actor)
    screen = desk.open(sample, section)
    language: Language = desk.actor.language
    record = read_requirements(desk.actor, sample).record
    for question in catalog().book.of_section(section):
        assert (f"### {question.wording[language]}" in desk.text) == record.applies(question.id)
    assert screen.session_state["questionnaire_section"] == section
    assert not desk.problems


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_opens_while_nothing_is_answered(desk: Desk, project: str, section: str) -> None:
    desk.open(project, section)
    assert not desk.problems
    assert not answers(desk, project)


def test_an_unknown_section_in_the_address_opens_the_first(desk: Desk, project: str) -> None:
    desk.open(project, "nowhere")
    assert f"## {catalog().book.sections[0].title.en}" in desk.text


@pytest.mark.parametrize("address", ["", "0" * 32])
def test_without_a_project_of_ones_own_there_is_a_sentence_and_a_way_home(desk: Desk, address: str) -> None:
    screen = desk.open(address)
    assert len(screen.error) == 1
    assert [button.key for button in screen.button if button.key == "to_home"]


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


def test_how_many_required_answers_are_left_is_said_in_every_section(desk: Desk, project: str) -> None:
    desk.open(project, "budget")
    missing = read_requirements(desk.actor, project).record.missing
    assert say("en", "questionnaire.required_left", given=0, all=len(missing), left=len(missing)) in desk.text
    save_answer(desk.actor, project, "product_industry", "Lamps")
    desk.open(project, "company")
    left = len(missing) - 1
    assert say("en", "questionnaire.required_left", given=1, all=len(missing), left=left) in desk.text


def test_language_teams_choose_among_the_languages_in_use(desk: Desk, project: str) -> None:
    save_answer(desk.actor, project, "languages_share", {"de": 0.5, "en": 0.3, "fr": 0.2})
    screen = desk.open(project, "assumptions")
    screen.button(key=key("language_pools", "add")).click().run()
    assert screen.pills(key=key("language_pools", "0_pool")).options == ["German", "English", "French"]
    screen.pills(key=key("language_pools", "0_pool")).set_value(["de", "en"]).run()
    assert answers(desk, project)["language_pools"] == [["de", "en"]]


def test_a_number_outside_its_limits_stays_typed_and_the_sentence_names_the_limit(
    desk: Desk, project: str
) -> None:
    screen = desk.open(project, "people")
    screen.number_input(key=key("pilot_weeks")).set_value(9).run()
    assert len(desk.problems) == 1
    assert "at most 4" in desk.problems[0]
    assert screen.number_input(key=key("pilot_weeks")).value == 9
    # Still there when the page is opened afresh, and listed as something to settle.
    screen = desk.open(project, "people")
    assert screen.number_input(key=key("pilot_weeks")).value == 9
    assert len(desk.problems) == 1
    assert "to_pilot_weeks" in [button.key for button in screen.button]


def test_a_question_is_set_aside_and_answered_after_all(desk: Desk, project: str) -> None:
    screen = desk.open(project, "company")
    screen.number_input(key=key("average_order_value", "amount")).set_value(120.0).run()
    screen.menu_button(key="ways_average_order_value").set_value("not_applicable").run()
    requirements = read_requirements(desk.actor, project)
    assert requirements.set_aside("average_order_value") == "not_applicable"
    assert say("en", "questionnaire.aside_not_applicable") in desk.text
    screen.button(key="again_average_order_value").click().run()
    assert read_requirements(desk.actor, project).set_aside("average_order_value") == ""
    fields = [each.key for each in screen.number_input if "average_order_value" in str(each.key)]
    assert len(fields) == 1


def test_a_required_question_can_wait_but_is_never_beside_the_point(desk: Desk, project: str) -> None:
    screen = desk.open(project, "company")
    assert "Not applicable" not in screen.menu_button(key="ways_merchant_name").options
    screen.menu_button(key="ways_merchant_name").set_value("later").run()
    assert read_requirements(desk.actor, project).set_aside("merchant_name") == "later"
    assert "merchant_name" in read_requirements(desk.actor, project).record.missing


def test_an_accepted_default_fills_the_field_and_stays_an_assumption(desk: Desk, project: str) -> None:
    screen = desk.open(project, "standards")
    screen.menu_button(key="ways_standard_reply_h").set_value("default").run()
    record = read_requirements(desk.actor, project).record
    assert (record.value("standard_reply_h"), record.origin("standard_reply_h")) == (24, "default")
    assert "standard_reply_h" in record.assumptions
    assert [each.value for each in screen.number_input if "standard_reply_h" in str(each.key)] == [24.0]


def test_what_is_missing_is_a_way_to_its_question(desk: Desk, project: str) -> None:
    screen = desk.open(project, "company")
    missing = read_requirements(desk.actor, project).record.missing
    assert {f"to_{question}" for question in missing} <= {button.key for button in screen.button}
    screen.button(key="to_time_zone").click().run()
    assert screen.query_params["section"] == "hours"
    assert "## Hours and coverage" in desk.text


def test_back_and_on_lead_through_all_sections(desk: Desk, project: str) -> None:
    screen = desk.open(project)
    for section in catalog().book.sections[1:]:
        screen.button(key="section_on").click().run()
        assert f"## {section.title.en}" in desk.text
    assert "to_cost" in [button.key for button in screen.button]
    screen.button(key="section_back").click().run()
    assert f"## {catalog().book.sections[-2].title.en}" in desk.text


def test_somebody_elses_answer_is_not_overwritten_unseen(desk: Desk, project: str) -> None:
    save_answer(desk.actor, project, "merchant_name", "Muster")
    screen = desk.open(project, "company")
    save_answer(desk.actor, project, "merchant_name", "Muster of somebody else")
    screen.text_input(key=key("merchant_name")).set_value("Muster of mine").run()
    assert answers(desk, project)["merchant_name"] == "Muster of somebody else"
    assert len(desk.problems) == 1
    assert screen.text_input(key=key("merchant_name")).value == "Muster of mine"
    screen.button(key="mine_merchant_name").click().run()
    assert answers(desk, project)["merchant_name"] == "Muster of mine"
    assert not desk.problems


def test_the_other_answer_can_be_taken_instead(desk: Desk, project: str) -> None:
    screen = desk.open(project, "company")
    save_answer(desk.actor, project, "merchant_name", "Muster of somebody else")
    screen.text_input(key=key("merchant_name")).set_value("Muster of mine").run()
    screen.button(key="theirs_merchant_name").click().run()
    assert screen.text_input(key=key("merchant_name", filled=1)).value == "Muster of somebody else"
    assert not desk.problems


def test_an_answer_changed_elsewhere_shows_in_the_field_at_the_next_run(desk: Desk, project: str) -> None:
    screen = desk.open(project, "company")
    save_answer(desk.actor, project, "merchant_name", "Muster")
    screen.run()
    assert screen.text_input(key=key("merchant_name", filled=1)).value == "Muster"


def test_after_a_restart_everything_is_as_it_was(desk: Desk, project: str) -> None:
    screen = desk.open(project, "company")
    screen.text_input(key=key("merchant_name")).set_value("Muster").run()
    screen.menu_button(key="ways_merchant_size").set_value("later").run()
    screen.number_input(key=key("share_high_value")).set_value(140.0).run()
    before = (desk.text, [(each.key, each.value) for each in screen.number_input])
    restart(settings().database_url)
    screen = desk.open(project, "company")
    assert screen.text_input(key=key("merchant_name")).value == "Muster"
    assert (desk.text, [(each.key, each.value) for each in screen.number_input]) == before


def test_whoever_is_signed_out_meanwhile_saves_nothing(
    desk: Desk, project: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui import guard

    screen = desk.open(project, "company")
    monkeypatch.setattr(guard, "login_id", lambda: "")
    screen.text_input(key=key("merchant_name")).set_value("Muster").run()
    assert answers(desk, project) == {}
    assert not screen.text_input
