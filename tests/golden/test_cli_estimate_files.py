"""`kefu estimate --out`: the workbook, the brief and cost.json of each sample."""

from pathlib import Path

import pytest

from services.samples import SAMPLES
from tests.cli_case import Kefu, read
from tests.portal_server import ROOT
from tests.workbook_case import figures_by_name, values_by_name


def requirements(sample: str) -> Path:
    return ROOT / "data" / "samples" / sample / "requirements.toml"


@pytest.mark.parametrize(("sample", "language"), list(zip(SAMPLES, ("zh", "en", "zh"), strict=True)))
def test_each_sample_gives_its_three_files_with_the_same_figures(
    kefu: Kefu, tmp_path: Path, sample: str, language: str
) -> None:
    told = kefu("estimate", requirements(sample), "--language", language, "--out", tmp_path)
    assert told.code == 0
    names = {f"cost.{language}.xlsx", f"cost.{language}.pdf", "cost.json"}
    assert set(told.json["files"]) == names == {path.name for path in tmp_path.iterdir()}
    cost = read(tmp_path / "cost.json")
    assert cost == kefu("estimate", requirements(sample), "--json").json
    values = values_by_name((tmp_path / f"cost.{language}.xlsx").read_bytes())
    expected = figures_by_name(cost)
    assert {name: values[name] for name in expected} == pytest.approx(expected, rel=1e-9)
    assert (tmp_path / f"cost.{language}.pdf").read_bytes().startswith(b"%PDF-")


def test_a_file_nothing_can_be_calculated_from_writes_nothing(kefu: Kefu, tmp_path: Path) -> None:
    case = tmp_path / "case.toml"
    case.write_text('kind = "kefu.requirements"\nversion = 1\nname = "x"\n[answers]\noccupancy = 0.8\n')
    told = kefu("estimate", case, "--out", tmp_path / "made")
    assert told.code == 2
    assert "case.toml" in told.err
    assert not (tmp_path / "made").exists()
