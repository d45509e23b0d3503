"""The cost page in both languages: what is missing, every figure of the sample, both readings of a rate."""

import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from services.costing import estimate_record
from services.projects import create_project
from services.requirements import read_requirements, save_answer
from services.samples import open_sample
from services.sentences import finding_sentence, question_wording
from tests.requirements_case import Desk, words
from ui.cost_page import VIEWS
from words.numbers import money_in_sentence

# Reasons: the tests' own organisation; a spreadsheet program; a mathematician, a distribution,
# a time zone, publications: names that are written in Latin letters in Chinese, too.
LATIN = {"Muster", "Excel", "Erlang", "PERT", "Europe", "Berlin"} | {
    "eBay",
    "simulalo",
    "monetsoftware",
    "mytotalretail",
}


def elements(screen: AppTest, kind: str) -> list[Any]:
    """Elements that AppTest knows by their kind alone."""
    return list(screen.get(kind))


def bare(cell: Any) -> str:
    """A cell without the marks that keep it on one line or make it bold."""
    return re.sub("[\u2060*]", "", str(cell)).replace("\u00a0", " ")


def table(screen: AppTest, number: int) -> list[list[str]]:
    return [[bare(cell) for cell in row] for row in screen.table[number].value.to_numpy().tolist()]


def test_a_project_without_answers_says_which_to_give_first(desk: Desk) -> None:
    desk.visit("cost", create_project(desk.actor, "Nordics"))
    assert words(desk, "cost.missing_title") in desk.text
    for question in ("channels", "contacts_month", "languages_share", "coverage"):
        assert question_wording(desk.actor.language, question) in desk.text
    assert not desk.screen.table
    desk.screen.button(key="answer").click()
    desk.run()
    assert words(desk, "cost.missing_title") not in desk.text


# The worked example: rate, month on paid hours, month on productive hours, per contact, in yuan at 8.20.
# Yuan are of the reading the rates are taken for: paid hours, 13,580.357 x 8.2 = 111,358.9 and so on.
REGIONS = [
    [
        "10 – 14 – 18",
        "13,580 – 19,013 – 24,445",
        "9,506 – 13,309 – 17,111",
        "3.17 / 2.22",
        "111,359 – 155,903 – 200,446",
    ],
    [
        "15 – 18.5 – 22",
        "20,371 – 25,124 – 29,877",
        "14,259 – 17,587 – 20,914",
        "4.19 / 2.93",
        "167,038 – 206,014 – 244,990",
    ],
    [
        "25 – 30 – 35",
        "33,951 – 40,741 – 47,531",
        "23,766 – 28,519 – 33,272",
        "6.79 / 4.75",
        "278,397 – 334,077 – 389,756",
    ],
]


def test_every_figure_by_region_is_that_of_the_worked_example(desk: Desk) -> None:
    screen = desk.visit("cost", open_sample(desk.actor))
    rows = table(screen, 0)
    assert [row[1:6] for row in rows] == REGIONS
    for line, row in zip(("L108", "L109", "L110"), rows, strict=True):
        assert line in row[6]
        assert words(desk, "source.kind.article") in row[6]


def test_every_hour_of_the_groups_is_that_of_the_worked_example(desk: Desk) -> None:
    """Workload 325, 227.5, 97.5 h; ÷ 0.8; each group open 260 h; the larger counts; 138.1 h are waiting."""
    screen = desk.visit("cost", open_sample(desk.actor), view="people")
    shown = {tuple(float(cell.replace(",", "")) for cell in row[1:]) for row in table(screen, 0)}
    assert shown == {
        (325.0, 406.25, 260.0, 406.25, 0.0),
        (227.5, 284.375, 260.0, 284.375, 0.0),
        (97.5, 121.875, 260.0, 260.0, 138.125),
    }


