"""Which agents with several languages can be hired, from `data/costing/pools.toml`."""

from collections.abc import Mapping
from pathlib import Path

from catalog.reader import DATA, CatalogError, parse, read_toml
from catalog.sources import refuse_unknown_source
from domain.costing.pools import PoolRules
from domain.shared.sources import Source

_TWO = 2
PATH = DATA / "costing" / "pools.toml"


def load_pool_rules(sources: Mapping[str, Source], path: Path = PATH) -> PoolRules:
    """The limits within which the cheapest pools are searched.

    Raises:
        CatalogError: the file is malformed, a pair is not two languages or stands twice, or a source is unknown.
    """
    rules = parse(PoolRules, read_toml(path), path=path)
    refuse_unknown_source(rules.origin, sources, path=path, key="origin")
    if rules.languages_per_agent < 1:
        raise CatalogError(path, "languages_per_agent", "not_positive", given=str(rules.languages_per_agent))
    seen: set[frozenset[str]] = set()
    for index, pair in enumerate(rules.pairs):
        if len(pair) != _TWO or len(set(pair)) != _TWO or frozenset(pair) in seen:
            raise CatalogError(path, f"pairs.{index}", "duplicate", given=", ".join(pair))
        seen.add(frozenset(pair))
    return rules
