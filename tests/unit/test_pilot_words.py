import re
from pathlib import Path

import pytest

from domain.pilot import decide, scorecard, verdict
from tickets import measure
from words import has

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [*(ROOT / "domain" / "pilot").glob("*.py"), *(ROOT / "tickets").glob("*.py")]
TEXT = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)


def _raised(pattern: str) -> set[str]:
    found = set(re.findall(pattern, TEXT))
    assert found
    return found


@pytest.mark.parametrize(
    ("pattern", "prefix"),
    [
        (r'DomainError\(\s*"([a-z_.]+)"', ""),
        (r'Finding\(\s*"([a-z_.]+)"', ""),
        (r'NotAssessed\(\s*"([a-z_.]+)"', "not_assessed."),
        (r'Ground\(\s*"([a-z_.]+)"', "pilot.ground."),
        (r'RejectedError\(\s*"([a-z_.]+)"', "tickets.row."),
    ],
)
def test_every_code_that_is_raised_has_words_in_both_languages(pattern: str, prefix: str) -> None:
    assert [code for code in sorted(_raised(pattern)) if not has(prefix + code)] == []


def test_every_reason_of_an_unreadable_cell_has_words_for_rows_and_for_cells() -> None:
    times = {"time_unreadable", "time_skipped", "date_ambiguous", "year_outside"}
    assert _raised(r'UnreadableError\("([a-z_]+)"\)') == times | {"number_unreadable"}
    for reason in times:
        assert has(f"tickets.row.{reason}")
        assert has(f"tickets.cell.{reason}")
    for reason in ("flag_unknown", "number_unreadable", "time_before_start", "duration_too_long"):
        assert has(f"tickets.cell.{reason}")


def test_every_gap_a_measurement_can_have_has_words() -> None:
    assert all(has(f"not_assessed.{reason}") for reason in measure._NO_CASE.values())


def test_every_status_verdict_and_exclusion_has_words() -> None:
    for status in decide.Status.__args__:  # type: ignore[attr-defined]  # a Literal lists its choices
        assert has(f"pilot.status.{status}")
    for reached in verdict.Verdict.__args__:  # type: ignore[attr-defined]  # see above
        assert has(f"pilot.verdict.{reached}")
    for gate in scorecard.GateStatus.__args__:  # type: ignore[attr-defined]  # see above
        assert has(f"pilot.gate_status.{gate}")
    for reason in ("outside_window", "spam", "merged", "bot_only", "short_abandon"):
        assert has(f"tickets.excluded.{reason}")
