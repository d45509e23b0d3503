"""Filling in what platforms ask: origin kept, people's answers left alone."""

import pytest

from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from services.catalog import catalog
from services.projects import create_project
from services.requirements import (
    accept_default,
    from_file,
    read_requirements,
    save_answer,
    set_aside,
)
from services.requirements_packs import (
    answers_of_pack,
    apply_pack,
    packs_of,
    preview_pack,
    take_back_pack,
)

BOOK = catalog().book
DAILY_8_23 = {day: [["08:00", "23:00"]] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}


@pytest.fixture
def project(admin: Actor) -> str:
    made = create_project(admin, "Two platforms")
    save_answer(admin, made, "platforms", ["taobao_tmall", "jd", "ebay"])
    save_answer(admin, made, "channels", ["chat"])
    return made


def test_a_pack_answers_what_nobody_has_answered_and_says_so(admin: Actor, project: str) -> None:
    filled = apply_pack(admin, project, "taobao_tmall")
    record = read_requirements(admin, project).record
    assert {change.question for change in filled} == {"chat_reply_s", "weekend", "time_zone", "coverage"}
    assert record.value("coverage") == DAILY_8_23
    assert record.value("chat_reply_s") == 180
    assert record.origin("chat_reply_s") == "pack:taobao_tmall"
    assert "chat_reply_s" in answers_of_pack(record, "taobao_tmall")


def test_what_a_person_typed_stays_and_is_shown_beforehand(admin: Actor, project: str) -> None:
    save_answer(admin, project, "chat_reply_s", 60)
    set_aside(admin, project, "weekend", "later")
    record = read_requirements(admin, project).record
    kept = {change.question for change in preview_pack(record, "taobao_tmall") if change.kept}
    assert kept == {"chat_reply_s", "weekend"}
    apply_pack(admin, project, "taobao_tmall")
    after = read_requirements(admin, project)
    assert after.record.value("chat_reply_s") == 60
    assert after.set_aside("weekend") == "later"


def test_an_accepted_default_gives_way_and_another_pack_does_not(admin: Actor, project: str) -> None:
    accept_default(admin, project, "chat_reply_s")
    apply_pack(admin, project, "jd")
    assert read_requirements(admin, project).record.value("chat_reply_s") == 30
    apply_pack(admin, project, "taobao_tmall")
    record = read_requirements(admin, project).record
    assert record.origin("coverage") == "pack:jd"
    assert record.value("coverage")["mon"] == [["09:00", "23:00"]]


def test_a_value_of_a_pack_becomes_ones_own_when_it_is_typed(admin: Actor, project: str) -> None:
    apply_pack(admin, project, "ebay")
    save_answer(admin, project, "high_value_reply_h", 12)
    record = read_requirements(admin, project).record
    assert record.origin("high_value_reply_h") == "typed"
    assert record.origin("standard_reply_h") == "pack:ebay"


def test_filling_in_twice_changes_nothing(admin: Actor, project: str) -> None:
    apply_pack(admin, project, "ebay")
    entries = read_requirements(admin, project).entries
    assert apply_pack(admin, project, "ebay") == ()
    assert read_requirements(admin, project).entries == entries


def test_a_platform_the_merchant_does_not_sell_on_fills_in_nothing(admin: Actor, project: str) -> None:
    assert set(packs_of(read_requirements(admin, project).record)) == {"ebay", "taobao_tmall", "jd"}
    with pytest.raises(DomainError) as refusal:
        apply_pack(admin, project, "amazon")
    assert refusal.value.code == "requirements.pack_unknown"


def test_the_origin_survives_the_file() -> None:
    file = {
        "kind": "kefu.requirements",
        "version": 1,
        "name": "Shop",
        "answers": {"standard_reply_h": 12},
        "origins": {"standard_reply_h": "pack:tiktok_shop"},
    }
    assert from_file(file)[1].origin("standard_reply_h") == "pack:tiktok_shop"
    with pytest.raises(DomainError) as refusal:
        from_file({**file, "origins": {"standard_reply_h": "pack:corner_shop"}})
    assert refusal.value.code == "requirements.file.origin"


def test_an_origin_that_a_file_claims_and_nothing_gives_is_that_of_a_file() -> None:
    # eBay asks nothing of 70 hours, 31 % is nobody's default; "invented" needs no proof.
    claims = {
        "standard_reply_h": (70, "pack:ebay", "import"),
        "reserve_share": (0.31, "default", "import"),
        "absence_share": (0.07, "sample", "sample"),
        "core_share": (0.25, "typed", "typed"),
        "fcr_target": (0.6, "import", "import"),
    }
    file = {
        "kind": "kefu.requirements",
        "version": 1,
        "name": "Shop",
        "answers": {question: value for question, (value, _, _) in claims.items()},
        "origins": {question: claimed for question, (_, claimed, _) in claims.items()},
    }
    record = from_file(file)[1]
    assert {name: record.origin(name) for name in claims} == {name: each[2] for name, each in claims.items()}
    # What is claimed and true stays: the default of a question, and what a pack fills in for these markets.
    default = BOOK.questions["reserve_share"].default
    true = {"reserve_share": default, "markets": ["US"], "standard_reply_h": 24}
    told = {"reserve_share": "default", "standard_reply_h": "pack:tiktok_shop"}
    record = from_file({**file, "answers": true, "origins": told})[1]
    assert {name: record.origin(name) for name in told} == told
    # In Germany the same platform asks for 12 hours.
    record = from_file({**file, "answers": {**true, "markets": ["DE"]}, "origins": told})[1]
    assert record.origin("standard_reply_h") == "import"


def test_defaults_of_mainland_china_are_accepted_as_they_are_shown(admin: Actor, project: str) -> None:
    save_answer(admin, project, "markets", ["CN"])
    accept_default(admin, project, "chat_concurrency")
    assert read_requirements(admin, project).record.value("chat_concurrency") == 3


def test_what_a_pack_gave_is_taken_back_but_for_what_was_typed_since(admin: Actor, project: str) -> None:
    apply_pack(admin, project, "taobao_tmall")
    save_answer(admin, project, "chat_reply_s", 90)
    taken = take_back_pack(admin, project, "taobao_tmall")
    assert set(taken) == {"weekend", "time_zone", "coverage"}
    record = read_requirements(admin, project).record
    assert (record.value("chat_reply_s"), record.value("time_zone")) == (90, None)
    assert answers_of_pack(record, "taobao_tmall") == ()


def test_taking_one_pack_back_leaves_the_other(admin: Actor, project: str) -> None:
    apply_pack(admin, project, "jd")
    assert take_back_pack(admin, project, "taobao_tmall") == ()
    assert answers_of_pack(read_requirements(admin, project).record, "jd")
