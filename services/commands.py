"""What the command line does: files in, files and JSON out, by the same services as the pages."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from domain.costing.estimate import Estimate
from domain.costing.rates import PrivateRate
from domain.pilot.plan import PilotPlan
from domain.requirements.checks import rules_of
from domain.requirements.file import to_file
from domain.requirements.record import Record
from domain.shared.outcomes import DomainError, Finding
from domain.shared.paper import Form
from services.catalog import catalog
from services.contract import FILE_WRITERS, Contract, ContractCase, draft
from services.costing import cost_json, estimate_record
from services.costing_quote_files import quotes_from
from services.exchange import contract_files
from services.json_files import as_json, summary, written
from services.mappings import MOST_BYTES, mapping_of, read_bytes
from services.rejected_rows import reasons_told
from services.requirements import from_file
from services.requirements_checks import findings_of
from services.samples import FIRST_SAMPLE, sample_path
from services.scoring import Scored, plan_from, read_each, score_parts, scorecard_json
from services.sentences import explain, finding_sentence
from tickets.file import TicketFile
from words import LANGUAGES, Language, say


def refusal_line(language: Language, error: DomainError) -> str:
    """One line for the terminal: file, key and what to mend, as far as they are known."""
    sentence = explain(language, error)
    file, key = str(error.values.get("in_file", "")), _key(error)
    parts = [file, key if f"“{key}”" not in sentence else "", sentence]
    return ": ".join(part for part in parts if part)


def _key(error: DomainError) -> str:
    """Where in its file the refused value stands; a sentence names a question by its words, a file by its key."""
    question = error.values.get("question")
    return str(error.values.get("key", f"answers.{question}" if question else ""))


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Whatever is refused inside carries the file it came from."""
    try:
        yield
    except DomainError as error:
        raise DomainError(error.code, **{"in_file": str(path), **error.values}) from error


def read_mapping(path: Path) -> dict[str, Any]:
    """A TOML or JSON file as a mapping.

    Raises:
        DomainError: it cannot be read, is too large, or is neither.
    """
    return mapping_of(read_bytes(path, MOST_BYTES), is_json=path.suffix.lower() == ".json")


def _record(path: Path) -> tuple[str, Record]:
    with named(path):
        return from_file(read_mapping(path))


def estimate_of(path: Path, quotes: Path | None = None) -> Estimate:
    """The estimate of a requirements file.

    Args:
        path: the requirements.
        quotes: prices one was quoted, to compare with the published ones.

    Raises:
        DomainError: a file cannot be used; names file and key.
    """
    _, record = _record(path)
    private = quotes_of(quotes)
    with named(path):
        return estimate_record(record, private=private)


def quotes_of(path: Path | None) -> tuple[PrivateRate, ...]:
    """The quotes of a file; none without one.

    Raises:
        DomainError: the file cannot be used; names file and key.
    """
    if path is None:
        return ()
    with named(path):
        return quotes_from(read_mapping(path))


def estimate_command(path: Path, quotes: Path | None = None) -> dict[str, Any]:
    """`kefu estimate`: cost.json of a requirements file."""
    return cost_json(estimate_of(path, quotes))


def check_command(path: Path) -> dict[str, Any]:
    """`kefu requirements check`: what the checks find in a requirements file, in both languages."""
    _, record = _record(path)
    rules = catalog().check_rules
    return {
        "findings": [
            {
                "code": finding.code,
                "rules": list(rules_of(finding, rules)),
                "severity": finding.severity,
                "question": finding.place,
                "sentence": {each: finding_sentence(each, finding) for each in LANGUAGES},
                "source": finding.source,
            }
            for finding in findings_of(record)
        ],
        "missing": list(record.missing),
    }


def check_lines(found: Mapping[str, Any], language: Language) -> list[str]:
    """The same for people at a terminal: a line per finding with its question."""
    lines = []
    for each in found["findings"]:
        grave = say(language, f"requirements.severity.{each['severity']}")
        lines.append(f"{grave} · {each['question']}: {each['sentence'][language]}")
    return lines or [say(language, "command.nothing_found")]


def score_command(path: Path, plan_path: Path | None) -> dict[str, Any]:
    """`kefu score --json`: scorecard.json of a ticket file."""
    return scorecard_json(scored_of(path, plan_path))


