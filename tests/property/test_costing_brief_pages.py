"""The cost brief has four pages: with twelve languages, day and night, a set-up fee, whatever way is advised."""

from datetime import date
from typing import Any

from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from documents.pages import lay_out
from services.costing_brief import brief_document
from services.costing_kept import costing_of
from services.requirements import from_file
from services.samples import read_sample
from words import LANGUAGES

# The promise to the manager who reads it (docs/decisions/cost-files.md).
PAGES = 4
SPOKEN = ("de", "fr", "es", "it", "nl", "pl", "pt", "sv", "da", "fi", "cs", "el")
ALL_DAY = [["00:00", "24:00"]]
OFFICE = [["09:00", "19:00"]]
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
TWELVE: dict[str, Any] = {"languages": 12, "contacts": {"email": 9000, "chat": 6000, "phone": 3000}}


def answers_with(
    *, languages: int, contacts: dict[str, int], all_day: bool, set_up: int, budget: int
) -> dict[str, Any]:
    """Answers of a merchant; shares of the languages add up to one exactly as percent."""
    each = 100 // languages
    shares = dict.fromkeys(SPOKEN[:languages], each)
    shares["de"] += 100 - each * languages
    return {
        "channels": list(contacts),
        "contacts_month": contacts,
        "aht_s": dict.fromkeys(contacts, 400),
        "languages_share": {code: percent / 100 for code, percent in shares.items()},
        "need_24_7": all_day,
        "coverage": dict.fromkeys(DAYS, ALL_DAY) if all_day else dict.fromkeys(DAYS[:6], OFFICE),
        "setup_fee": {"amount": str(set_up), "currency": "EUR"},
        "budget_month": {"amount": str(budget), "currency": "EUR"},
        "merchant_country": "CN",
        "holiday_calendar": "none",
    }


@given(
    languages=st.integers(1, 12),
    contacts=st.dictionaries(
        st.sampled_from(["email", "chat", "phone", "social", "marketplace"]),
        st.integers(50, 20_000),
        min_size=1,
    ),
    all_day=st.booleans(),
    set_up=st.sampled_from([0, 5_000]),
    budget=st.sampled_from([1_800, 20_000, 150_000]),
)
@example(**TWELVE, all_day=False, set_up=5_000, budget=1_800)
@example(**TWELVE, all_day=True, set_up=5_000, budget=150_000)
@example(**TWELVE, all_day=False, set_up=0, budget=20_000)
@settings(max_examples=12, deadline=None)
def test_it_has_four_pages_for_any_merchant(**case: Any) -> None:
    content = read_sample("shopify-two")[0]
    content["answers"] |= answers_with(**case)
    costing = costing_of(from_file(content, sample=True)[1])
    event(" ".join(costing.estimate.advice))
    for language in LANGUAGES:
        document = brief_document(costing, language, name="x" * 60, today=date(2026, 11, 23))
        assert len(lay_out(document)) == PAGES
