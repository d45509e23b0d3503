"""Fill in what a platform asks of customer service, as answers that say where they come from."""

from collections.abc import Mapping

from domain.requirements.answers import PACK
from domain.requirements.platforms import PackChange, PlatformPack, pack_changes
from domain.requirements.record import Record
from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from services.catalog import catalog
from services.record import save_entry
from services.requirements import SUBJECT, read_requirements


def packs_of(record: Record) -> Mapping[str, PlatformPack]:
    """The packs of the platforms the merchant sells on."""
    known = catalog().packs
    return {platform: known[platform] for platform in record.value("platforms") or () if platform in known}


def preview_pack(record: Record, platform: str) -> tuple[PackChange, ...]:
    """What `apply_pack` would do, and which answers it would leave as they are."""
    return pack_changes(record, catalog().packs[platform])


def apply_pack(actor: Actor, project_id: str, platform: str) -> tuple[PackChange, ...]:
    """Answer the questions of a platform's pack that nobody has answered; returns what was filled in.

    Answers carry the pack as their origin until somebody types them; what people gave is left alone, also what
    somebody gives at this moment: then the questions before it are filled in and the refusal says so.

    Raises:
        DomainError: not allowed, no such project, deleted, overtaken; ``requirements.pack_unknown`` for a
            platform that the merchant does not sell on or of which nothing is known.
    """
    requirements = read_requirements(actor, project_id)
    pack = packs_of(requirements.record).get(platform)
    if pack is None:
        raise DomainError("requirements.pack_unknown", platform=platform)
    filled = tuple(change for change in pack_changes(requirements.record, pack) if not change.kept)
    for change in filled:
        seen = requirements.version(change.question)
        save_entry(
            actor, project_id, SUBJECT, change.question, value=change.after, origin=pack.origin, version=seen
        )
    return filled


def take_back_pack(actor: Actor, project_id: str, platform: str) -> tuple[str, ...]:
    """Take away the answers that still stand as a platform's pack gave them; returns their questions.

    What somebody has typed since stays. Where a default was accepted before, it counts again by itself.

    Raises:
        DomainError: not allowed, no such project, deleted, overtaken.
    """
    requirements = read_requirements(actor, project_id)
    given = answers_of_pack(requirements.record, platform)
    for question in given:
        seen = requirements.version(question)
        save_entry(actor, project_id, SUBJECT, question, value=None, version=seen)
    return given


def answers_of_pack(record: Record, platform: str) -> tuple[str, ...]:
    """The questions whose answer a platform's pack gave and nobody has changed since."""
    origin = f"{PACK}{platform}"
    return tuple(question for question, answer in record.answers.items() if answer.origin == origin)
