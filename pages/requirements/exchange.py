"""The requirements as a form or file: sent out, brought back, looked at before anything is saved."""

from collections.abc import Sequence

from domain.requirements.imports import Import
from services.exchange import file_name
from services.journey import read_open_project
from services.requirements_exchange import export_requirements, read_import, save_import
from services.sentences import explain
from ui.guard import open_page
from ui.journey import go, open_project
from ui.requirements_exchange import bring_back, exchange_head, send_out

page = open_page("exchange")
opened = open_project(page, read_open_project)
project_id, book = opened.stored.id, opened.requirements.record.book


def look(name: str, content: bytes) -> Import:
    """What a file would change."""
    return read_import(page.actor, project_id, name, content)


def save(made: Import, chosen: Sequence[str]) -> int:
    """Save what was chosen; the number of the version that keeps what was there."""
    return save_import(page.actor, project_id, made, chosen)


exchange_head(page, lambda: go("requirements", project_id))
send_out(
    page,
    file_name(opened.stored.name),
    lambda actor, kind: export_requirements(actor, project_id, kind),
)
bring_back(page, book, look, save, lambda refusal: explain(page.language, refusal))
