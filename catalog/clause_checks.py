"""What a clause package must fulfil beyond its types, alone and beside the others."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from catalog.reader import CatalogError
from domain.contract.clause_library import ClauseLibrary
from domain.contract.clauses import CHAPTERS, Clause, Field
from domain.contract.conditions import PREDICATES
from domain.contract.prefills import accepts
from domain.contract.rules import Rule
from domain.contract.terms import check_value, default_of
from domain.contract.wording import Slot, Wording
from domain.shared.money import CURRENCIES
from domain.shared.outcomes import DomainError

_CHAPTER_STEP = 100


def refuse_words(wordings: Iterable[Wording], rules: Sequence[Rule], path: Path) -> None:
    """Refuse wording that a blocking rule of the contract checks would find in the finished draft.

    Raises:
        CatalogError: ``refused_words``, naming the rule and the words.
    """
    blocking = [rule for rule in rules if rule.refuses_wording]
    for wording in wordings:
        for parts in (wording.zh, wording.en):
            text = "".join(part for part in parts if isinstance(part, str))
            for rule in blocking:
                if given := rule.found_in(text):
                    raise CatalogError(path, "", "refused_words", rule=rule.id, given=given)


def check_clause(clause: Clause, path: Path) -> None:
    """Refuse a clause that contradicts itself.

    Raises:
        CatalogError: naming the key.
    """
    if clause.id != path.parent.name:
        raise CatalogError(path, "id", "id_not_folder", given=clause.id)
    if clause.order // _CHAPTER_STEP != CHAPTERS.index(clause.chapter) + 1:
        raise CatalogError(path, "order", "order_not_chapter", given=str(clause.order))
    if clause.when != "always" and clause.tier != "conditional":
        raise CatalogError(path, "when", "condition_not_conditional", given=clause.when)
    if clause.status == "approved" and not clause.approver:
        raise CatalogError(path, "approver", "missing_key")
    _check_predicate(clause.when, path, "when")
    for item in clause.fields:
        _check_field(item, path, f"fields.{item.id}")
    for must in clause.must:
        _check_predicate(must.when, path, f"must.{must.id}.when")
        if not must.keywords_zh and not must.keywords_en:
            raise CatalogError(path, f"must.{must.id}", "no_keyword")


def _check_predicate(name: str, path: Path, key: str) -> None:
    if name not in PREDICATES:
        raise CatalogError(path, key, "unknown_predicate", given=name)


def _check_field(item: Field, path: Path, key: str) -> None:
    _check_predicate(item.when, path, f"{key}.when")
    if item.prefill and not accepts(item.prefill, item.kind):
        raise CatalogError(path, f"{key}.prefill", "unknown_prefill", given=item.prefill)
    if (item.kind in {"choice", "choices"}) != bool(item.choices):
        raise CatalogError(path, f"{key}.choices", "choices_missing", given=item.kind)
    if len({choice.id for choice in item.choices}) != len(item.choices):
        raise CatalogError(path, f"{key}.choices", "duplicate_id", given=item.id)
    if item.kind == "money" and item.currency not in CURRENCIES:
        raise CatalogError(path, f"{key}.currency", "not_a_choice", given=item.currency)
    if item.unit and item.kind not in {"integer", "decimal"}:
        raise CatalogError(path, f"{key}.unit", "unit_without_number", given=item.unit)
    if item.minimum is not None and item.maximum is not None and item.minimum > item.maximum:
        raise CatalogError(path, f"{key}.minimum", "range_inverted", given=str(item.minimum))
    _check_default(item, path, f"{key}.default")
    for jurisdiction, default in item.default_by_case.items():
        _check_default(replace(item, default=default), path, f"{key}.default_by_case.{jurisdiction}")
    for jurisdiction, own in item.by_case.items():
        place = f"{key}.by_case.{jurisdiction}"
        if own.currency and own.currency not in CURRENCIES:
            raise CatalogError(path, f"{place}.currency", "not_a_choice", given=own.currency)
        _check_default(item.in_case(jurisdiction), path, f"{place}.default")


def _check_default(item: Field, path: Path, key: str) -> None:
    if item.default is None:
        return
    if item.origin is None:
        origin = f"fields.{item.id}.origin"
        raise CatalogError(path, origin, "missing_source", given=item.id)
    try:
        value = default_of(item)
        check_value(item, value)
    except DomainError as error:
        reason = "default_outside" if error.code == "contract.value_outside" else "bad_default"
        raise CatalogError(path, key, reason, given=str(item.default)) from error


def check_together(library: ClauseLibrary, root: Path) -> None:
    """Refuse ids used twice and wording that names an unknown field, clause, annex or predicate.

    Raises:
        CatalogError: naming the file and the name.
    """
    folder = root / "clauses"
    _refuse_twice(library, folder)
    for package in library.packages:
        _check_wordings(package.wording, library, folder / package.clause.id)
    for annex in library.annexes:
        _check_wordings(annex.wordings, library, root / "annexes.toml")


def _refuse_twice(library: ClauseLibrary, folder: Path) -> None:
    orders: dict[int, str] = {}
    owners: dict[str, str] = {}
    for package in library.packages:
        clause = package.clause
        path = folder / clause.id / "clause.toml"
        if clause.order in orders:
            raise CatalogError(path, "order", "duplicate_id", given=f"{clause.order}, {orders[clause.order]}")
        orders[clause.order] = clause.id
        for item in clause.fields:
            if item.id in owners:
                raise CatalogError(
                    path, f"fields.{item.id}", "duplicate_id", given=f"{item.id}, {owners[item.id]}"
                )
            owners[item.id] = clause.id


def _check_wordings(wordings: Iterable[Wording], library: ClauseLibrary, path: Path) -> None:
    for wording in wordings:
        _check_predicate(wording.when, path, "")
        for slot in wording.slots:
            _check_slot(slot, library, path)
        zh, en = ({part for part in parts if isinstance(part, Slot)} for parts in (wording.zh, wording.en))
        if zh != en:
            raise CatalogError(path, "", "slots_differ", given=", ".join(sorted(s.name for s in zh ^ en)))


def _check_slot(slot: Slot, library: ClauseLibrary, path: Path) -> None:
    annexes = {annex.id for annex in library.annexes}
    known = {"field": library.fields, "ref": library.by_id, "annex": annexes}[slot.kind]
    if slot.name not in known:
        raise CatalogError(path, "", f"unknown_{slot.kind}", given=slot.name)
