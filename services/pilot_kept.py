"""What was read from the ticket files of a pilot and how it was judged, kept in the process by content and plan.

A stored file never changes, so its tickets follow from its content and zone, and the scorecards from these
and the plan. Tickets are heavy and only few are kept; verdicts are light, so that a list of many projects
does not score each of them again.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.pilot.plan import PilotPlan
from domain.pilot.verdict import Verdict
from domain.shared.outcomes import DomainError
from services.kept import Kept
from services.scoring import Scored, read_each, score_parts
from tickets.file import TicketFile

# Uploaded bytes whose tickets are kept in memory; as tickets they take about ten times as much.
_MOST_BYTES = 64 * 2**20
_READ: Kept[tuple[TicketFile, ...]] = Kept(most=8, heaviest=_MOST_BYTES)
_SCORED: Kept[Scored] = Kept(most=32, heaviest=_MOST_BYTES)
_VERDICTS: Kept[tuple[Verdict, ...]] = Kept(most=4_096)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What a result depends on.

    Attributes:
        files: (sha256, zone, bytes) of the ticket files in order.
        values: of the plan; None while it is not in force.
        plan: the plan itself.
        contents: reads (bytes, zone) of the same files; called only when nothing is kept.
    """

    files: Sequence[tuple[str, str, int]]
    values: Mapping[str, Any] | None
    plan: PilotPlan | None
    contents: Callable[[], Sequence[tuple[bytes, str | None]]]

    @property
    def files_key(self) -> str:
        """Names the content; holds every sha256, so that `forget` finds it."""
        return json.dumps([(sha256, zone) for sha256, zone, _ in self.files])

    @property
    def key(self) -> str:
        """Names content and plan."""
        return self.files_key + json.dumps(self.values, sort_keys=True, default=str)

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(size for _, _, size in self.files)


def scorecards(judged: Judged) -> Scored | None:
    """The scorecards; None when the stored files cannot be read any more."""

    def make() -> Scored:
        parts = _READ.get(judged.files_key, lambda: read_each(judged.contents()), weight=judged.size)
        return score_parts(parts, judged.plan)

    try:
        return _SCORED.get(judged.key, make, weight=judged.size)
    except DomainError:
        return None


def verdicts(judged: Judged) -> tuple[Verdict, ...]:
    """The verdict of each vendor; nothing when the stored files cannot be read any more."""

    def make() -> tuple[Verdict, ...]:
        scored = scorecards(judged)
        return tuple(card.verdict for card in scored.cards.values()) if scored else ()

    return _VERDICTS.get(judged.key, make)


def forget(sha256: str) -> None:
    """Drop everything that follows from a file: its tickets name customers, and it was deleted for good."""
    for kept in (_READ, _SCORED, _VERDICTS):
        kept.drop(sha256)