def score_lines(scored: Scored, language: Language) -> list[str]:
    """The same for people at a terminal: verdicts, rows that were rejected and why, what to look at."""
    lines = [
        f"{card.vendor}: {say(language, f'pilot.verdict.{card.verdict}')}" for card in scored.cards.values()
    ]
    if rejected := len(scored.file.rejected):
        why = reasons_told(language, scored.file)
        lines.append(
            say(language, "tickets.rejected", rejected=rejected, total=scored.file.total, reasons=why)
        )
    return lines + [finding_sentence(language, finding) for finding in scored.findings]


def scored_of(path: Path, plan_path: Path | None) -> Scored:
    """The vendors of a ticket file, judged; without a plan times need offsets.

    Raises:
        DomainError: a file cannot be used; names it.
    """
    plan: PilotPlan | None = None
    if plan_path is not None:
        with named(plan_path):
            plan = plan_from(read_mapping(plan_path))
    with named(path):
        content = read_bytes(path, catalog().ticket_columns.limit("bytes"))
        return score_parts(_parts(content, plan), plan)


def _parts(content: bytes, plan: PilotPlan | None) -> tuple[TicketFile, ...]:
    """The ticket file read; a zone can only come from a plan here."""
    try:
        return read_each([(content, plan.zone if plan else None)])
    except DomainError as error:
        if error.code != "tickets.zone_needed":
            raise
        raise DomainError("command.plan_needed", **error.values) from error


def draft_command(path: Path, form: Form, out: Path) -> dict[str, Any]:
    """`kefu draft`: the contract of a requirements file; what to mind, in the requirements first."""
    _, record = _record(path)
    with named(path):
        made = draft(_case(record, None))
        document = made.document(form)
        writers = {
            f"contract.{form}.{kind}": partial(write, document) for kind, write in FILE_WRITERS.items()
        }
        files, absent = written(writers)
    write_files(out, files)
    told = _contract_json(made)
    blocking = [_finding_json(each) for each in findings_of(record) if each.severity == "blocker"]
    told["findings"] = [*blocking, *told["findings"]]
    return {**summary(files), **({"absent": absent} if absent else {}), **told}


def demo_command(out: Path) -> dict[str, Any]:
    """`kefu demo`: the whole chain on the built-in sample, everything written to a folder."""
    requirements = sample_path(FIRST_SAMPLE, "requirements.toml")
    name, record = from_file(read_mapping(requirements), sample=True)
    plan_path = sample_path(FIRST_SAMPLE, "plan.toml")
    plan = plan_from(read_mapping(plan_path))
    made = draft(_case(record, plan))
    files = {
        "requirements.json": as_json(to_file(name, record.answers)),
        "cost.json": as_json(cost_json(estimate_record(record))),
        "scorecard.json": as_json(score_command(sample_path(FIRST_SAMPLE, "tickets.csv"), plan_path)),
        **contract_files(made),
    }
    told = {"synthetic": True, **summary(files), **_contract_json(made)}
    write_files(out, {**files, "summary.json": as_json(told)})
    return told


def _case(record: Record, plan: PilotPlan | None) -> ContractCase:
    """A contract from files: what cannot be estimated is left open instead of refused."""
    try:
        estimate: Estimate | None = estimate_record(record)
    except DomainError:
        estimate = None
    return ContractCase(record=record, estimate=estimate, plan=plan, typed={})


def _contract_json(made: Contract) -> dict[str, Any]:
    return {
        "clauses": [article.clause.id for article in made.agreement.articles],
        "blanks": list(made.blanks),
        "findings": [_finding_json(finding) for finding in made.findings],
    }


def _finding_json(finding: Finding) -> dict[str, str]:
    return {"code": finding.code, "severity": finding.severity, "place": finding.place}


def as_text(value: object) -> str:
    """JSON for the terminal, one line break at the end."""
    return as_json(value).decode()


def write_files(out: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, which is made when it does not exist.

    Raises:
        DomainError: the folder cannot be written to.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (out / name).write_bytes(content)
    except OSError as error:
        raise DomainError("command.cannot_write", in_file=str(out)) from error
