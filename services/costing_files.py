"""What a project's cost rests on beside its record, as files: scenarios the reader may see, quotes that count."""

from domain.costing.scenario import as_plain
from domain.shared.people import Actor
from services.costing_quote_rows import plain
from services.costing_quotes import list_quotes
from services.costing_scenarios import list_scenarios
from services.json_files import as_json


def costing_files(actor: Actor, project_id: str) -> dict[str, bytes]:
    """``scenarios.json`` and ``quotes.json``, each only where there is something to tell.

    Scenarios are the reader's own and those colleagues share; what a colleague keeps private is in no file.

    Raises:
        DomainError: not allowed, or no such project.
    """
    scenarios = [
        {
            "name": view.name,
            "owner": view.owner,
            "shared": view.shared,
            "baseline": view.is_baseline,
            "changed_at": view.changed_at.isoformat(),
            "overrides": as_plain(view.overrides),
        }
        for view in list_scenarios(actor, project_id)
    ]
    quotes = [
        {"id": view.id, "by": view.by, "changed_at": view.changed_at.isoformat(), **plain(view.quote)}
        for view in list_quotes(actor)
    ]
    files = {}
    if scenarios:
        files["scenarios.json"] = as_json({"scenarios": scenarios})
    if quotes:
        files["quotes.json"] = as_json({"quotes": quotes})
    return files
