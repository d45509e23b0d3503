"""The Pilot page: plan, upload with its refusals, result of the sample, replacing, adding, removing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from services.pilot import read_pilot
from services.pilot_files import list_uploads
from services.projects import create_project
from services.requirements import read_requirements
from services.samples import open_sample
from tests.pilot_page_case import HEADINGS, SAMPLE, PilotScreen, tickets
from tests.requirements_case import Desk, a_desk
from words import LANGUAGES, say


@pytest.fixture(params=["en"])
def desk(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with a_desk(tmp_path, monkeypatch, request.param) as made:
        yield made


@pytest.fixture
def shown(desk: Desk) -> PilotScreen:
    """The page of a project in which nothing was said yet."""
    return PilotScreen.open(desk.actor, create_project(desk.actor, "Five-language desk"))


def stored(shown: PilotScreen) -> list[str]:
    return [upload.name for upload in list_uploads(shown.actor, shown.project)]


def values(shown: PilotScreen) -> dict[str, object]:
    record = read_requirements(shown.actor, shown.project).record
    return dict(read_pilot(shown.actor, shown.project, record).values)


@pytest.mark.parametrize("desk", LANGUAGES, indirect=True)
def test_the_sample_shows_verdicts_points_and_every_table_in_both_languages(desk: Desk) -> None:
    shown = PilotScreen.open(desk.actor, open_sample(desk.actor))
    language = desk.actor.language
    for vendor, verdict in (("Demo Nord", "pass"), ("Demo Sur", "fail")):
        assert f"{vendor} {say(language, f'pilot.verdict.{verdict}')}" in shown.text
    # The file holds 3,006 rows, six of them broken on purpose: 3,000 + 6.
    assert (
        say(language, "pilot_page.counts_of_file", total="3,006", accepted="3,000", rejected="6")
        in shown.text
    )
    assert say(language, "pilot_page.synthetic") in shown.text
    table = shown.screen.table[0].value
    # Ten KPI instances; name, target, and two columns per vendor.
    assert table.shape == (10, 6)
    assert len(shown.screen.table[1].value) == 6  # five criteria and the total
    assert len(shown.screen.table[2].value) == 5  # five hard gates
    assert not shown.errors


def test_the_table_prints_value_status_bounds_and_cases_of_a_kpi(desk: Desk) -> None:
    shown = PilotScreen.open(desk.actor, open_sample(desk.actor))
    table = shown.screen.table[0].value.set_index("KPI")
    row = next(cells for name, cells in table.iterrows() if "Critical error rate" in name)
    # Not one error in 348: by Wilson the bound is z² / (n + z²) = 2.7055 / 350.7055 = 0.77 %.
    assert "**0.0%**" in row["Demo Nord"]
    assert "check: Met" in row["Demo Nord"].replace("\u00a0", " ")
    bounds = row.iloc[2].replace("\u00a0", " ").replace("\u2060", "")
    assert "0.0 – 0.8, n = 348" in bounds
    assert "≤\u00a01%" in row["Target"]


def test_an_empty_project_says_what_the_page_is_for_and_what_a_file_needs(shown: PilotScreen) -> None:
    assert say("en", "pilot_page.intro_title") in shown.text
    for column in HEADINGS.split(","):
        assert f"`{column}`" in shown.text
    assert "50 MB" in shown.text
    assert not shown.screen.table


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
    assert values(shown)["weeks"] == 3
    assert ":material/error:" not in shown.text


def test_an_own_target_is_stored_as_a_share_and_one_out_of_range_is_refused(shown: PilotScreen) -> None:
    shown.field("number_input", "csat_top2").set_value(85.0)
    shown.run()
    assert values(shown)["targets"] == {"csat_top2": 0.85}
    shown.field("number_input", "accuracy_rate").set_value(30.0)
    shown.run()
    assert "The target must lie between" in shown.text
    assert values(shown)["targets"] == {"csat_top2": 0.85, "accuracy_rate": 0.3}


def test_a_file_without_offsets_asks_for_the_zone_and_is_read_without_another_upload(
    shown: PilotScreen,
) -> None:
    shown.choose(tickets(offset=""))
    shown.read()
    assert "no time zone was chosen" in shown.errors[0]
    assert not stored(shown)
    assert shown.screen.button(key="pilot_read").disabled
    shown.screen.selectbox(key=f"pilot_file_zone_{shown.project}").set_value("Europe/Berlin")
    shown.run()
    shown.read()
    assert stored(shown) == ["tickets.csv"]
    assert "**2** accepted" in shown.text
    assert not shown.errors


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\n", "The file holds no tickets"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00", "Please save it as CSV"),
        (b"ticket_id,vendor\nT1,A\n", "Required columns are missing: channel, language"),
        ((HEADINGS + "\nT1,A,email,de,yesterday,,open\n").encode(), "None of the 1 rows can be used"),
    ],
)
def test_a_wrong_file_gets_one_sentence_and_nothing_is_kept(
    shown: PilotScreen, content: bytes, sentence: str
) -> None:
    shown.choose(content)
    shown.read()
    assert len(shown.errors) == 1
    assert sentence in shown.errors[0]
    assert not stored(shown)


def test_a_second_file_is_not_read_before_replace_or_add_was_chosen(shown: PilotScreen) -> None:
    shown.choose(tickets(), "first.csv")
    shown.read()
    shown.choose(tickets(first=2), "second.csv")
    assert shown.screen.button(key="pilot_read").disabled
    shown.screen.segmented_control(key=f"pilot_replace_{shown.project}").set_value("add")
    shown.run()
    shown.read()
    assert stored(shown) == ["first.csv", "second.csv"]
    # T2 is in both files: of the second one only T3 counts.
    assert "**2** rows: **1** accepted, **1** rejected" in shown.text
    assert "3 tickets" in shown.text


def test_replacing_takes_the_earlier_file_out_and_undo_brings_it_back(shown: PilotScreen) -> None:
    shown.choose(tickets(), "first.csv")
    shown.read()
    (first,) = list_uploads(shown.actor, shown.project)
    shown.choose(tickets(first=8, count=3), "second.csv")
    shown.screen.segmented_control(key=f"pilot_replace_{shown.project}").set_value("replace")
    shown.run()
    shown.read()
    assert stored(shown) == ["second.csv"]
    shown.screen.button(key=f"pilot_restore_{first.id}").click()
    shown.run()
    assert stored(shown) == ["first.csv", "second.csv"]
    assert "5 tickets" in shown.text


def test_marks_and_gates_of_a_vendor_are_kept_and_a_missed_gate_fails_it(shown: PilotScreen) -> None:
    shown.choose(tickets(), "first.csv")
    shown.read()
    shown.field("segmented_control", "Demo Nord_data_incident").set_value([True])
    shown.run()
    assert values(shown)["vendors"] == {"Demo Nord": {"gates": {"data_incident": True}}}
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


def test_closed_days_are_asked_for_refused_by_name_and_missed_aloud(desk: Desk) -> None:
    shown = PilotScreen.open(desk.actor, open_sample(desk.actor))
    nothing = say("en", "pilot_page.no_closed_days")
    assert nothing in shown.text + " ".join(caption.value for caption in shown.screen.caption)
    shown.screen.session_state[f"pilot_{shown.project}_plan"] = True
    shown.run()
    shown.field("text_input", "closed_days").set_value("2026-10-09，never")
    shown.run()
    assert say("en", "pilot.plan_not_a_day", key="closed_days", value="never") in shown.text
    shown.field("text_input", "closed_days").set_value("2026-10-09, 2026-10-12")
    shown.run()
    assert values(shown)["closed_days"] == ["2026-10-09", "2026-10-12"]
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
    assert values(shown)["vendors"] == stated
    colleague.field("segmented_control", "Demo Nord_falsified_report").set_value([True])
    colleague.run()
    assert colleague.errors == [say("en", "accounts.overtaken")]
    assert values(shown)["vendors"] == stated


@pytest.mark.parametrize("address", ["", "0" * 32])
def test_without_a_project_of_ones_own_there_is_a_sentence_and_a_way_home(desk: Desk, address: str) -> None:
    shown = PilotScreen.open(desk.actor, address)
    assert len(shown.errors) == 1
    assert "to_home" in [button.key for button in shown.screen.button]


def test_the_sample_file_typed_in_by_hand_counts_every_row(shown: PilotScreen) -> None:
    shown.choose(SAMPLE.read_bytes())
    shown.read()
    shown.screen.selectbox(key=f"pilot_file_zone_{shown.project}").set_value("Europe/Berlin")
    shown.run()
    shown.read()
    assert "**3,006** rows: **3,000** accepted, **6** rejected" in shown.text
    assert say("en", "pilot_page.no_plan") in [info.value for info in shown.screen.info]


def test_what_was_stated_about_a_vendor_is_folded_until_it_is_looked_at(desk: Desk) -> None:
    shown = PilotScreen.open(desk.actor, open_sample(desk.actor))
    shown.screen.session_state[f"pilot_{shown.project}_plan"] = True
    shown.run()
    stated = f"pilot_{shown.project}_Demo Nord"
    assert not [each for each in shown.screen.number_input if each.key == f"{stated}_reports"]
    shown.screen.session_state[f"{stated}_box"] = True
    shown.run()
    # data/samples/shenzhen-eu/plan.toml: four reports were read.
    assert shown.screen.number_input(key=f"{stated}_reports").value == 4
