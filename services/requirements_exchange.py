"""Requirements leave as a form or file and come back: what would change is shown first, saved at one stroke."""

from collections.abc import Collection

from documents.requirements_form import write_requirements_form
from documents.requirements_form_reading import read_requirements_form
from documents.toml_file import write_toml
from domain.requirements.file import parse_file
from domain.requirements.imports import FILE_KINDS, FileKind, Given, Import, changes
from domain.requirements.origins import Offered
from domain.requirements.questions import QuestionBook
from domain.shared.contents import Content
from domain.shared.outcomes import DomainError
from domain.shared.people import BUYING_SIDE, Actor
from services.catalog import catalog
from services.json_files import as_json
from services.mappings import MOST_BYTES, mapping_of
from services.record import put_contents, writable_project
from services.requirements import SUBJECT, Requirements, as_file, from_entries, read_requirements
from services.requirements_origins import offered_in
from services.stored import read_stored
from services.unit import require, work
from services.versions import keep_version_within

_MEGABYTE = 2**20


def export_requirements(actor: Actor, project_id: str, kind: FileKind) -> bytes:
    """The requirements as a file.

    Args:
        actor: in whose language the form is printed.
        project_id: of the project.
        kind: ``xlsx`` is the form with everything that is stored; ``json`` and ``toml`` hold the accepted answers.

    Raises:
        DomainError: not allowed, or no such project.
    """
    stored = read_stored(actor, project_id)
    requirements = from_entries(stored.entries[SUBJECT])
    if kind == "xlsx":
        book = requirements.record.book
        return write_requirements_form(stored.name, _contents(requirements), book, actor.language)
    mapping = as_file(stored.name, requirements)
    return as_json(mapping) if kind == "json" else write_toml(mapping)


def read_import(actor: Actor, project_id: str, name: str, content: bytes) -> Import:
    """Look at a file before anything is saved.

    A form changes what somebody touched in it and fills what is empty here; what they left alone never replaces
    a newer answer. A JSON or TOML file changes what it mentions.

    Args:
        actor: who asks.
        project_id: of the project.
        name: of the file; its ending says what it is.
        content: of the file.

    Raises:
        DomainError: not allowed, no such project; the file cannot be read: ``forms.<reason>`` names the cell,
            ``requirements.file.<reason>`` and ``answer.<reason>`` the key.
    """
    requirements, book = read_requirements(actor, project_id), catalog().book
    ending = name.lower().rpartition(".")[2]
    if ending not in FILE_KINDS:
        raise DomainError("import.ending", given=name, endings=", ".join(FILE_KINDS))
    if ending != "xlsx":
        given = _from_mapping(content, book, is_json=ending == "json")
        return _import(name, requirements, given)
    form = read_requirements_form(content, book)
    given = {
        question: Given(content=each, place=form.places[question], sent=form.sent[question])
        for question, each in form.contents.items()
    }
    made = _import(name, requirements, given)
    return Import(name=name, changes=made.changes, problems=form.problems, strange=tuple(form.strange))


def save_import(actor: Actor, project_id: str, made: Import, chosen: Collection[str]) -> int:
    """Save the chosen changes at one stroke; returns the number of the version that keeps what was before.

    Args:
        actor: who imports.
        project_id: of the project.
        made: the import as it was shown.
        chosen: questions to change.

    Raises:
        DomainError: not allowed, no such project, a deleted one; ``accounts.overtaken``: somebody changed one of
            the answers since the import was shown, and nothing was saved.
    """
    require(actor, *BUYING_SIDE)
    with work(actor) as session:
        project = writable_project(session, project_id)
        kept = keep_version_within(session, project, "import", made.name)
        contents = {each.question: (each.after, each.version) for each in made.changes}
        taken = {question: content for question, content in contents.items() if question in chosen}
        put_contents(session, project, SUBJECT, taken)
        return kept.number


def _contents(requirements: Requirements) -> dict[str, Content]:
    """What is stored, by question: answers, drafts, what was set aside."""
    return {
        key: Content(value=entry.value, state=entry.state, origin=entry.origin)
        for key, entry in requirements.entries.items()
    }


def _from_mapping(content: bytes, book: QuestionBook, *, is_json: bool) -> dict[str, Given]:
    """What a JSON or TOML file says, by question."""
    if len(content) > MOST_BYTES:
        raise DomainError("forms.too_large", limit_mb=MOST_BYTES // _MEGABYTE)
    _, answers = parse_file(mapping_of(content, is_json=is_json), book, origin="import")
    return {
        question: Given(
            content=Content(value=answer.value, state=answer.state, origin=answer.origin),
            place=f"answers.{question}",
        )
        for question, answer in answers.items()
    }


def _import(name: str, requirements: Requirements, given: dict[str, Given]) -> Import:
    versions = {question: entry.version for question, entry in requirements.entries.items()}
    found = changes(catalog().book, given, _contents(requirements), versions, _offered(requirements, given))
    return Import(name=name, changes=found, problems={})


def _offered(requirements: Requirements, given: dict[str, Given]) -> Offered:
    """The defaults of the markets as they will be, and what each platform's pack fills in."""
    markets = given["markets"].content if "markets" in given else requirements.stored("markets")
    return offered_in(markets.value if isinstance(markets.value, list) else ())
