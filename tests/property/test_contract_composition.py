"""Whatever the case, a contract is numbered without gaps, passes its own checks and prints values as given."""

import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.contract.checks import check_agreement
from domain.contract.draft import build_draft
from domain.shared.paper import Form
from tests.contract_case import NO_SOURCES, agreement, case, library, lines, rules

SEATS = st.sampled_from([("CN", "CN"), ("CN", "PL"), ("CN", "RS"), ("DE", "PL"), ("DE", "CN")])
CHANNELS = st.lists(
    st.sampled_from(["email", "marketplace", "chat", "phone", "social", "form"]), min_size=1, unique=True
)
FLAGS = [
    "eu_establishment",
    "has_peak",
    "returns_handled",
    "replaces_team",
    "bots_planned",
    "recording_planned",
    "monitoring_planned",
    "pilot_before_contract",
]
OPTIONAL = sorted(p.clause.id for p in library().packages if p.clause.tier == "recommended")


@given(
    seats=SEATS,
    channels=CHANNELS,
    flags=st.fixed_dictionaries({name: st.booleans() for name in FLAGS}),
    forum=st.sampled_from(["arbitration", "court"]),
    left_out=st.lists(st.sampled_from(OPTIONAL), unique=True),
)
@settings(max_examples=60, deadline=None)
def test_no_case_breaks_the_numbers(
    seats: tuple[str, str], channels: list[str], flags: dict[str, bool], forum: str, left_out: list[str]
) -> None:
    merchant, vendor = seats
    made = agreement(
        case(vendor, merchant, **flags),
        prefills={"requirements.channels": channels},
        typed={"forum": forum},
        left_out=tuple(left_out),
    )
    assert [article.number for article in made.articles] == list(range(1, len(made.articles) + 1))
    assert [annex.number for annex in made.annexes] == list(range(1, len(made.annexes) + 1))
    for article in made.articles:
        numbers = [paragraph.number for paragraph in article.paragraphs]
        assert numbers == [f"{article.number}.{place}" for place in range(1, len(numbers) + 1)]
        assert numbers
        for paragraph in article.paragraphs:
            assert not re.search(r"[{}【】]|_{3,}", paragraph.text("zh") + paragraph.text("en"))
    found = check_agreement(made, rules())
    assert [finding for finding in found if finding.severity == "blocker"] == []
    assert [finding for finding in found if finding.code == "contract.finding.must_missing"] == []


PRINTABLE = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn", "Co"]), min_size=1, max_size=40
).filter(lambda text: bool(text.strip()))


@given(name=PRINTABLE, form=st.sampled_from(["zh", "en", "bilingual"]))
@settings(max_examples=40, deadline=None)
def test_a_value_with_any_characters_is_printed_unchanged(name: str, form: Form) -> None:
    made = agreement(typed={"vendor_name": name})
    printed = "".join(lines(build_draft(form, made, NO_SOURCES)))
    assert name.strip() in printed
    assert all(unicodedata.category(sign) != "Cc" for sign in printed)
