"""What platforms ask of customer service, and which answers follow from it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, ClassVar, Literal

from domain.requirements.answers import PACK
from domain.requirements.record import Record
from domain.shared.sources import STRICT, Bilingual, Confidence, Origin

# rule: the platform's own; reported: others say that it is one; guideline: advice of a trade article or of ours,
# never to be called a requirement of the platform.
Standing = Literal["rule", "reported", "guideline"]
# Which side of the threshold is right; none where there is no threshold.
Side = Literal["at_most", "at_least", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformRule:
    """One standard of a platform, or one guideline for selling on it.

    Attributes:
        id: unique within the platform.
        label: what is measured.
        market: where it holds.
        only_in: markets in which alone it holds, by code; all of them when empty.
        not_in: markets in which it does not hold, by code.
        text: the standard in one sentence, with its figures.
        standing: whose it is.
        threshold: the figure to keep, None when none is known; shares lie between 0 and 1.
        side: whether results must be at most or at least the threshold.
        unit: key of a unit word for the threshold; empty without one.
        window: hours or period in which it is measured.
        counts_bot: whether answers of a bot count; None when unknown or not about answers.
        confidence: how far it can be relied on.
        origin: where it was read and when.
        prefills: answers that follow from it, by question.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    label: Bilingual
    market: Bilingual
    text: Bilingual
    standing: Standing
    only_in: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    threshold: Decimal | None = None
    side: Side = "none"
    unit: str = ""
    window: Bilingual | None = None
    counts_bot: bool | None = None
    confidence: Confidence
    origin: Origin
    prefills: Mapping[str, Any] = field(default_factory=dict)

    def holds_in(self, markets: Collection[str]) -> bool:
        """Whether it holds for a merchant with these markets; while none is known it may."""
        if not markets:
            return True
        somewhere = not self.only_in or bool(set(markets) & set(self.only_in))
        return somewhere and not set(markets) <= set(self.not_in)

    @property
    def holds_everywhere(self) -> bool:
        """Whether it is bound to no market."""
        return not (self.only_in or self.not_in)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformPack:
    """Everything known about one platform (`data/platforms/<platform>.toml`).

    Attributes:
        platform: id of the choice in the question ``platforms``.
        note: what a seller should know before relying on it.
        rule: its standards and guidelines in order; of those for several markets the strictest first.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    platform: str
    note: Bilingual
    rule: tuple[PlatformRule, ...]

    def prefills_in(self, markets: Collection[str]) -> Mapping[str, Any]:
        """The answers that follow from the rules of these markets, by question; where two give one, the first does."""
        found: dict[str, Any] = {}
        for rule in self.rule:
            for question, value in rule.prefills.items() if rule.holds_in(markets) else ():
                found.setdefault(question, value)
        return found

    @property
    def origin(self) -> str:
        """What answers taken from the pack carry as their origin."""
        return f"{PACK}{self.platform}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackChange:
    """What a pack would do to one answer.

    Attributes:
        question: id.
        before: the value as it stands, None when there is none.
        after: the value of the pack.
        kept: somebody gave another answer, which stays.
    """

    question: str
    before: Any
    after: Any
    kept: bool


def pack_changes(record: Record, pack: PlatformPack) -> tuple[PackChange, ...]:
    """What the pack would fill in, and which answers it leaves because somebody gave others.

    A default, also an accepted one, gives way; an answer typed, imported, set aside or taken from another pack stays.
    """
    changes = []
    for question, after in pack.prefills_in(record.value("markets") or ()).items():
        answer, before = record.answers.get(question), record.given(question)
        kept = answer is not None and answer.origin not in {"default", pack.origin}
        if before != after or answer is None:
            changes.append(PackChange(question=question, before=before, after=after, kept=kept))
    return tuple(changes)
