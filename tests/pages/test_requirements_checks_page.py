"""What the checks find stands beside the questions: the sentence, its source, and the way to the question."""

from services.requirements import save_answer
from services.samples import open_sample
from tests.requirements_case import Desk
from words import say


def test_a_finding_says_what_to_change_where_it_comes_from_and_leads_to_its_question(desk: Desk) -> None:
    project = open_sample(desk.actor)
    language = desk.actor.language
    desk.open(project, "company")
    assert "53%" in desk.text
    assert say(language, "source.kind.computed") in desk.text
    # Two targets beyond the hours of service stand before it.
    desk.screen.button(key="to_note_2").click()
    desk.run()
    assert desk.screen.query_params["section"] == "people"


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
