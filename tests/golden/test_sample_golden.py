"""The cost of the sample, figure by figure and as it is said at a terminal, against files somebody has read.

The figures were checked by hand: 650 h of work / 0.80 = 812.5 productive hours; with the floor of the coverage
950.625; / 0.70 = 1,358.04 paid hours; x 14 EUR = 19,012.50; 950.625 x 14 EUR = 13,308.75.
"""

import os
import subprocess

import pytest

from domain.shared.rounding import round_half_up
from services.costing import cost_json, estimate_record
from services.json_files import as_json
from services.requirements import from_file
from services.samples import read_sample, sample_path
from tests.golden.conftest import Golden
from tests.portal_server import KEFU

_DIGITS = 6
# Two thousand lines that nobody would read: their own tests prove them.
_LEFT_OUT = ("from", "comparison", "uncertainty")


def _rounded(value: object) -> object:
    """Floats to six digits: what comes after differs between processors."""
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_rounded(part) for part in value]
    return float(round_half_up(value, _DIGITS)) if isinstance(value, float) else value


def test_the_cost_of_the_sample_is_what_was_read(golden: Golden) -> None:
    _, record = from_file(read_sample()[0], sample=True)
    cost = cost_json(estimate_record(record))
    read = {key: part for key, part in cost.items() if key not in _LEFT_OUT}
    golden("cost.json", as_json(_rounded(read)).decode())


@pytest.mark.parametrize(("language", "locale"), [("en", "en_GB.UTF-8"), ("zh", "zh_CN.UTF-8")])
def test_the_cost_is_said_at_a_terminal_as_it_was_read(golden: Golden, language: str, locale: str) -> None:
    done = subprocess.run(
        [*KEFU, "estimate", str(sample_path("shenzhen-eu", "requirements.toml"))],
        capture_output=True,
        check=True,
        env={**os.environ, "LC_ALL": locale},
    )
    golden(f"estimate.{language}.txt", done.stdout.decode("utf-8"))
