"""`kefu demo`: one real case through the whole chain, and the same again from its own files."""

import hashlib
import resource
import subprocess
import tomllib
from pathlib import Path

import pytest

from services.contract import ContractCase, draft
from services.costing import cost_json, estimate_record
from services.exchange import contract_files
from services.json_files import as_json
from services.requirements import from_file
from services.scoring import plan_from
from tests.cli_case import PLAN, REQUIREMENTS, TICKETS, Kefu, read
from tests.portal_server import KEFU

CONTRACT = {f"contract.{form}.{kind}" for form in ("zh", "en", "bilingual") for kind in ("docx", "pdf")}
# The promise for a plain machine; measured about 6 s of processor time.
MOST_SECONDS = 20


def _processor_seconds() -> float:
    """Of the programs that have ended; the clock on the wall also counts the tests that run beside this one."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """What the real command writes from somebody else's folder, and how long it took."""
    here = tmp_path_factory.mktemp("somewhere")
    began = _processor_seconds()
    done = subprocess.run(
        [*KEFU, "demo", "--out", "made/here"], cwd=here, capture_output=True, text=True, check=False
    )
    took = _processor_seconds() - began
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return here / "made" / "here", took


def test_the_demo_writes_the_whole_chain_in_time(demo: tuple[Path, float]) -> None:
    folder, took = demo
    assert {path.name for path in folder.iterdir()} == CONTRACT | {
        "requirements.json",
        "cost.json",
        "scorecard.json",
        "summary.json",
    }
    assert took < MOST_SECONDS


def test_the_summary_lists_every_file_truly_and_says_that_all_is_invented(demo: tuple[Path, float]) -> None:
    folder, _ = demo
    told = read(folder / "summary.json")
    assert told["synthetic"] is True
    assert told["files"] == {
        path.name: {
            "bytes": path.stat().st_size,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
        for path in folder.iterdir()
        if path.name != "summary.json"
    }


def test_the_files_of_the_demo_are_what_the_services_make(demo: tuple[Path, float]) -> None:
    folder, _ = demo
    _, record = from_file(tomllib.loads(REQUIREMENTS.read_text(encoding="utf-8")), sample=True)
    plan = plan_from(tomllib.loads(PLAN.read_text(encoding="utf-8")))
    estimate = estimate_record(record)
    assert (folder / "cost.json").read_bytes() == as_json(cost_json(estimate))
    made = contract_files(draft(ContractCase(record=record, estimate=estimate, plan=plan, typed={})))
    assert {name: (folder / name).read_bytes() for name in CONTRACT} == made


def test_the_demos_own_requirements_give_the_same_as_the_sample(demo: tuple[Path, float], kefu: Kefu) -> None:
    folder, _ = demo
    from_json = kefu("estimate", folder / "requirements.json", "--json")
    from_toml = kefu("estimate", REQUIREMENTS, "--json")
    assert from_json.code == from_toml.code == 0
    assert from_json.out == from_toml.out == (folder / "cost.json").read_text(encoding="utf-8")


def test_scoring_the_sample_gives_the_demos_scorecard(demo: tuple[Path, float], kefu: Kefu) -> None:
    ran = kefu("score", TICKETS, "--plan", PLAN, "--json")
    assert ran.code == 0
    assert ran.out == (demo[0] / "scorecard.json").read_text(encoding="utf-8")


def test_a_draft_from_toml_and_from_json_is_the_same_paper(
    demo: tuple[Path, float], kefu: Kefu, tmp_path: Path
) -> None:
    for name, file in (("toml", REQUIREMENTS), ("json", demo[0] / "requirements.json")):
        ran = kefu("draft", file, "--language", "zh", "--out", tmp_path / name)
        assert ran.code == 0
        assert set(ran.json) == {"files", "clauses", "blanks", "findings"}
        for written, told in ran.json["files"].items():
            content = (tmp_path / name / written).read_bytes()
            assert hashlib.sha256(content).hexdigest() == told["sha256"]
    assert {path.name for path in (tmp_path / "toml").iterdir()} == {"contract.zh.docx", "contract.zh.pdf"}
    for path in (tmp_path / "toml").iterdir():
        assert path.read_bytes() == (tmp_path / "json" / path.name).read_bytes()


def test_a_letter_no_font_has_costs_the_pdf_of_the_contract_alone(kefu: Kefu, tmp_path: Path) -> None:
    file = tmp_path / "case.toml"
    text = REQUIREMENTS.read_text(encoding="utf-8")
    file.write_text(text.replace('merchant_name = "', 'merchant_name = "\U0001f600 '), encoding="utf-8")
    ran = kefu("draft", file, "--language", "en", "--out", tmp_path / "out")
    assert ran.code == 0
    assert list(ran.json["absent"]) == ["contract.en.pdf"]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["contract.en.docx"]
    assert list(ran.json["files"]) == ["contract.en.docx"]


def test_a_draft_lists_what_blocks_the_requirements_before_its_open_terms(kefu: Kefu, tmp_path: Path) -> None:
    file = tmp_path / "case.toml"
    lines = REQUIREMENTS.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join(line for line in lines if not line.startswith("channels =")), encoding="utf-8")
    ran = kefu("draft", file, "--language", "en", "--out", tmp_path / "out")
    assert ran.code == 0
    first = ran.json["findings"][0]
    assert first == {"code": "requirements.check.missing", "severity": "blocker", "place": "channels"}


# --- keys
