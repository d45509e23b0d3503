"""Where every figure comes from, and what names each source: the catalog walked from end to end.

Nothing here lists files or figures: a new data file, clause or value appears by itself.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from domain.shared.sources import OldAfter, Origin, Source
from domain.shared.uses import Age, SourceUse, Use
from services.catalog import catalog
from services.kept import Kept
from services.sources.describe import describe
from services.sources.walk import Named, named_sources
from services.unit import now
from words import Language

_MONTHS_A_YEAR = 12
_CLAUSES = "contract_templates/clauses/"


_mentions: Kept[tuple[Use, ...]] = Kept(most=4)
_sources: Kept[tuple[SourceUse, ...]] = Kept(most=4)


def mentions(language: Language) -> tuple[Use, ...]:
    """Everything that names a source, in the order of the files."""
    today = now().date()

    def make() -> tuple[Use, ...]:
        return tuple(_use(named, language, today) for named in named_sources(catalog()))

    return _mentions.get(f"{language} {today}", make)


def numbers(language: Language) -> tuple[Use, ...]:
    """Every figure the product knows, with its origin and the pages that use it."""
    return tuple(use for use in mentions(language) if use.value)


def sources_in_use(language: Language) -> tuple[SourceUse, ...]:
    """Every source of the register with everything that names it, also the ones nothing names."""

    def make() -> tuple[SourceUse, ...]:
        naming: dict[str, list[Use]] = {name: [] for name in catalog().sources}
        for use in mentions(language):
            naming[use.source.id].append(use)
        return tuple(_source_use(catalog().sources[name], uses, language) for name, uses in naming.items())

    return _sources.get(f"{language} {now().date()}", make)


def age_of(origin: Origin, source: Source, today: date, limit: OldAfter) -> Age:
    """Whether a value still counts as fresh.

    A statute holds until it is repealed, so for one that is dated the day it was last read counts.
    """
    if origin.valid_from == "unknown":
        return "unknown"
    return age_since(origin.checked_on if source.kind == "law" else origin.valid_from, today, limit)


def age_since(since: date, today: date, limit: OldAfter) -> Age:
    """Whether something of a day still counts as fresh."""
    months = (today.year - since.year) * _MONTHS_A_YEAR + today.month - since.month
    return "old" if (months, today.day) > (limit.months, since.day) else "fresh"


def _use(named: Named, language: Language, today: date) -> Use:
    known, said = catalog(), describe(named, language)
    source = known.sources[named.origin.source]
    within = named.file.startswith(_CLAUSES)
    return Use(
        topic=said.topic,
        label=said.label,
        value=said.value,
        usual=said.usual,
        source=source,
        origin=named.origin,
        file=named.file,
        clause=named.file.removeprefix(_CLAUSES).split("/")[0] if within else "",
        pages=said.pages,
        unverifiable=said.unverifiable,
        age=age_of(named.origin, source, today, known.old_after),
        note=said.note,
    )


def _source_use(source: Source, uses: Sequence[Use], language: Language) -> SourceUse:
    clauses = catalog().clauses.by_id
    return SourceUse(
        source=source,
        mentions=tuple(uses),
        files=Counter(use.file for use in uses if not use.clause),
        clauses=Counter(clauses[use.clause].clause.title[language] for use in uses if use.clause),
        pages=Counter(page for use in uses for page in use.pages),
    )
