"""Which parameter stands behind which input, and which inputs are unusual."""

from collections.abc import Iterator, Mapping
from statistics import fmean

from domain.costing.channels import LIVE_CHANNELS
from domain.costing.inputs import EstimateInputs
from domain.costing.parameters import Parameter
from domain.shared.outcomes import Finding

AHT_PARAMETERS: Mapping[str, str] = {
    "email": "aht_email_s",
    "marketplace": "aht_marketplace_s",
    "chat": "aht_chat_session_s",
    "phone": "aht_phone_s",
    "social": "aht_social_s",
    "form": "aht_form_s",
}
# Where service is for Chinese shoppers only, other figures are usual.
CN_AHT_PARAMETERS: Mapping[str, str] = {"chat": "cn_chat_session_s"}
CONCURRENCY_PARAMETERS: Mapping[str, str] = {"chat": "chat_concurrency"}
CN_CONCURRENCY_PARAMETERS: Mapping[str, str] = {"chat": "cn_chat_concurrency"}


def unusual_inputs(
    inputs: EstimateInputs, parameters: Mapping[str, Parameter], *, domestic: bool = False
) -> tuple[Finding, ...]:
    """Inputs outside the usual range: allowed, because a merchant may have measured them, but pointed out.

    Args:
        inputs: what was answered.
        parameters: the usual ranges.
        domestic: whether the service is for Chinese shoppers only, where other handling times are usual.

    Returns:
        ``costing.unusual_share`` or ``costing.unusual_value`` per input, its place named as in the inputs.
    """
    return tuple(
        _finding(place, value, parameters[parameter])
        for place, parameter, value in _typed(inputs, domestic=domestic)
        if not parameters[parameter].low <= value <= parameters[parameter].high
    )


def _typed(inputs: EstimateInputs, *, domestic: bool) -> Iterator[tuple[str, str, float]]:
    """(place, parameter, value) of every input that a parameter says something about."""
    # Above the limit the plan is refused anyway.
    if inputs.occupancy <= inputs.max_occupancy:
        yield "occupancy", "occupancy_max", inputs.occupancy
    yield "shrinkage", "shrinkage", inputs.shrinkage
    yield "weekly_contract_hours", "weekly_contract_hours", inputs.weekly_contract_hours
    usual = {**AHT_PARAMETERS, **(CN_AHT_PARAMETERS if domestic else {})}
    concurrent = {**CONCURRENCY_PARAMETERS, **(CN_CONCURRENCY_PARAMETERS if domestic else {})}
    for channel in inputs.contacts_month:
        if channel in usual:
            yield f"aht_s.{channel}", usual[channel], inputs.aht_s[channel]
        if channel in concurrent:
            value = inputs.concurrency.get(channel, 1.0)
            yield f"concurrency.{channel}", concurrent[channel], value
    for channel, busiest in _busiest_hours(inputs).items():
        yield f"hour_profiles.{channel}", "peak_hour_factor", busiest
    if inputs.peak is not None:
        yield "peak.multiplier", "peak_multiplier", inputs.peak.multiplier


def _busiest_hours(inputs: EstimateInputs) -> Mapping[str, float]:
    """The busiest hour of the week over an average hour with contacts, of every channel answered at once."""
    if inputs.week is None:
        return {}
    arriving = {
        channel: [weight for weight in inputs.week.arrivals.get(channel, ()) if weight > 0]
        for channel in inputs.contacts_month
        if channel in LIVE_CHANNELS
    }
    return {channel: max(hours) / fmean(hours) for channel, hours in arriving.items() if hours}


def _finding(place: str, value: float, parameter: Parameter) -> Finding:
    ends = (value, float(parameter.low), float(parameter.high))
    if parameter.unit == "share":
        given, low, high = (end * 100 for end in ends)
        return Finding(
            code="costing.unusual_share",
            severity="warning",
            place=place,
            values={
                "label": parameter.label,
                "given_percent": given,
                "low_percent": low,
                "high_percent": high,
            },
            source=parameter.origin.source,
        )
    given, low, high = ends
    return Finding(
        code="costing.unusual_value",
        severity="warning",
        place=place,
        values={"label": parameter.label, "given": given, "low": low, "high": high},
        source=parameter.origin.source,
    )
