"""Files of the pilot for spreadsheets: the scorecard, the rejected rows, the empty and the explained ticket file."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from documents.tables import Sheet, Value, write_csv, write_xlsx
from domain.pilot.decide import KpiResult
from domain.pilot.scorecard import Scorecard
from domain.pilot.uploads import FileLine
from domain.shared.kpis import KpiTarget
from services.catalog import catalog
from services.pilot_files import Upload
from services.rejected_rows import row_sentence
from services.scoring import Scored
from services.sentences import reason
from tickets.exports import empty_file, rejected_file, sample_file
from tickets.file import TicketFile
from words import Language, say
from words.names import listed
from words.numbers import number

# Rejected rows on the page; the download has them all.
_SHOWN = 50
_COLUMNS = (
    "vendor",
    "verdict",
    "kpi",
    "instance",
    "version",
    "unit",
    "target",
    "value",
    "lower",
    "upper",
    "n",
    "hits",
    "status",
    "reason",
    "n_total",
    "n_missing",
    "n_censored",
    "excluded",
    "origin",
)


def scorecard_files(scored: Scored, language: Language) -> Mapping[str, Callable[[], bytes]]:
    """The scorecard as "csv" and as "xlsx", each made when it is called."""
    return {
        "csv": partial(scorecard_csv, scored, language),
        "xlsx": partial(scorecard_xlsx, scored, language),
    }


def scorecard_csv(scored: Scored, language: Language) -> bytes:
    """Every KPI of every vendor as CSV: unrounded, shares 0-1, what is missing is empty."""
    return write_csv([_header(_COLUMNS, language), *_kpi_rows(scored, language)])


def scorecard_xlsx(scored: Scored, language: Language) -> bytes:
    """The same as a workbook, with a sheet of criteria and one of hard gates."""
    return write_xlsx(
        [
            Sheet(
                name=say(language, "pilot_page.sheet_kpis"),
                header=_header(_COLUMNS, language),
                rows=_kpi_rows(scored, language),
            ),
            _criteria(scored, language),
            _gates(scored, language),
        ]
    )


def _header(columns: Sequence[str], language: Language) -> tuple[str, ...]:
    return tuple(say(language, f"pilot_page.column.{column}") for column in columns)


def _kpi_rows(scored: Scored, language: Language) -> list[list[Value]]:
    targets = {target.instance: target for kpi in catalog().kpis.values() for target in kpi.targets}
    origin = say(language, "pilot_page.synthetic") if scored.file.synthetic else None
    return [
        [*_kpi_row(card, result, targets[instance], language), origin]
        for card in scored.cards.values()
        for instance, result in card.kpis.items()
    ]


def _kpi_row(card: Scorecard, result: KpiResult, target: KpiTarget, language: Language) -> list[Value]:
    measured = result.measurement
    excluded = measured.excluded if measured else {}
    return [
        card.vendor,
        say(language, f"pilot.verdict.{card.verdict}"),
        target.label[language],
        result.instance,
        result.version,
        say(language, f"pilot_page.unit.{catalog().kpis[result.kpi].unit}"),
        result.target,
        result.value,
        result.lower,
        result.upper,
        result.n,
        result.k,
        say(language, f"pilot.status.{result.status}"),
        reason(language, result.reason) if result.reason else None,
        measured.n_total if measured else None,
        measured.n_missing if measured else None,
        measured.n_censored if measured else None,
        listed(
            language,
            [f"{say(language, f'tickets.excluded.{why}')} {count}" for why, count in excluded.items()],
        )
        or None,
    ]


def _criteria(scored: Scored, language: Language) -> Sheet:
    names = {str(rule.id): rule.name for rule in catalog().pilot_rules.criteria}
    return Sheet(
        name=say(language, "pilot_page.sheet_criteria"),
        header=_header(("vendor", "criterion", "weight", "points"), language),
        rows=[
            [card.vendor, names[one.id][language], one.weight, one.points]
            for card in scored.cards.values()
            for one in card.criteria
        ],
    )


def _gates(scored: Scored, language: Language) -> Sheet:
    names = {rule.id: rule.name for rule in catalog().pilot_rules.gates}
    return Sheet(
        name=say(language, "pilot_page.sheet_gates"),
        header=_header(("vendor", "gate", "status", "n", "hits", "upper"), language),
        rows=[
            [
                card.vendor,
                names[one.id][language],
                say(language, f"pilot.gate_status.{one.status}"),
                one.n,
                one.k,
                one.upper,
            ]
            for card in scored.cards.values()
            for one in card.gates
        ],
    )


def empty_table() -> bytes:
    """The headings of a ticket file and nothing else."""
    return empty_file(catalog().ticket_columns)


def explained_table() -> bytes:
    """The headings with an example row."""
    return sample_file(catalog().ticket_columns)


def rejected_rows(file: TicketFile, language: Language) -> bytes:
    """The rejected rows as they were, with line and reason, for a spreadsheet."""
    return rejected_file(
        file,
        headings=(say(language, "tickets.line"), say(language, "tickets.reason")),
        sentence=partial(row_sentence, language),
    )


def file_lines(uploads: Sequence[Upload], parts: Sequence[TicketFile], language: Language) -> list[FileLine]:
    """The uploads as the page lists them.

    Args:
        uploads: in order.
        parts: the same as they were read; empty when they do not count.
        language: of the reasons.
    """
    read: Sequence[TicketFile | None] = parts or [None] * len(uploads)
    return [
        FileLine(
            id=upload.id,
            name=upload.name,
            size=upload.size,
            uploaded_at=upload.uploaded_at,
            zone=upload.zone,
            counts=(part.total, part.accepted, len(part.rejected)) if part else None,
            rejected=_rejected_lines(part, language) if part else (),
        )
        for upload, part in zip(uploads, read, strict=True)
    ]


def _rejected_lines(file: TicketFile, language: Language) -> list[tuple[str, str]]:
    return [(number(language, row.line), row_sentence(language, row)) for row in file.rejected[:_SHOWN]]
