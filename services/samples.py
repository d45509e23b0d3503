"""The built-in sample projects, all invented and labelled so: requirements, and of one also a pilot."""

import tomllib
from pathlib import Path
from typing import Any

from domain.shared.people import BUYING_SIDE, Actor
from models import StoredFile
from services.audit import audit
from services.pilot_files import stored_file
from services.pilot_plan import SUBJECT as PILOT
from services.projects import new_project
from services.record import put_all
from services.requirements import SUBJECT as REQUIREMENTS
from services.requirements import from_file
from services.scoring import plain_plan
from services.settings import CHECKOUT
from services.unit import require, work
from words import say

FOLDER = CHECKOUT / "data" / "samples"
FIRST_SAMPLE = "shenzhen-eu"
# In the order in which they are offered.
SAMPLES = (FIRST_SAMPLE, "tmall-cosmetics", "shopify-two")
# What the record keeps of a plan file; hours and zone come from the requirements.
_PLAN_KEYS = ("start", "weeks", "targets", "vendors")


def sample_path(sample: str, name: str) -> Path:
    """A file of a sample."""
    return FOLDER / sample / name


def read_sample(sample: str = FIRST_SAMPLE) -> tuple[dict[str, Any], dict[str, Any], bytes]:
    """Requirements, plan and ticket file of a sample as they are; without a pilot the last two are empty."""
    requirements = tomllib.loads(sample_path(sample, "requirements.toml").read_text(encoding="utf-8"))
    if not sample_path(sample, "plan.toml").exists():
        return requirements, {}, b""
    plan = tomllib.loads(sample_path(sample, "plan.toml").read_text(encoding="utf-8"))
    return requirements, plan, sample_path(sample, "tickets.csv").read_bytes()


def open_sample(actor: Actor, sample: str = FIRST_SAMPLE) -> str:
    """A new project with everything of a sample in it; returns its id."""
    require(actor, *BUYING_SIDE)
    requirements, plan, tickets = read_sample(sample)
    _, record = from_file(requirements, sample=True)
    answers = {key: (answer.value, answer.state) for key, answer in record.answers.items()}
    agreed = {key: (plain_plan(plan[key]), "answered") for key in _PLAN_KEYS if key in plan}
    with work(actor) as session:
        project = new_project(session, say(actor.language, f"sample.{sample}"), sample=sample)
        put_all(session, project, REQUIREMENTS, answers, origin="sample")
        put_all(session, project, PILOT, agreed, origin="sample")  # type: ignore[arg-type]  # states are literals
        if tickets:
            kept: StoredFile = stored_file(project, "tickets.csv", tickets, plan["zone"])
            session.add(kept)
            session.flush()
            audit(session, "pilot.add_file", kept, after={"name": kept.name, "sha256": kept.sha256})
        return project.id
