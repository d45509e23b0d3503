"""The page Sources, run without a browser: both sections, filters, search, the card of a deep link."""

from collections.abc import Callable
from io import BytesIO

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from domain.shared.people import Actor
from services import accounts
from services.catalog import catalog
from services.sources import as_csv, as_xlsx
from tests.portal_server import ADMIN, PASSWORD, ROOT
from ui import guard
from ui.places import PLACES
from words import LANGUAGES, Language, say


@pytest.fixture
def open_sources(admin: Actor, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Open the page as if its address had been typed."""

    def open_(language: Language = "en", **query: str) -> AppTest:
        accounts.set_language(admin, language)
        _, known = accounts.sign_in(ADMIN, PASSWORD, "10.0.0.1")
        monkeypatch.setattr(guard, "login_id", lambda: known.login_id)
        screen = AppTest.from_file(str(ROOT / "ui" / "frame.py"), default_timeout=30).run()
        screen.switch_page(PLACES["sources"].script)
        for name, value in query.items():
            screen.query_params[name] = value
        return run(screen)

    return open_


def run(screen: AppTest) -> AppTest:
    screen.run()
    assert not screen.exception
    return screen


def text(screen: AppTest) -> str:
    return "\n".join(element.value for element in screen.markdown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_opens_with_every_number(open_sources: Callable[..., AppTest], language: Language) -> None:
    shown = open_sources(language).dataframe[0].value
    assert len(shown) > len(catalog().figures) + len(catalog().parameters)
    labels = set(shown[say(language, "sources_page.column.label")])
    assert {parameter.label[language] for parameter in catalog().parameters.values()} <= labels
    assert {figure.label[language] for figure in catalog().figures} <= labels


def test_trade_articles_law_and_our_own_judgement_look_different(
    open_sources: Callable[..., AppTest],
) -> None:
    kinds = set(open_sources().dataframe[0].value["Kind of source"])
    assert {"△ Trade article, unverified", "◇ Our own judgement", "§ Law"} <= kinds
    assert len({kind.split()[0] for kind in kinds}) == len(kinds)


def test_filters_leave_what_they_name(open_sources: Callable[..., AppTest]) -> None:
    screen = open_sources()
    screen.selectbox(key="sources_kind").set_value("article")
    shown = run(screen).dataframe[0].value
    assert set(shown["Kind of source"]) == {"△ Trade article, unverified"}
    screen.selectbox(key="sources_page").set_value("none")
    assert set(run(screen).dataframe[0].value["Used by"]) == {"not used for calculation"}


def test_a_search_that_finds_nothing_says_so_and_offers_no_export(
    open_sources: Callable[..., AppTest],
) -> None:
    screen = open_sources()
    screen.text_input(key="sources_numbers_search").set_value("no such figure anywhere")
    assert not run(screen).dataframe
    assert say("en", "sources_page.nothing") in text(screen)
    assert not screen.get("download_button")


def test_a_deep_link_opens_the_card_with_everything_that_names_the_source(
    open_sources: Callable[..., AppTest],
) -> None:
    screen = open_sources(source="gdpr")
    card, register = (table.value for table in screen.dataframe)
    assert catalog().sources["gdpr"].title.en.split(" (")[0] in text(screen)
    assert "27" in set(card["Where in it"])
    assert len(register) == len(catalog().sources)
    named = register.set_index("Title")["Named"]
    assert named[catalog().sources["gdpr"].title.en] == len(card)


def test_a_deep_link_to_no_source_opens_the_register(open_sources: Callable[..., AppTest]) -> None:
    screen = open_sources(source="nobody", section="sources")
    assert len(screen.dataframe) == 1
    assert screen.selectbox(key="sources_chosen").value is None


def test_the_export_holds_what_is_shown_with_its_head() -> None:
    rows = [{"What": "Shrinkage", "Value": "30%", "Usual": None}]
    assert as_csv(rows).decode("utf-8-sig").splitlines() == ["What,Value,Usual", "Shrinkage,30%,"]
    sheet = load_workbook(BytesIO(as_xlsx("Numbers", rows))).active
    assert [[cell.value for cell in row] for row in sheet] == [
        ["What", "Value", "Usual"],
        ["Shrinkage", "30%", None],
    ]
