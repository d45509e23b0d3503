"""The Pilot page: result of the sample, upload with its refusals, replacing, adding, removing."""

import pytest

from services.pilot_files import list_uploads
from services.samples import open_sample
from tests.pilot_page_case import HEADINGS, SAMPLE, PilotScreen, tickets
from tests.requirements_case import Desk
from words import say


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
    assert say(language, "pilot_page.next_contract") in shown.screen.button(key="pilot_action").label
    assert not shown.errors


def test_the_table_prints_value_status_bounds_and_cases_of_a_kpi(english_desk: Desk) -> None:
    shown = PilotScreen.open(english_desk.actor, open_sample(english_desk.actor))
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


def test_a_file_without_offsets_asks_for_the_zone_and_is_read_without_another_upload(
    shown: PilotScreen,
) -> None:
    shown.choose(tickets(offset=""))
    shown.read()
    assert "no time zone was chosen" in shown.errors[0]
    assert not shown.stored
    assert shown.screen.button(key="pilot_read").disabled
    shown.screen.selectbox(key=f"pilot_file_zone_{shown.project}").set_value("Europe/Berlin")
    shown.run()
    shown.read()
    assert shown.stored == ["tickets.csv"]
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
    assert not shown.stored


def test_a_second_file_is_not_read_before_replace_or_add_was_chosen(shown: PilotScreen) -> None:
    shown.choose(tickets(), "first.csv")
    shown.read()
    shown.choose(tickets(first=2), "second.csv")
    assert shown.screen.button(key="pilot_read").disabled
    shown.screen.segmented_control(key=f"pilot_replace_{shown.project}").set_value("add")
    shown.run()
    shown.read()
    assert shown.stored == ["first.csv", "second.csv"]
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
    assert shown.stored == ["second.csv"]
    shown.screen.button(key=f"pilot_restore_{first.id}").click()
    shown.run()
    assert shown.stored == ["first.csv", "second.csv"]
    assert "5 tickets" in shown.text


@pytest.mark.parametrize("address", ["", "0" * 32])
def test_without_a_project_of_ones_own_there_is_a_sentence_and_a_way_home(
    english_desk: Desk, address: str
) -> None:
    shown = PilotScreen.open(english_desk.actor, address)
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
