"""The prices that the cost brief stands on, each with its source and how far it can be relied on."""

from collections.abc import Iterator

from domain.shared.sources import Origin
from services.catalog import catalog
from services.costing_brief_words import Brief
from words.numbers import plain

_PARAMETERS = "parameters."


def way_prices(brief: Brief) -> Iterator[tuple[str, str, str, str]]:
    """The price per ticket where a shared desk is advised, for all languages or for some: label, value, source, standing.

    Domestic prices are published rates and stand among those.
    """
    case = brief.cost.make_or_buy
    if brief.way is None or not brief.way.shared_languages or not case.shared_source.startswith(_PARAMETERS):
        return
    parameter = catalog().parameters[case.shared_source.removeprefix(_PARAMETERS)]
    ends = " – ".join(plain(brief.language, value, 2) for value in case.shared_ticket.ends)
    unit = brief.t("cost.unit.ticket", currency=case.currency)
    yield parameter.label[brief.language], f"{ends} {unit}", *standing(brief, parameter.origin)


def standing(brief: Brief, origin: Origin) -> tuple[str, str]:
    """The source with its place, and how far it can be relied on."""
    source = catalog().sources[origin.source]
    title = " ".join(part for part in (source.title[brief.language], origin.place(brief.language)) if part)
    shown = brief.t(f"source.kind.{source.kind}")
    if source.confidence == "low" and source.kind == "published":
        shown = f"{shown} · {brief.t('source.confidence.low')}"
    return title, shown
