"""The table of pages."""

from pathlib import Path

import pytest

from domain.shared.people import Role
from ui.places import PLACES, open_to, script_path
from words import has

PAGES = Path(__file__).resolve().parents[2] / "pages"


def test_every_script_of_a_page_is_one_place() -> None:
    scripts = [script_path(place) for place in PLACES.values()]
    assert sorted(scripts) == sorted(PAGES.glob("*/*.py"))


def test_every_place_has_its_words_and_an_address_of_its_own() -> None:
    assert all(has(place.word) for place in PLACES.values())
    # Streamlit takes one segment.
    assert not any("/" in place.id for place in PLACES.values())


@pytest.mark.parametrize(
    ("role", "arrives", "closed"),
    [
        (Role.ADMIN, "home", {"inbox"}),
        (Role.MERCHANT, "home", {"inbox", "people"}),
        (Role.LEGAL, "home", {"inbox", "people"}),
        (Role.VENDOR, "inbox", set(PLACES) - {"inbox", "password"}),
    ],
)
def test_each_role_arrives_at_its_own_place_and_finds_the_others_closed(
    role: Role, arrives: str, closed: set[str]
) -> None:
    places = [place.id for place in open_to(role)]
    assert places[0] == arrives
    assert set(PLACES) - {place.id for place in PLACES.values() if role in place.roles} == closed
    assert not closed & set(places)


def test_a_link_carries_its_question() -> None:
    assert PLACES["cost"].href(project="7") == "/cost?project=7"
    assert PLACES["home"].href() == "/"
