"""Which agents can be hired, as the data says, and what is refused in that file."""

from pathlib import Path

import pytest

from catalog.pools import PATH, load_pool_rules
from catalog.reader import CatalogError
from catalog.sources import load_sources
from services.catalog import catalog

GOOD = PATH.read_text(encoding="utf-8")


def test_two_languages_per_agent_unless_somebody_states_otherwise() -> None:
    assert load_pool_rules(load_sources()).languages_per_agent == 2


def test_pairs_name_languages_that_exist_and_english_joins_every_one_of_the_sample() -> None:
    rules = load_pool_rules(load_sources())
    named = {name for pair in rules.pairs for name in pair}
    assert named <= catalog().book.codes.languages
    pairs = set(map(frozenset, rules.pairs))
    assert {frozenset({name, "en"}) for name in ("de", "fr", "es", "it")} <= pairs


def test_norwegian_is_hired_and_priced_alike_under_both_of_its_codes() -> None:
    other = {"nb": "no", "no": "nb"}
    pairs = set(map(frozenset, load_pool_rules(load_sources()).pairs))
    assert frozenset({"da", "nb"}) in pairs
    assert {frozenset(other.get(name, name) for name in pair) for pair in pairs} == pairs
    for premium in catalog().rate_library.premiums:
        named = set(premium.languages)
        assert {other.get(name, name) for name in named} == named


@pytest.mark.parametrize(
    ("written", "instead", "key"),
    [
        ("languages_per_agent = 2", "languages_per_agent = 0", "languages_per_agent"),
        ("languages_per_agent = 2", "languages_each = 2", "languages_each"),
        ('["bg", "en"]', '["en", "en"]', "pairs.0"),
        ('["cs", "en"]', '["en", "bg"]', "pairs.1"),
        ('["bg", "en"]', '["bg", "en", "ro"]', "pairs.0"),
        ('source = "house_judgement"', 'source = "hearsay"', "origin"),
    ],
)
def test_a_mistake_in_the_file_stops_the_start_and_says_where(
    tmp_path: Path, written: str, instead: str, key: str
) -> None:
    assert written in GOOD
    path = tmp_path / "pools.toml"
    path.write_text(GOOD.replace(written, instead, 1), encoding="utf-8")
    with pytest.raises(CatalogError) as refused:
        load_pool_rules(load_sources(), path)
    assert refused.value.key.startswith(key)
