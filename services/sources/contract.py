"""Clauses, contract checks and the transfer matrix in words."""

from dataclasses import replace

from domain.contract.clauses import Basis, CaseValues, Clause, Field
from domain.contract.rules import Rule
from domain.contract.transfers import TransferFlow
from services.catalog import catalog
from services.sources.description import Description, note_of
from services.sources.printing import field_default, field_range, printed
from services.sources.walk import Named
from words import Language, has, say

_PAGES = ("contract",)


def field(owner: Field, named: Named, language: Language) -> Description:
    """The default of a negotiable term and what may be agreed."""
    return Description(
        topic="clause_field",
        label=f"{_clause_of(named).title[language]} · {owner.label[language]}",
        value=field_default(language, owner),
        usual=field_range(language, owner),
        pages=_PAGES,
        note=note_of(owner.help, language),
    )


def case_values(_owner: CaseValues, named: Named, language: Language) -> Description:
    """What a term has of its own in one case of law: the last key but the origin names the case."""
    term = next(owner for owner in named.owners if isinstance(owner, Field))
    case = named.key[-2]
    own = term.in_case(case)  # type: ignore[arg-type]  # a key of the file, checked when it was read
    described = field(own, named, language)
    label = f"{described.label} · {say(language, f'contract.case.{case}')}"
    return replace(described, label=label)


def basis(owner: Basis, named: Named, language: Language) -> Description:
    """What a clause rests on."""
    label = _clause_of(named).title[language]
    return Description(topic="clause_basis", label=label, pages=_PAGES, note=note_of(owner.says, language))


def _clause_of(named: Named) -> Clause:
    return next(owner for owner in named.owners if isinstance(owner, Clause))


def rule(owner: Rule, _named: Named, language: Language) -> Description:
    """A check on the finished draft, with its limit if it has one."""
    label = (
        say(language, f"sources_page.rule.{owner.id}") if has(f"sources_page.rule.{owner.id}") else owner.id
    )
    if owner.limit is None:
        return Description(topic="contract_rule", label=label, pages=_PAGES)
    term = catalog().clauses.fields.get(owner.field)
    share = term is None or term.kind == "share"
    limit = printed(language, "share" if share else term.unit if term else "", owner.limit)
    value = say(language, "sources_page.at_most", value=limit)
    return Description(topic="contract_rule", label=label, value=value, pages=_PAGES)


def flow(owner: TransferFlow, _named: Named, language: Language) -> Description:
    """A row of the transfer matrix."""
    label = say(
        language,
        "sources_page.transfer",
        exporter=owner.exporter[language],
        importer=owner.importer[language],
    )
    return Description(topic="transfer", label=label, pages=_PAGES, note=owner.instrument[language])
