"""What a request for proposal is written from, in words."""

from domain.sourcing.rules import Aim, EvaluationLimit, Least, WeightingScheme
from domain.sourcing.wording import Also, DiligenceTopic
from services.catalog import catalog
from services.sentences import choice_label
from services.sources.description import Description
from services.sources.printing import printed
from services.sources.walk import Named
from words import Language, say
from words.names import listed

_PAGES = ("request",)


def topic(owner: DiligenceTopic, _named: Named, language: Language) -> Description:
    """The questions on one topic."""
    label = say(language, "sources_page.diligence", topic=owner.title[language])
    return Description(topic="request", label=label, pages=_PAGES)


def also(owner: Also, _named: Named, language: Language) -> Description:
    """What a law adds to a question."""
    return Description(topic="request", label=owner.text[language], pages=_PAGES)


def aim(owner: Aim, _named: Named, language: Language) -> Description:
    """How vendors count a target that no KPI measures."""
    return Description(
        topic="request", label=owner.name[language], pages=_PAGES, note=owner.definition[language]
    )


def limit(owner: EvaluationLimit, named: Named, language: Language) -> Description:
    """A number of the evaluation rules."""
    name = named.key[-2]
    unit = "point" if name in {"score_most", "differs_most"} else ""
    value = printed(language, unit, owner.value) if unit else f"{owner.value}%"
    return Description(
        topic="request", label=say(language, f"sources_page.evaluation.{name}"), value=value, pages=_PAGES
    )


def scheme(owner: WeightingScheme, _named: Named, language: Language) -> Description:
    """The weights of one scheme."""
    names = {each.id: each.name[language] for each in catalog().sourcing.evaluation.criterion}
    value = listed(language, [f"{names[name]} {weight}%" for name, weight in owner.weights.items()])
    label = say(language, "sources_page.scheme", scheme=choice_label(language, "weighting_scheme", owner.id))
    return Description(topic="request", label=label, value=value, pages=_PAGES)


def least(owner: Least, _named: Named, language: Language) -> Description:
    """The least time between two steps."""
    steps = {step.id: step.label[language] for step in catalog().sourcing.timetable.step}
    label = say(language, "sources_page.least_days", first=steps[owner.first], second=steps[owner.second])
    return Description(topic="request", label=label, value=printed(language, "day", owner.days), pages=_PAGES)
