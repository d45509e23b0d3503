"""The named versions of the requirements: kept by hand, compared with each other and with now, restored."""

from services.journey import read_open_project
from services.unit import now
from services.versions import compare_versions, keep_version, list_versions, restore_version
from ui.guard import open_page
from ui.journey import go, open_project
from ui.kit import head
from ui.versions import (
    compared,
    difference_table,
    keep_form,
    restore_button,
    restored_bar,
    version_list,
    versions_head,
)

page = open_page("versions")
opened = open_project(page, read_open_project)
project_id = opened.stored.id
lines = list_versions(page.actor, project_id)


def restore(number: int) -> int | None:
    """Bring a version back; the number of the one that keeps what was there."""
    return page.attempt(restore_version, project_id, number)


versions_head(page, lambda: go("requirements", project_id))
page.show_refusal()
restored_bar(page, restore)
keep_form(page, lambda name: page.attempt(keep_version, project_id, name))
version_list(page, lines, now())
if lines:
    head(page.t("versions.difference"))
    before, after = compared(page, lines)
    found = compare_versions(page.actor, project_id, before, after)
    difference_table(page, opened.requirements.record.book, found)
    if found and after is None:
        restore_button(page, before, len(found), restore)
