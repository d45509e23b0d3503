"""Which figures of a structure say where they come from."""

from decimal import Decimal

from domain.shared.provenance import OriginOf, as_plain, figures, unexplained

_STRUCTURE = {
    "demand": {"workload_hours": 650.0, "channels": {"email": 385}},
    "lines": [{"amount": Decimal("9.50"), "unit": "EUR"}, {"amount": 1}],
    "open": True,
    "missing": None,
}


def test_every_number_has_a_path_through_keys_and_places() -> None:
    assert dict(figures(_STRUCTURE)) == {
        "demand.workload_hours": 650.0,
        "demand.channels.email": 385,
        "lines.0.amount": Decimal("9.50"),
        "lines.1.amount": 1,
    }


def test_yes_no_text_and_nothing_are_no_figures() -> None:
    assert list(figures({"a": False, "b": "12", "c": None})) == []


def test_a_figure_without_an_origin_is_named() -> None:
    origins = {
        "demand.workload_hours": OriginOf("calculation", "workload_hours"),
        "demand.channels.email": OriginOf("question", "contacts_month"),
        "lines.0.amount": OriginOf("data", "rates.east"),
    }
    assert unexplained(_STRUCTURE, origins) == ("lines.1.amount",)


def test_origins_are_written_as_plain_text() -> None:
    assert as_plain({"fte": OriginOf("calculation", "fte")}) == {"fte": {"kind": "calculation", "id": "fte"}}
