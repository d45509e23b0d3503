"""The cost workbook read back: its cells by name, what `cost.json` says of each, and LibreOffice as a judge."""

import subprocess
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from documents.workbook import cell_name

ENDS = ("low", "base", "high")


def values_by_name(workbook: bytes) -> dict[str, float]:
    """The value every named cell shows."""
    book = load_workbook(BytesIO(workbook), data_only=True)
    found = {}
    for name, defined in book.defined_names.items():
        ((sheet, address),) = defined.destinations
        found[name] = book[sheet][address.replace("$", "")].value
    return found


def retyped(workbook: bytes, typed: Mapping[str, float]) -> bytes:
    """The workbook with other inputs; openpyxl drops every value of a formula, so that all must be calculated."""
    book = load_workbook(BytesIO(workbook))
    for name, value in typed.items():
        ((sheet, address),) = book.defined_names[name].destinations
        cell = book[sheet][address.replace("$", "")]
        assert not str(cell.value).startswith("="), f"{name} is no input"
        cell.value = value
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def recalculated(folder: Path, workbook: bytes) -> dict[str, float]:
    """What LibreOffice makes of the formulas."""
    (folder / "cost.xlsx").write_bytes(workbook)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", "back", "cost.xlsx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=180)
    return values_by_name((folder / "back" / "cost.xlsx").read_bytes())


def figures_by_name(cost: Mapping[str, Any]) -> dict[str, float]:
    """The figures of `cost.json` under the names of the workbook."""
    return {cell_name(*parts): value for parts, value in _figures(cost) if value is not None}


def _figures(cost: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Any]]:
    yield from _work(cost)
    yield from _prices(cost)
    yield from _year("year", "first", cost["year_one"])
    yield from _year("later", "later", cost["steady_state"])
    if cost["domestic"]:
        yield from _bands(("month", "cn_hourly"), cost["domestic"]["month"])
        for prefix, key in (("year_cn", "year_one"), ("later_cn", "steady_state")):
            for basis, price in cost["domestic"][key].items():
                yield from _priced(prefix, "cn_hourly", basis, price)
            for model in ("cn_dedicated_seat", "cn_per_enquiry"):
                price = cost["domestic"]["models"][model][key]["paid_basis"]
                for line, amount in price["lines"].items():
                    yield from _band((prefix, model, line), amount)
                for name in ("month", "year", "per_contact"):
                    yield from _band((prefix, model, name), price[name])
    yield from _compared(cost)


def _work(cost: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Any]]:
    demand, staffing = cost["demand"], cost["staffing"]
    yield ("contacts",), demand["contacts_month"]
    yield ("workload",), demand["workload_hours"]
    yield ("aht",), demand["effective_aht_s"]
    yield from ((("work", name), hours) for name, hours in demand["channels"].items())
    yield from ((("hours", name), hours) for name, hours in demand["languages"].items())
    renamed = {"coverage_hours_month": "coverage_month"}
    yield from (((renamed.get(name, name),), value) for name, value in staffing.items())
    yield from ((("gap", basis), gap) for basis, gap in cost["basis_gap"].items())


def _prices(cost: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Any]]:
    for place, readings in {**cost["regions"], **cost["countries"]}.items():
        yield from _bands(("month", place), readings)
    for place, left in cost["budget_left"].items():
        yield from _band(("budget_left", place), left)
    for place, readings in cost["break_even"]["ticket"].items():
        yield from _bands(("break_even", place), readings)
    offers = cost["break_even"]["ticket_offers"]
    lowest = min((offer["price"] for offer in offers), default=0)
    for offer in offers:
        end = "low" if offer["price"] == lowest else "high"
        yield ("ticket", offer["region"], "pays_for_s", end, offer["end"]), offer["pays_for_s"]
        yield ("ticket", offer["region"], "with_coverage", offer["end"]), offer["with_coverage"]
    for place, split in cost["split"].items():
        for name, month in {**split["languages"], **split["channels"]}.items():
            yield from _band(("split", place, name), month)
    for country, floor in cost["floors"].items():
        yield from ((("floor", country, name), value) for name, value in floor.items())


def _compared(cost: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Any]]:
    for kind, places in cost["comparison"].items():
        for place, sold in places.items():
            for model, bill in sold["models"].items():
                if bill:
                    yield from _band(("model", kind, place, model), bill["month"])
    for way, made in cost["alternatives"]["ways"].items():
        for line, amount in {**made["lines"], "month": made["month"]}.items():
            yield from _band(("way", way, line), amount)
        yield from _band(("way", way, "per_contact"), made["per_contact"])


def _year(prefix: str, months: str, year: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Any]]:
    yield (months, "seats"), year["seats"]
    yield (months, "trainees"), year.get("trainees")
    yield (months, "contacts"), year["contacts_month"]
    for place, by_basis in year["regions"].items():
        for basis, price in by_basis.items():
            yield from _priced(prefix, place, basis, price)


def _priced(
    prefix: str, place: str, basis: str, price: Mapping[str, Any]
) -> Iterator[tuple[tuple[str, ...], Any]]:
    hour = basis.replace("_basis", "_hour")
    yield from (((prefix, "hours", name, hour), hours) for name, hours in price["rate_hours"].items())
    for line, amount in price["lines"].items():
        yield from _band((prefix, place, line, hour), amount)
    for name in ("month", "year", "per_contact"):
        yield from _band((prefix, place, name, hour), price[name])


def _bands(start: tuple[str, ...], readings: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Any]]:
    for basis, band in readings.items():
        yield from _band((*start, basis.replace("_basis", "_hour")), band)


def _band(start: tuple[str, ...], band: Mapping[str, Any] | None) -> Iterator[tuple[tuple[str, ...], Any]]:
    if band is not None:
        yield from (((*start, end), band[end]) for end in ENDS)
