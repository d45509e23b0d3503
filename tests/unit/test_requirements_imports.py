"""What an import would change: what was touched, what is missing here, and nothing else."""

from typing import Any

from catalog.questions import load_questions
from domain.requirements.imports import Change, Given, changes
from domain.shared.contents import NOTHING, Content

BOOK = load_questions()
QUESTION = "occupancy"
OFFERED = {"default": {QUESTION: 0.8}, "pack:ebay": {QUESTION: 0.8}}


def change(content: Content, *, stored: Content = NOTHING, sent: Content | None = None) -> Change | None:
    """What a file would do to one question."""
    given = {QUESTION: Given(content=content, place="9 Cost!E5", sent=sent)}
    kept = {} if stored.is_nothing else {QUESTION: stored}
    found = changes(BOOK, given, kept, {QUESTION: 3} if kept else {}, OFFERED)
    return found[0] if found else None


def said(value: Any, **parts: Any) -> Content:
    return Content(value=value, **{"origin": "import", **parts})


def test_a_new_answer_is_imported_with_its_place_and_the_version_it_replaces() -> None:
    made = change(said(0.7), stored=Content(value=0.8))
    assert made == Change(
        question=QUESTION,
        before=Content(value=0.8),
        after=said(0.7),
        refusal=None,
        place="9 Cost!E5",
        overtaken=False,
        version=3,
    )
    fresh = change(said(0.7))
    assert fresh is not None
    assert (fresh.before, fresh.version) == (NOTHING, 0)


def test_the_same_answer_changes_nothing_wherever_it_came_from() -> None:
    assert change(said(0.8), stored=Content(value=0.8, origin="sample")) is None
    assert change(NOTHING) is None


def test_what_nobody_touched_never_replaces_a_newer_answer_but_fills_a_missing_one() -> None:
    sent = Content(value=0.8)
    assert change(sent, stored=Content(value=0.75), sent=sent) is None
    filled = change(sent, sent=sent)
    assert filled is not None
    assert (filled.after, filled.overtaken) == (said(0.8), False)


def test_a_change_made_here_since_the_form_was_sent_is_pointed_out() -> None:
    made = change(said(0.7), stored=Content(value=0.75), sent=Content(value=0.8))
    assert made is not None
    assert made.overtaken
    unchanged = change(said(0.7), stored=Content(value=0.8), sent=Content(value=0.8))
    assert unchanged is not None
    assert not unchanged.overtaken


def test_a_refused_answer_becomes_a_draft_with_its_refusal() -> None:
    made = change(said(7))
    assert made is not None
    assert made.after == said(7, state="draft")
    assert made.refusal is not None
    assert made.refusal.code == "answer.share_outside"


def test_no_answer_is_given_up_for_a_refused_or_an_older_one_without_being_asked() -> None:
    answer, newer = Content(value=0.8), Content(value=0.75)
    cases = (
        (change(said(0.7), stored=answer, sent=answer), True),
        (change(said(7), stored=answer, sent=answer), False),
        (change(said(0.7), stored=newer, sent=answer), False),
        (change(said(7)), True),
    )
    for made, proposed in cases:
        assert made is not None
        assert made.proposed is proposed


def test_a_cleared_answer_is_taken_away() -> None:
    made = change(NOTHING, stored=Content(value=0.8), sent=Content(value=0.8))
    assert made is not None
    assert made.after == NOTHING


def test_setting_aside_without_a_value_keeps_the_answer_there_was() -> None:
    made = change(said(None, state="later"), stored=Content(value=0.8))
    assert made is not None
    assert made.after == said(0.8, state="later")


def test_a_default_or_a_platforms_rule_stays_one_and_an_unknown_origin_is_an_import() -> None:
    for origin, kept in (
        ("default", "default"),
        ("pack:ebay", "pack:ebay"),
        ("typed", "import"),
        ("x", "import"),
    ):
        made = change(said(0.8, origin=origin))
        assert made is not None
        assert made.after.origin == kept


def test_an_answer_is_stored_in_its_one_plain_form() -> None:
    given = {"merchant_country": Given(content=said("uk"), place="x")}
    (made,) = changes(BOOK, given, {}, {}, {})
    assert made.after.value == "GB"


def test_an_answer_that_nobody_offered_was_imported_whatever_origin_it_claims() -> None:
    for origin in ("default", "pack:ebay", "pack:amazon"):
        made = change(said(0.5, origin=origin))
        assert made is not None
        assert made.after.origin == "import"
