"""The arrows that import-linter cannot see: scripts, single modules, page lengths, literal words."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "pages").rglob("*.py"))
MOST_PAGE_LINES = 80
MAY_IMPORT = {
    "pages": {"streamlit", "ui", "words", "services", "domain"},
    "portal.py": {"services", "ui", "words", "domain", "streamlit", "starlette", "anyio", "uvicorn"},
    "commands": {"commands", "services", "words", "domain", "typer"},
    "cli.py": {"portal", "commands", "services", "words", "domain", "typer", "click", "pydantic"},
}
STANDARD = set(__import__("sys").stdlib_module_names)


def _imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module.split(".")[0])
    return names - STANDARD


def test_no_script_lies_where_streamlit_would_serve_it_to_strangers() -> None:
    assert not list((ROOT / "pages").glob("*.py"))
    assert not (ROOT / "ui" / "pages").exists()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_page_is_short_imports_only_its_neighbours_and_starts_with_the_guard(page: Path) -> None:
    source = page.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= MOST_PAGE_LINES
    assert _imports(page) <= MAY_IMPORT["pages"]
    assert "open_page(" in source
    assert "unsafe_allow_html" not in source


def _shown_literals(page: Path) -> list[str]:
    """Text arguments with letters given to a streamlit or ui call, apart from keys, icons and codes."""
    found = []
    for node in ast.walk(ast.parse(page.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "st"):
            continue
        first = node.args[0] if node.args else None
        if isinstance(first, ast.Constant) and isinstance(first.value, str) and _is_prose(first.value):
            found.append(first.value)
    return found


def _is_prose(text: str) -> bool:
    return any("\u4e00" <= c <= "\u9fff" for c in text) or (" " in text.strip() and text[:1].isupper())


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_page_holds_no_literal_words(page: Path) -> None:
    assert not _shown_literals(page)
    assert not any("\u4e00" <= c <= "\u9fff" for c in page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["portal.py", "cli.py"])
def test_the_front_door_and_the_command_line_know_services_and_words_only(name: str) -> None:
    assert _imports(ROOT / name) <= MAY_IMPORT[name]


@pytest.mark.parametrize("path", sorted((ROOT / "commands").glob("*.py")), ids=lambda path: path.stem)
def test_a_group_of_commands_knows_services_and_words_only(path: Path) -> None:
    assert _imports(path) <= MAY_IMPORT["commands"]


def test_no_module_of_ui_bears_a_name_of_the_standard_library() -> None:
    # ui/ comes first on sys.path while a page runs.
    assert not {path.stem for path in (ROOT / "ui").glob("*.py")} & (STANDARD - {"__init__"})


def test_both_languages_have_the_same_words() -> None:
    from words import table

    assert set(table("zh")) == set(table("en"))
