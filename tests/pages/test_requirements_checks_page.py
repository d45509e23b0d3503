"""What the checks find stands beside the questions: the sentence, its source, and the way to the question."""

from services.catalog import catalog
from services.requirements import save_answer
from services.samples import open_sample
from tests.requirements_case import Desk
from words import say


def test_a_finding_says_what_to_change_where_it_comes_from_and_leads_to_its_question(desk: Desk) -> None:
    project = open_sample(desk.actor)
    language = desk.actor.language
    desk.open(project, "company")
    assert "53%" in desk.text
    formula = {"zh": "旺季工时 ÷ 平时工时 − 1 − 储备", "en": "hours of a peak ÷ normal hours − 1 − reserve"}
    assert f"{say(language, 'source.kind.computed')} · {formula[language]}" in desk.text.replace("\\", "")
    # It is the last of the notes.
    *_, last = [button for button in desk.screen.button if str(button.key).startswith("to_note_")]
    last.click()
    desk.run()
    assert desk.screen.query_params["section"] == "people"


def test_a_finding_of_law_names_the_article(desk: Desk) -> None:
    project = open_sample(desk.actor)
    save_answer(desk.actor, project, "eu_representative", None)
    desk.open(project, "company")
    gdpr = catalog().sources["gdpr"].title[desk.actor.language]
    assert f"{gdpr} · 27" in desk.text.replace("\\", "")


def test_a_settled_finding_goes_and_a_contradiction_stands_as_a_blocker(desk: Desk) -> None:
    project = open_sample(desk.actor)
    save_answer(desk.actor, project, "extra_staff_priced", True)
    desk.open(project, "people")
    assert "53%" not in desk.text
    save_answer(desk.actor, project, "standard_reply_h", 3)
    desk.open(project, "standards")
    sentence = say(desk.actor.language, "requirements.check.high_value_slower", special="12", standard="3")
    (marked,) = [text for text in desk.problems if sentence in text.replace("\\", "")]
    assert "red" in marked
