"""The published schema is the one that today's questions make; `make golden` writes it anew."""

import pytest

from catalog.questions import load_questions
from domain.requirements.schema import requirements_schema
from services.json_files import as_json
from tests.portal_server import ROOT

PUBLISHED = ROOT / "docs" / "requirements.schema.json"


def test_the_published_schema_is_current(request: pytest.FixtureRequest) -> None:
    made = as_json(requirements_schema(load_questions())).decode()
    if request.config.getoption("--write-golden"):
        PUBLISHED.write_text(made, encoding="utf-8")
    assert made == PUBLISHED.read_text(encoding="utf-8"), (
        "the questions changed: `make golden`, read the diff"
    )
