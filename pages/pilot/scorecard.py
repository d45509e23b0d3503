"""The pilot: its verdict and figures, its plan, its ticket files."""

from functools import partial

from services import pilot_files
from services.catalog import catalog
from services.journey import read_open_project
from services.pilot import pilot_of
from services.pilot_plan import plan_problems, save_plan_value, targets_in_use
from services.pilot_tables import empty_table, explained_table, file_lines, rejected_rows, scorecard_files
from services.sentences import explain, finding_sentence, reason
from services.unit import now
from ui.guard import open_page
from ui.journey import go, open_project
from ui.pilot import Board
from ui.pilot_files import FileActions, at_click, file_help, file_list
from ui.pilot_form import PlanForm
from ui.pilot_plan import plan_section
from ui.pilot_result import pilot_intro, pilot_result
from ui.pilot_upload import keep_file, upload_box

page = open_page("pilot")
opened = open_project(page, read_open_project)
project, language, known = opened.stored.id, page.language, catalog()
page.show_refusal()
pilot = pilot_of(page.actor, opened.stored, record := opened.requirements.record)
cards, parts = (pilot.scored.cards, pilot.scored.parts) if pilot.scored else ({}, ())

if scored := pilot.scored:
    board = Board(
        language=language,
        known=known,
        cards=cards,
        plan=pilot.plan,
        tickets=scored.file.accepted,
        synthetic=scored.file.synthetic,
        reason=partial(reason, language),
    )
    problem = explain(language, pilot.plan_problem) if pilot.plan_problem else ""
    notes = [finding_sentence(language, finding) for finding in scored.findings]
    files = {kind: at_click(page, make) for kind, make in scorecard_files(scored, language).items()}
    if step := pilot_result(board, files=files, problem=problem, notes=notes):
        go(step, project)
else:
    pilot_intro(page)

form = PlanForm(
    language=language,
    values=pilot.values,
    problems={key: explain(language, error) for key, error in plan_problems(pilot.values).items()},
    targets=targets_in_use(record),
    vendors=sorted({*pilot.values.get("vendors", {}), *cards}),
    known=known,
    prefix=f"pilot_{project}",
    versions=pilot.versions,
    save=lambda key, value, version: page.attempt(save_plan_value, project, key, value, version=version),
)
plan_section(form, saved_at=pilot.saved_at, now=now(), expanded=pilot.plan is None)
file_help(page, known.ticket_columns, empty=empty_table, sample=explained_table)
zone, limit = pilot.values.get("zone"), known.ticket_columns.limit("bytes")
if chosen := upload_box(page, project, has_files=bool(pilot.uploads), zone=zone, limit=limit):
    keep_file(page, project, chosen, pilot_files.add_upload, partial(explain, language))
actions = FileActions(
    original=lambda file_id: pilot_files.read_content(page.acting_later(), file_id),
    rejected=at_click(page, lambda place: rejected_rows(parts[place], language)),
    remove=partial(page.attempt, pilot_files.remove_upload),
    restore=partial(page.attempt, pilot_files.restore_upload),
    erase=partial(page.attempt, pilot_files.erase_upload),
)
file_list(page, file_lines(pilot.uploads, parts, language), file_lines(pilot.removed, (), language), actions)
