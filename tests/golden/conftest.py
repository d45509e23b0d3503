"""Golden files: what a reader must go on seeing, compared word for word; `make golden` writes them anew."""

from collections.abc import Callable
from pathlib import Path

import pytest

import cli
from tests.cli_case import Kefu, Ran

FILES = Path(__file__).parent / "files"
Golden = Callable[[str, str], None]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with its golden file, or write the file anew when asked to; then read the diff."""
    write: bool = request.config.getoption("--write-golden")

    def compare(name: str, made: str) -> None:
        path = FILES / name
        if write:
            FILES.mkdir(exist_ok=True)
            path.write_text(made, encoding="utf-8")
        assert made == path.read_text(encoding="utf-8"), f"{name} changed: `make golden`, then read the diff"

    return compare


@pytest.fixture
def kefu(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Kefu:
    """Run `kefu` in this process."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")

    def run(*words: str | Path) -> Ran:
        monkeypatch.setattr("sys.argv", ["kefu", *map(str, words)])
        capsys.readouterr()
        try:
            code = cli.main()
        except SystemExit as ended:
            code = int(ended.code or 0)
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return run