def test_the_reading_of_the_rate_changes_the_figures(desk: Desk) -> None:
    screen = desk.visit("cost", open_sample(desk.actor))
    currency = "€{}" if desk.actor.language == "en" else "{}\u00a0欧元"
    assert screen.metric[0].value == currency.format("19,013")
    # By formula 19,036 to 33,129, around a budget of 20,000; drawn with the hours of planning by the hour, above it.
    assert words(desk, "cost.over_budget") in desk.text
    screen.segmented_control(key="basis").set_value("productive_hour")
    desk.run()
    assert desk.screen.metric[0].value == currency.format("13,309")
    # A normal month takes at most 17,111. The first year takes 18,792 at 14 EUR and 1,204.64 h x 1.03 = 1,240.78 per
    # euro of the rate: 13,829 at 10 EUR, 23,755 at 18 EUR, around a budget of 20,000; the draws lie above it.
    assert words(desk, "cost.over_budget") in desk.text
    assert words(desk, "cost.within_budget") not in desk.text
    assert money_in_sentence(desk.actor.language, 18_792, "EUR") in desk.text
    assert [row[1:6] for row in table(desk.screen, 0)] == REGIONS, "the table always shows both"


def test_the_reasons_hold_the_deciding_figures(desk: Desk) -> None:
    """1 - 19,012.5 / 25,123.66 = 24 %; 950.6 - 812.5 = 138 h; 1 - 950.6 / 1,365 = 30 %; 1 / 0.7 - 1 = 43 %."""
    desk.visit("cost", open_sample(desk.actor))
    (reasons,) = [text for text in desk.text.split("\n## ") if "24%" in text]
    for figure in ("24%", "138", "951", "30%", "43%"):
        assert figure in reasons


def test_findings_are_shown_as_sentences(desk: Desk) -> None:
    project = open_sample(desk.actor)
    screen = desk.visit("cost", project)
    made = estimate_record(read_requirements(desk.actor, project).record)
    assert len(made.findings) == 5
    (warning,) = screen.warning
    for finding in made.findings:
        assert finding_sentence(desk.actor.language, finding) in warning.value


def test_without_an_exchange_rate_there_is_no_column_in_yuan(desk: Desk) -> None:
    project = open_sample(desk.actor)
    save_answer(desk.actor, project, "fx_date", None)
    screen = desk.visit("cost", project)
    headings = [bare(heading) for heading in screen.table[0].value.columns]
    assert len(headings) == 6
    assert words(desk, "cost.col_cny") not in headings


def test_a_peak_month_is_explained(desk: Desk) -> None:
    """Twice the volume takes 1,641.25 h, 1.73 times a normal month's 950.6 h."""
    desk.visit("cost", open_sample(desk.actor), view="people")
    (peak,) = [element.value for element in desk.screen.markdown if "1.73" in element.value]
    assert "1,641" in peak
    assert "691" in peak


def test_buttons_lead_on_and_back(desk: Desk) -> None:
    project = open_sample(desk.actor)
    screen = desk.visit("cost", project)
    assert any(bare(words(desk, "cost.next")) in bare(button.label) for button in screen.button)
    labels = [button.label for button in elements(screen, "download_button")]
    assert [
        words(desk, key) in label for key, label in zip(("cost.export", "cost.brief"), labels, strict=True)
    ] == [
        True,
        True,
    ]


def test_no_project_and_somebody_elses_project_are_one_sentence(desk: Desk) -> None:
    for project, code in (("", "projects.none_chosen"), ("0" * 32, "accounts.not_found")):
        screen = desk.visit("cost", project)
        assert [error.value for error in screen.error] == [words(desk, code)]
        assert not screen.table


@pytest.mark.parametrize("desk", ["zh"], indirect=True)
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_speaks_chinese_to_the_chinese(desk: Desk, view: str) -> None:
    screen = desk.visit("cost", open_sample(desk.actor), view=view)
    texts = [element.value for kind in ("markdown", "warning", "info") for element in elements(screen, kind)]
    for shown in screen.table:
        texts += [bare(cell) for row in shown.value.to_numpy().tolist() for cell in row]
        texts += [bare(heading) for heading in shown.value.columns]
    texts += [button.label for button in screen.button]
    signs = r":material/\w+:|:[a-z]+(-badge)?\["
    latin = {word for text in texts for word in re.findall(r"[A-Za-z]{4,}", re.sub(signs, "", text))}
    assert latin <= LATIN
