"""KPIs, the rules of the scorecard and the limits of an upload in words."""

from domain.pilot.columns import FileLimit
from domain.pilot.rules import Criterion, GateRule, Rubric, Setting
from domain.shared.kpis import Benchmark, Kpi, KpiTarget, ScoreScale
from services.sources.description import Description, note_of
from services.sources.printing import printed, usual_of
from services.sources.walk import Named
from words import Language, say

_BOTH = ("pilot", "contract")


def kpi(owner: Kpi, _named: Named, language: Language) -> Description:
    """The least number of cases of a KPI."""
    label = say(language, "sources_page.kpi_cases", kpi=owner.name[language])
    return Description(
        topic="kpi", label=label, value=printed(language, "case", owner.n_min), pages=("pilot",)
    )


def target(owner: KpiTarget, named: Named, language: Language) -> Description:
    """A target of a KPI and what may be agreed."""
    unit = _kpi_of(named).unit.removesuffix("s")
    return Description(
        topic="kpi_target",
        label=owner.label[language],
        value=printed(language, unit, owner.target),
        usual=usual_of(language, unit, owner.lowest, owner.highest),
        pages=_BOTH,
        note=note_of(owner.note, language),
    )


def scale(owner: ScoreScale, named: Named, language: Language) -> Description:
    """How a KPI value becomes points."""
    value = say(
        language,
        "sources_page.kpi_scale_value",
        floor=printed(language, "share", owner.floor_share),
        stretch=printed(language, "share", owner.stretch_share),
    )
    label = say(language, "sources_page.kpi_scale", kpi=_kpi_of(named).name[language])
    return Description(topic="kpi", label=label, value=value, pages=("pilot",))


def benchmark(owner: Benchmark, named: Named, language: Language) -> Description:
    """What others reach."""
    label = say(language, "sources_page.kpi_benchmark", kpi=_kpi_of(named).name[language])
    return Description(topic="benchmark", label=label, value=owner.text[language])


def _kpi_of(named: Named) -> Kpi:
    return next(owner for owner in named.owners if isinstance(owner, Kpi))


def setting(owner: Setting, _named: Named, language: Language) -> Description:
    """One rule of the scorecard."""
    return Description(
        topic="pilot_rule",
        label=owner.meaning[language],
        value=printed(language, owner.unit, owner.value),
        usual=usual_of(language, owner.unit, owner.low, owner.high),
        pages=_BOTH,
    )


def criterion(owner: Criterion, _named: Named, language: Language) -> Description:
    """The weight of a criterion."""
    label = say(language, "sources_page.weight", criterion=owner.name[language])
    return Description(topic="pilot_rule", label=label, value=f"{owner.weight}%", pages=_BOTH)


def gate(owner: GateRule, _named: Named, language: Language) -> Description:
    """A hard gate, with its limit if it is measured."""
    limit = "" if owner.limit is None else printed(language, "share", owner.limit)
    return Description(
        topic="pilot_rule",
        label=say(language, "sources_page.gate", gate=owner.name[language]),
        value=say(language, "sources_page.at_most", value=limit) if limit else "",
        pages=_BOTH,
    )


def rubric(owner: Rubric, _named: Named, language: Language) -> Description:
    """How reports are judged."""
    label = say(language, "sources_page.rubric", items=len(owner.items))
    value = printed(language, "point", 0, owner.points_most)
    return Description(topic="pilot_rule", label=label, value=value, pages=("pilot",))


def file_limit(owner: FileLimit, _named: Named, language: Language) -> Description:
    """A limit of an upload."""
    value = printed(language, owner.unit, owner.value)
    return Description(topic="file_limit", label=owner.meaning[language], value=value, pages=("pilot",))
