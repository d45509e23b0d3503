"""Small parts of the contract page: places on paper, cells of two languages, what is kept."""

import pytest

from domain.contract.spots import spot_of
from domain.shared.outcomes import DomainError
from domain.shared.paper import Cell
from services.kept import Kept
from tests.contract_case import agreement


def test_a_field_is_found_where_it_is_printed_first() -> None:
    made = agreement()
    spot = spot_of(made, "field.payment_days")
    article = next(each for each in made.articles if each.clause.id == spot.anchor)
    assert any(run.field == "payment_days" for p in article.paragraphs for run in p.zh)
    assert (spot.field, spot.label.en) == ("payment_days", f"Article {article.number}")


def test_a_clause_and_an_annex_are_found_by_their_ids_and_anything_else_is_the_whole() -> None:
    made = agreement()
    first = made.articles[0]
    assert spot_of(made, first.clause.id).label.zh == "第一条"
    assert spot_of(made, "annex.kpi").anchor == "annex.kpi"
    assert spot_of(made, "annex.kpi").label.zh.startswith("附件")
    assert spot_of(made, "case").anchor == ""


@pytest.mark.parametrize(
    ("chinese", "english", "lines"),
    [
        ("24 小时", "24 hours", (("zh", "24 小时 / 24 hours"),)),
        (
            "仅可作为辅助，译文须由人员核对",
            "an aid only",
            (("zh", "仅可作为辅助，译文须由人员核对"), ("en", "an aid only")),
        ),
    ],
)
def test_short_texts_of_a_cell_share_a_line_and_long_ones_do_not(
    chinese: str, english: str, lines: tuple[tuple[str, str], ...]
) -> None:
    assert Cell(texts=(("zh", chinese), ("en", english))).lines == lines


def test_a_cell_of_one_language_stays_as_it_is() -> None:
    assert Cell(texts=(("en", "24 hours"),)).lines == (("en", "24 hours"),)


def test_what_was_made_is_kept_until_others_push_it_out() -> None:
    made: list[str] = []
    kept: Kept[str] = Kept(2)

    def make(key: str) -> str:
        made.append(key)
        return key.upper()

    for key in ("a", "b", "a", "c", "a", "b"):
        assert kept.get(key, lambda key=key: make(key)) == key.upper()  # type: ignore[misc]  # the default binds the key
    assert made == ["a", "b", "c", "b"]


def test_results_that_are_too_heavy_together_push_the_oldest_out_and_the_newest_stays() -> None:
    made: list[str] = []
    kept: Kept[str] = Kept(9, heaviest=10)

    def make(key: str) -> str:
        made.append(key)
        return key

    # a and b weigh 10 together, with c it is 14: a goes. The 20 of d are kept although alone too heavy.
    for key, weight in (("a", 5), ("b", 5), ("c", 4), ("b", 5), ("d", 20), ("d", 20), ("a", 5)):
        kept.get(key, lambda key=key: make(key), weight=weight)  # type: ignore[misc]  # the default binds the key
    assert made == ["a", "b", "c", "d", "a"]


def test_what_is_dropped_is_made_anew() -> None:
    made: list[str] = []
    kept: Kept[str] = Kept(9)

    def make(key: str) -> str:
        made.append(key)
        return key

    for key in ("file-1 plan", "file-2 plan"):
        kept.get(key, lambda key=key: make(key))  # type: ignore[misc]  # the default binds the key
    kept.drop("file-1")
    for key in ("file-1 plan", "file-2 plan"):
        kept.get(key, lambda key=key: make(key))  # type: ignore[misc]  # the default binds the key
    assert made == ["file-1 plan", "file-2 plan", "file-1 plan"]


def test_a_refusal_is_not_kept() -> None:
    kept: Kept[int] = Kept(2)

    def refuse() -> int:
        raise DomainError("contract.field_unknown", field="x")

    with pytest.raises(DomainError):
        kept.get("x", refuse)
    assert kept.get("x", lambda: 1) == 1
