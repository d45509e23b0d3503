"""Tables of a page as spreadsheets: the same figures, unrounded, with their units and sources."""

from documents.tables import Sheet, Value, write_xlsx
from domain.costing.band import Band
from domain.costing.estimate import Estimate
from domain.shared.outcomes import NotAssessed
from services.catalog import catalog
from words import Language, say
from words.names import language_name


def cost_workbook(made: Estimate, language: Language) -> bytes:
    """Regions and hours of an estimate as XLSX."""
    return write_xlsx([_regions(made, language), _hours(made, language)])


def _regions(made: Estimate, language: Language) -> Sheet:
    ends = ("low", "base", "high")
    readings = ("paid_hour", "productive_hour")
    header = [say(language, "cost.col_region")]
    header += [f"{say(language, 'cost.col_rate')} {say(language, f'ui.{end}')}" for end in ends]
    for basis in readings:
        column = say(language, f"cost.col_{basis.removesuffix('_hour')}")
        header += [f"{column} {say(language, f'ui.{end}')}" for end in ends]
        header.append(f"{say(language, 'cost.col_contact_one')} {say(language, f'cost.basis.{basis}')}")
    header += [say(language, "cost.col_source"), say(language, "cost.col_locator")]
    rows = []
    for price in made.regions.values():
        row: list[Value] = [price.rate.name[language], price.rate.low, price.rate.base, price.rate.high]
        for month in (price.paid_basis, price.productive_basis):
            row += [month.low, month.base, month.high, _base(month.per_contact)]
        source = catalog().sources[price.rate.origin.source]
        rows.append([*row, source.title[language], price.rate.origin.place(language)])
    return Sheet(name=say(language, "cost.sheet_regions"), header=tuple(header), rows=rows)


def _base(band: Band | NotAssessed) -> float | None:
    return None if isinstance(band, NotAssessed) else band.base


def _hours(made: Estimate, language: Language) -> Sheet:
    columns = ("group", "workload", "needed", "floor", "required", "idle")
    return Sheet(
        name=say(language, "cost.sheet_hours"),
        header=tuple(say(language, f"cost.col_{column}") for column in columns),
        rows=[
            [
                " + ".join(language_name(language, code) for code in group.languages),
                group.workload_hours,
                group.productive_hours,
                group.floor_hours,
                group.required_hours,
                group.idle_hours,
            ]
            for group in made.staffing.pooled.groups
        ],
    )
