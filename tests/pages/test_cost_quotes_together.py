"""Two people of one organisation correct the same quote."""

from dataclasses import replace
from decimal import Decimal

from services.costing_quotes import add_quote, change_quote, list_quotes
from services.samples import open_sample
from tests.colleagues_case import colleague_of
from tests.quote_case import A_QUOTE
from tests.requirements_case import Desk, words


def test_what_a_colleague_changed_meanwhile_is_never_overwritten(desk: Desk) -> None:
    made = add_quote(desk.actor, A_QUOTE)
    screen = desk.visit("quotes", open_sample(desk.actor))
    screen.button(key=f"correct_{made}").click()
    desk.run()
    agreed = replace(A_QUOTE, base=Decimal(18), note="Agreed by phone.")
    change_quote(colleague_of(desk.actor, "mei"), made, agreed, version=1)
    # Any press in between draws the page anew, with the price of the colleague.
    desk.run()
    stem = f"quote_field_{made}_0"
    desk.screen.number_input(key=f"{stem}_high").set_value(20.0)
    desk.screen.button(key=f"{stem}_keep").click()
    desk.run()
    assert [said for said in desk.problems if words(desk, "accounts.overtaken") in said]
    assert desk.screen.number_input(key=f"{stem}_high").value == 20.0, "what was typed stays"
    assert [view.quote for view in list_quotes(desk.actor)] == [agreed]
    # Opened again it begins with what the colleague agreed, and can be corrected.
    for _ in ("closed", "opened"):
        desk.screen.button(key=f"correct_{made}").click()
        desk.run()
    assert desk.screen.number_input(key=f"{stem}_base").value == 18.0
    desk.screen.number_input(key=f"{stem}_high").set_value(20.0)
    desk.screen.button(key=f"{stem}_keep").click()
    desk.run()
    assert [view.quote for view in list_quotes(desk.actor)] == [replace(agreed, high=Decimal(20))]
