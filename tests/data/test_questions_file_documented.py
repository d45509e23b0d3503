"""The description of the requirements file is complete, and its example is a file one can read."""

import re
import tomllib
from pathlib import Path
from typing import get_args

from domain.requirements.questions import Kind
from services.requirements import from_file

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "requirements-file.md").read_text(encoding="utf-8")


def test_every_kind_of_answer_is_described() -> None:
    rows = re.findall(r"^\| (`.+?) \|", TEXT, flags=re.MULTILINE)
    described = {kind for row in rows for kind in re.findall(r"`(\w+)`", row)}
    assert described == set(get_args(Kind))


def test_the_example_is_read_as_it_is_written() -> None:
    example = re.search(r"```toml\n(.+?)```", TEXT, flags=re.DOTALL)
    assert example is not None
    name, record = from_file(tomllib.loads(example[1]))
    assert name == "Winter project"
    assert record.origin("occupancy") == "default"
    assert record.origin("standard_reply_h") == "pack:ebay"
    # 3,300 e-mails at 60 and 40 %; 600 calls with a mix of their own, 70 and 30 %.
    demand = record.demand()
    assert demand is not None
    assert demand["email"] == {"de": 1980, "fr": 1320}
    assert {language: round(count) for language, count in demand["phone"].items()} == {"de": 420, "en": 180}
    assert set(record.value("coverage_by_market")) == {"GB"}
