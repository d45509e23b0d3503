"""Fields of the demand on the Requirements page: what is chosen there is kept as the record reads it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from services.projects import create_project
from services.requirements import read_requirements, save_answer
from tests.requirements_case import Desk, a_desk
from words import say


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with a_desk(tmp_path, monkeypatch, "en") as made:
        yield made


@pytest.fixture
def project(desk: Desk) -> str:
    made = create_project(desk.actor, "Two channels")
    save_answer(desk.actor, made, "channels", ["email", "phone"])
    save_answer(desk.actor, made, "languages_share", {"de": 0.6, "en": 0.4})
    save_answer(desk.actor, made, "markets", ["DE", "GB"])
    return made


def _key(question: str, part: str) -> str:
    return f"answer_1_0_{question}_{part}"


def _value(desk: Desk, project: str, question: str) -> object:
    return read_requirements(desk.actor, project).record.value(question)


def test_the_languages_of_one_channel_are_typed_as_percentages(desk: Desk, project: str) -> None:
    desk.open(project, "channels")
    desk.screen.session_state[_key("channel_languages", "phone_box")] = True
    screen = desk.run()
    screen.number_input(key=_key("channel_languages_phone", "de")).set_value(70)
    desk.run()
    # 30 % are missing until the second language is typed; until then nothing is read.
    assert any("30%" in problem for problem in desk.problems)
    assert _value(desk, project, "channel_languages") is None
    desk.screen.number_input(key=_key("channel_languages_phone", "en")).set_value(30)
    desk.run()
    assert _value(desk, project, "channel_languages") == {"phone": {"de": 0.7, "en": 0.3}}
    assert not desk.problems


def test_a_usual_pattern_is_chosen_per_channel(desk: Desk, project: str) -> None:
    screen = desk.open(project, "volumes")
    assert "Left empty: none planned" in desk.text
    screen.selectbox(key=_key("hour_profiles", "phone")).select("around_the_clock")
    desk.run()
    assert _value(desk, project, "hour_profiles") == {
        "email": {"template": "retail_evening"},
        "phone": {"template": "around_the_clock"},
    }


def test_hours_drawn_by_hand_are_not_lost_beside_a_pattern(desk: Desk, project: str) -> None:
    drawn = {"weights": {"mon": [1.0] * 24}}
    save_answer(desk.actor, project, "hour_profiles", {"phone": drawn})
    screen = desk.open(project, "volumes")
    screen.selectbox(key=_key("hour_profiles", "email")).select("office")
    desk.run()
    kept = _value(desk, project, "hour_profiles")
    assert isinstance(kept, dict)
    assert kept["email"] == {"template": "office"}
    assert kept["phone"]["weights"]["mon"] == [1.0] * 24


def test_a_peak_by_dates_is_typed_beside_its_multiple(desk: Desk, project: str) -> None:
    screen = desk.open(project, "volumes")
    screen.button(key=_key("peaks", "add")).click()
    desk.run()
    desk.screen.text_input(key=_key("peaks", "0_name")).set_value("Sale")
    desk.screen.text_input(key=_key("peaks", "0_start")).set_value("06-01")
    desk.screen.text_input(key=_key("peaks", "0_end")).set_value("06-20")
    desk.screen.number_input(key=_key("peaks", "0_multiplier")).set_value(2.0)
    desk.screen.number_input(key=_key("peaks", "0_lead_weeks")).set_value(3)
    desk.run()
    assert _value(desk, project, "peaks") == [
        {"name": "Sale", "start": "06-01", "end": "06-20", "multiplier": 2.0, "lead_weeks": 3}
    ]


def test_levels_are_chosen_per_language(desk: Desk, project: str) -> None:
    screen = desk.open(project, "channels")
    screen.selectbox(key=_key("language_levels", "de")).select("C1")
    desk.run()
    assert _value(desk, project, "language_levels") == {"de": "C1"}
    assert say("en", "requirements.level.C1") in screen.selectbox(key=_key("language_levels", "de")).options


def test_services_are_chosen_under_their_headings(desk: Desk, project: str) -> None:
    screen = desk.open(project, "scope")
    screen.button_group(key=_key("scenarios", "0")).set_value(["presale"])
    desk.run()
    desk.screen.button_group(key=_key("scenarios", "2")).set_value(["dispute"])
    desk.run()
    assert _value(desk, project, "scenarios") == ["presale", "dispute"]


def test_a_well_known_peak_is_added_at_one_click(desk: Desk, project: str) -> None:
    screen = desk.open(project, "volumes")
    # Markets are Germany and the United Kingdom: no Double 11 there.
    offered = [button.label for button in screen.button if "peaks_start" in str(button.key)]
    assert len(offered) == 3
    screen.button(key=_key("peaks", "start_0")).click()
    desk.run()
    # data/requirements/events.toml; the multiple is the article's doubling.
    assert _value(desk, project, "peaks") == [
        {
            "name": "Black Friday and Cyber Monday",
            "start": "11-20",
            "end": "12-03",
            "multiplier": 2.0,
            "lead_weeks": 4,
        }
    ]
    assert not desk.problems
