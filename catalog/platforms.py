"""What platforms ask of customer service: one file per platform in `data/platforms/`."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from catalog.reader import DATA, CatalogError, parse, read_toml
from catalog.sources import refuse_unknown_source
from domain.requirements.answers import check_answer
from domain.requirements.platforms import PlatformPack, PlatformRule
from domain.requirements.questions import QuestionBook
from domain.shared.outcomes import DomainError
from domain.shared.sources import Source

FOLDER = DATA / "platforms"


def load_platforms(
    book: QuestionBook, sources: Mapping[str, Source], folder: Path = FOLDER
) -> Mapping[str, PlatformPack]:
    """The packs by platform, in the order of the question; their prefills are checked like answers.

    Raises:
        CatalogError: a file is malformed or not named after a platform, a rule stands twice, two rules of a
            pack prefill one question everywhere, a source or question is unknown, or a question refuses its prefill.
    """
    packs: dict[str, PlatformPack] = {}
    platforms = book.questions["platforms"].choice_ids
    for path in sorted(folder.glob("*.toml")):
        pack = parse(PlatformPack, read_toml(path), path=path)
        if pack.platform != path.stem or pack.platform not in platforms:
            raise CatalogError(path, "platform", "not_the_file_name", given=pack.platform, expected=path.stem)
        seen: set[str] = set()
        rules = []
        for index, rule in enumerate(pack.rule):
            key = f"rule.{index}"
            refuse_unknown_source(rule.origin, sources, path=path, key=f"{key}.origin")
            # Rules of different markets may ask different things in one matter.
            for name in (rule.id, *(rule.prefills if rule.holds_everywhere else ())):
                if name in seen:
                    raise CatalogError(path, key, "duplicate", given=name)
                seen.add(name)
            rules.append(_checked(rule, book, path, key))
        packs[pack.platform] = replace(pack, rule=tuple(rules))
    return {platform: packs[platform] for platform in platforms if platform in packs}


def _checked(rule: PlatformRule, book: QuestionBook, path: Path, key: str) -> PlatformRule:
    """The rule with its threshold and prefills checked."""
    if (rule.threshold is None) is not (rule.side == "none"):
        raise CatalogError(path, f"{key}.threshold", "contradiction", given=rule.id)
    checked: dict[str, Any] = {}
    for question, value in rule.prefills.items():
        where = f"{key}.prefills.{question}"
        if question not in book.questions:
            raise CatalogError(path, where, "unknown_question", given=question)
        try:
            checked[question] = check_answer(book.questions[question], value, book.codes)
        except DomainError as error:
            raise CatalogError(path, where, "bad_default", detail=error.code, given=str(value)) from error
    return replace(rule, prefills=checked)
