"""Fields of the demand on the Requirements page: what is chosen there is kept as the record reads it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import nan
from pathlib import Path

import pytest

from services.projects import create_project
from services.requirements import read_requirements, save_answer
from tests.requirements_case import Desk, a_desk
from ui.fields import Slot
from ui.form_grid import Figures, Table, fits
from ui.form_hours import DRAWN
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


class Tables:
    """Stands in for the tables a browser draws: what they were given, and what somebody types into them."""

    def __init__(self) -> None:
        self.drawn: Mapping[str, Table] = {}

    def __call__(self, _slot: Slot, drawn: Sequence[Table], changed: Callable[[str, Figures], None]) -> None:
        self.drawn = {table.id: table for table in drawn}
        self.changed = changed


@pytest.fixture
def tables(monkeypatch: pytest.MonkeyPatch) -> Tables:
    made = Tables()
    monkeypatch.setattr("ui.form_mixes.tables", made)
    monkeypatch.setattr("ui.form_hours.tables", made)
    return made


def test_the_languages_of_one_channel_are_typed_as_percentages(
    desk: Desk, project: str, tables: Tables
) -> None:
    desk.open(project, "channels")
    table = tables.drawn["channel_languages"]
    assert (list(table.columns), table.whole) == (["German", "English"], 100)
    # Empty figures show the general shares they stand for.
    assert table.hints == [["60", "40"], ["60", "40"]]
    tables.changed("channel_languages", [[None, None], [70, None]])
    desk.run()
    # 30 % are missing until the second language is typed; until then nothing is read.
    assert any("30%" in problem for problem in desk.problems)
    assert _value(desk, project, "channel_languages") is None
    tables.changed("channel_languages", [[None, None], [70, 30]])
    desk.run()
    assert _value(desk, project, "channel_languages") == {"phone": {"de": 0.7, "en": 0.3}}
    assert not desk.problems


def test_a_language_that_comes_in_on_one_channel_only_is_added(
    desk: Desk, project: str, tables: Tables
) -> None:
    screen = desk.open(project, "channels")
    screen.selectbox(key=_key("channel_languages", "more")).select("it")
    desk.run()
    assert list(tables.drawn["channel_languages"].columns) == ["German", "English", "Italian"]
    tables.changed("channel_languages", [[None] * 3, [60, 30, 10]])
    desk.run()
    assert read_requirements(desk.actor, project).record.languages == ("de", "en", "it")


def test_drawing_by_hand_starts_from_the_pattern_that_counted(
    desk: Desk, project: str, tables: Tables
) -> None:
    screen = desk.open(project, "volumes")
    assert not any(table.editable for table in tables.drawn.values())
    screen.selectbox(key=_key("hour_profiles", "phone")).select(DRAWN)
    desk.run()
    table = tables.drawn["phone"]
    # data/requirements/profiles.toml: at ten on Mondays most calls of office hours, none on Sundays.
    assert table.editable
    assert (table.values[0][10], sum(figure or 0 for figure in table.values[6])) == (11, 0)
    week: Figures = [[1.0] * 24 for _ in range(7)]
    week[6][12] = 3.0
    tables.changed("phone", week)
    desk.run()
    kept = _value(desk, project, "hour_profiles")
    assert isinstance(kept, dict)
    assert kept["phone"]["weights"]["sun"] == [1.0] * 12 + [3.0] + [1.0] * 11
    assert kept["email"] == {"template": "retail_evening"}


def test_a_week_without_any_contacts_is_refused_and_stays_on_the_screen(
    desk: Desk, project: str, tables: Tables
) -> None:
    screen = desk.open(project, "volumes")
    screen.selectbox(key=_key("hour_profiles", "phone")).select(DRAWN)
    desk.run()
    tables.changed("phone", [[None] * 24 for _ in range(7)])
    desk.run()
    assert len(desk.problems) == 1
    assert tables.drawn["phone"].values == [[0.0] * 24] * 7


@pytest.mark.parametrize(
    "values",
    [None, "x", [], [[1, 2]], [[1, 2], [3]], [[1, 2], [3, "4"]], [[1, 2], [3, True]], [[1, 2], [3, nan]]],
)
def test_a_table_of_another_shape_is_not_taken_from_a_browser(values: object) -> None:
    table = Table(id="t", label="", rows=["a", "b"], columns=["c", "d"], values=[[None, None]] * 2)
    assert fits(table, [[1, None], [0.5, 2]])
    assert not fits(table, values)


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


@pytest.mark.parametrize(
    ("question", "value", "section"),
    [
        ("contacts_month", "many", "volumes"),
        ("peaks", {"name": 1}, "volumes"),
        ("launches", ["x"], "volumes"),
        ("hour_profiles", {"email": "x"}, "volumes"),
        ("hour_profiles", {"email": {"weights": {"mon": 3}}}, "volumes"),
        ("coverage", {"mon": [["9", "x"]]}, "hours"),
        ("channel_languages", {"email": 3}, "channels"),
        ("share_high_value", "x", "company"),
    ],
)
def test_a_refused_answer_of_any_shape_shows_its_sentence_over_an_empty_field(
    desk: Desk, project: str, question: str, value: object, section: str
) -> None:
    save_answer(desk.actor, project, question, value)
    desk.open(project, section)
    assert len(desk.problems) == 1
