"""Loads the lawyer's folder, `contract_templates/`: clause packages and annexes, strictly."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from catalog.annexes import load_annexes
from catalog.clause_checks import check_clause, check_together, refuse_words
from catalog.contract_rules import load_rules
from catalog.reader import TEMPLATES, CatalogError, parse, read_toml
from domain.contract.clause_library import ClauseLibrary
from domain.contract.clauses import Clause, ClausePackage
from domain.contract.rules import Rule
from domain.contract.wording import Wording, WordingError, parse_wording
from domain.shared.sources import Bilingual


def load_clauses(root: Path = TEMPLATES, *, sources: Collection[str] | None = None) -> ClauseLibrary:
    """Every clause package and every annex, checked one by one and against each other.

    Args:
        root: folder with `clauses/<id>/`, `annexes.toml` and `checks.toml`.
        sources: ids of the register of sources; None leaves sources unchecked.

    Raises:
        CatalogError: the first mistake, naming file, key and reason.
    """
    rules = load_rules(root / "checks.toml")
    folders = sorted(path for path in (root / "clauses").iterdir() if path.is_dir())
    packages = tuple(_load_package(folder, rules) for folder in folders)
    library = ClauseLibrary(
        packages=tuple(sorted(packages, key=lambda package: package.clause.order)),
        annexes=load_annexes(rules, root / "annexes.toml"),
    )
    check_together(library, root)
    if sources is not None:
        _check_sources(library, root, sources)
    return library


def _load_package(folder: Path, rules: Sequence[Rule]) -> ClausePackage:
    path = folder / "clause.toml"
    clause = parse(Clause, read_toml(path), path=path)
    check_clause(clause, path)
    wording, notes = _load_wording(folder, rules), _load_notes(folder / "notes.md")
    return ClausePackage(clause=clause, wording=wording, notes=notes)


def _load_wording(folder: Path, rules: Sequence[Rule]) -> tuple[Wording, ...]:
    try:
        wordings = parse_wording(_read(folder / "zh.md"), _read(folder / "en.md"))
    except WordingError as error:
        raise CatalogError(folder, "", error.reason, given=error.given) from error
    refuse_words(wordings, rules, folder)
    return wordings


def _load_notes(path: Path) -> Bilingual:
    """Notes for negotiators: Chinese paragraphs first, then as many English ones."""
    paragraphs = [line.strip() for line in _read(path).splitlines() if line.strip()]
    half, odd = divmod(len(paragraphs), 2)
    if odd or not paragraphs:
        raise CatalogError(path, "", "paragraphs_differ", given=str(len(paragraphs)))
    return Bilingual(zh="\n".join(paragraphs[:half]), en="\n".join(paragraphs[half:]))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise CatalogError(path, "", "missing_file") from error
    except UnicodeDecodeError as error:
        raise CatalogError(path, "", "not_text", detail=str(error)) from error


def _check_sources(library: ClauseLibrary, root: Path, sources: Collection[str]) -> None:
    for package in library.packages:
        path = root / "clauses" / package.clause.id / "clause.toml"
        for key, source in _sources_named(package.clause):
            if source not in sources:
                raise CatalogError(path, key, "unknown_source", given=source)


def _sources_named(clause: Clause) -> Iterable[tuple[str, str]]:
    for basis in clause.basis:
        yield f"basis.{basis.source}", basis.source
    for item in clause.fields:
        if item.origin is not None:
            yield f"fields.{item.id}.origin", item.origin.source
