"""`kefu rfp` as a person at a terminal meets it: the files of each sample, both editions, one sentence per mistake."""

from pathlib import Path

import pytest

from services.samples import SAMPLES
from tests.cli_case import Kefu, read
from tests.portal_server import ROOT


def requirements(sample: str) -> Path:
    return ROOT / "data" / "samples" / sample / "requirements.toml"


@pytest.mark.parametrize(("sample", "form"), list(zip(SAMPLES, ("bilingual", "zh", "en"), strict=True)))
def test_each_sample_gives_its_four_files(kefu: Kefu, tmp_path: Path, sample: str, form: str) -> None:
    told = kefu("rfp", requirements(sample), "--language", form, "--out", tmp_path)
    assert told.code == 0
    names = {f"rfp.{form}.docx", f"rfp.{form}.pdf", f"rfp.answers.{form}.xlsx", "rfp.json"}
    assert set(told.json["files"]) == names == {path.name for path in tmp_path.iterdir()}
    made = read(tmp_path / "rfp.json")
    assert (made["kind"], made["version"], made["anonymous"]) == ("kefu.request", 1, False)
    numbered = [item for part in made["parts"] for item in part["items"] if "number" in item]
    assert len(numbered) == told.json["asked"]


def test_the_anonymous_edition_is_named_and_filled_without_the_buyer(kefu: Kefu, tmp_path: Path) -> None:
    told = kefu("rfp", requirements("shenzhen-eu"), "--language", "en", "--out", tmp_path, "--anonymous")
    assert told.json["anonymous"] is True
    assert all(name.startswith("rfp.anonymous") for name in told.json["files"])
    text = (tmp_path / "rfp.anonymous.json").read_text(encoding="utf-8").lower()
    for secret in ("imaginary", "虚构家居", "procurement, mr chen"):
        assert secret not in text
    # The buyer's country is no secret: the law depends on it.
    assert read(tmp_path / "rfp.anonymous.json")["figures"]["answers"]["merchant_country"] == "CN"


def test_the_anonymous_edition_lists_what_it_replaces(kefu: Kefu, tmp_path: Path) -> None:
    told = kefu("rfp", requirements("shenzhen-eu"), "--language", "en", "--out", tmp_path, "--anonymous")
    assert any("imaginary" in each.lower() for each in told.json["replaced"])
    named = kefu("rfp", requirements("shenzhen-eu"), "--language", "en", "--out", tmp_path)
    assert "replaced" not in named.json


def test_what_blocks_the_requirements_is_reported_with_the_files(kefu: Kefu, tmp_path: Path) -> None:
    file = tmp_path / "case.toml"
    text = requirements("shenzhen-eu").read_text(encoding="utf-8")
    file.write_text(text.replace("standard_reply_h = 24", "standard_reply_h = 3"), encoding="utf-8")
    told = kefu("rfp", file, "--language", "en", "--out", tmp_path / "out")
    found = {(each["code"], each["severity"]) for each in told.json["findings"]}
    assert ("requirements.check.high_value_slower", "blocker") in found
    assert ("requirements.check.target_out_of_reach", "warning") in found


def test_a_request_without_any_contacts_is_written_with_a_warning(kefu: Kefu, tmp_path: Path) -> None:
    file = tmp_path / "case.toml"
    lines = requirements("shenzhen-eu").read_text(encoding="utf-8").splitlines()
    none = "contacts_month = { email = 0, marketplace = 0, chat = 0, phone = 0 }"
    changed = [none if line.startswith("contacts_month =") else line for line in lines]
    file.write_text("\n".join(changed), encoding="utf-8")
    told = kefu("rfp", file, "--language", "en", "--out", tmp_path / "out")
    assert told.code == 0
    found = [(each["code"], each["severity"], each["place"]) for each in told.json["findings"]]
    assert ("requirements.check.no_contacts_at_all", "warning", "contacts_month") in found


def test_a_letter_no_font_has_costs_the_pdf_alone(kefu: Kefu, tmp_path: Path) -> None:
    file = tmp_path / "case.toml"
    text = requirements("shenzhen-eu").read_text(encoding="utf-8")
    file.write_text(text.replace('merchant_name = "', 'merchant_name = "\U0001f600 '), encoding="utf-8")
    told = kefu("rfp", file, "--language", "en", "--out", tmp_path / "out")
    assert told.code == 0
    assert list(told.json["absent"]) == ["rfp.en.pdf"]
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"rfp.en.docx", "rfp.answers.en.xlsx", "rfp.json"}


def test_the_worked_example_stands_in_the_figures(kefu: Kefu, tmp_path: Path) -> None:
    kefu("rfp", requirements("shenzhen-eu"), "--language", "en", "--out", tmp_path)
    figures = read(tmp_path / "rfp.json")["figures"]
    hours = {channel: line["hours_month"] for channel, line in figures["handling"].items()}
    assert hours == pytest.approx({"email": 385, "marketplace": 50, "chat": 150, "phone": 65})


def test_without_volumes_nothing_is_written(kefu: Kefu, tmp_path: Path) -> None:
    file = tmp_path / "case.toml"
    file.write_text('kind = "kefu.requirements"\nversion = 1\nname = "x"\n[answers]\nchannels = ["email"]\n')
    told = kefu("rfp", file, "--language", "en", "--out", tmp_path / "out")
    assert told.code == 2
    assert "case.toml" in told.err
    assert not (tmp_path / "out").exists()
