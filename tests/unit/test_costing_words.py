"""Every refusal, finding and total of costing can be said in both languages."""

import re
from pathlib import Path
from string import Formatter

import pytest

import words
from domain.costing.workload import NO_CONTACTS

FOLDER = Path(__file__).resolve().parents[2] / "domain" / "costing"
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.py")))
GAPS = set(re.findall(r'NotAssessed\(\s*"(costing\.\w+)"', SOURCE))
CODES = sorted(set(re.findall(r'"(costing\.\w+)"', SOURCE)) - GAPS)


def placeholders(language: words.Language, key: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words.table(language)[key]) if name}


@pytest.mark.parametrize("code", CODES)
def test_a_code_has_a_sentence_in_both_languages_with_the_same_values(code: str) -> None:
    assert words.has(code)
    assert placeholders("zh", code) == placeholders("en", code)
    # Every value a sentence asks for is given where the code is raised.
    assert all(re.search(rf'\b{name}=|"{name}":', SOURCE) for name in placeholders("en", code))


def test_there_are_codes_to_check() -> None:
    assert "costing.occupancy_outside" in CODES
    assert "costing.shared_desk_advised" in CODES


@pytest.mark.parametrize("gap", sorted(GAPS))
def test_every_gap_has_a_reason_in_words(gap: str) -> None:
    assert words.has(f"not_assessed.{gap}")


def test_there_are_gaps_to_check() -> None:
    assert NO_CONTACTS.reason in GAPS


def test_a_refusal_reads_as_one_sentence_that_says_how_to_mend_it() -> None:
    assert words.say("en", "costing.aht_missing", channel="chat") == (
        "The channel chat has contacts but no handling time. Enter its mean handling time in seconds."
    )
    assert words.say("zh", "costing.language_shares_short", total_percent="90", missed_percent="10") == (
        "各语言占比合计为 90%，还差 10%。请补足到 100%。"
    )
