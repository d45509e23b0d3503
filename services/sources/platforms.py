"""Platform standards, hour profiles and well-known peaks in words."""

from domain.requirements.events import PeakEvent
from domain.requirements.platforms import PlatformPack, PlatformRule
from domain.requirements.profiles import ProfileTemplate
from services.sentences import choice_label
from services.sources.description import Description
from services.sources.printing import printed
from services.sources.walk import Named
from words import Language, say

_PAGES = ("requirements",)


def standard(owner: PlatformRule, named: Named, language: Language) -> Description:
    """A platform's standard; a guideline is called one, and its threshold keeps its side."""
    pack = named.owners[0]
    name = choice_label(language, "platforms", pack.platform) if isinstance(pack, PlatformPack) else ""
    standing = say(language, f"requirements.standing.{owner.standing}")
    label = say(
        language,
        "sources_page.platform_rule",
        platform=name,
        rule=owner.label[language],
        standing=standing,
    )
    value = ""
    if owner.threshold is not None:
        figure = printed(language, owner.unit, owner.threshold)
        value = say(language, f"sources_page.{owner.side}", value=figure)
    return Description(
        topic="platform",
        label=label,
        value=value,
        pages=_PAGES,
        note=f"{owner.market[language]} · {owner.text[language]}",
    )


def profile(owner: ProfileTemplate, _named: Named, language: Language) -> Description:
    """A usual pattern of the week."""
    label = say(language, "sources_page.profile", profile=owner.label[language])
    return Description(topic="season", label=label, pages=_PAGES, note=owner.note[language])


def event(owner: PeakEvent, _named: Named, language: Language) -> Description:
    """A well-known peak with its multiplier."""
    label = say(language, "sources_page.event", event=owner.label[language])
    value = printed(language, "times", owner.multiplier)
    return Description(topic="season", label=label, value=value, pages=_PAGES, note=owner.note[language])
