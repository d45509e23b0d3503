"""Where the figures that nobody stated come from: the parameters that questions take their defaults from."""

from collections.abc import Mapping
from typing import Any

from domain.requirements.questions import BY_CHANNEL
from domain.requirements.record import Record
from domain.shared.provenance import OriginOf


def origin_of(record: Record, question: str, channel: str = "") -> OriginOf:
    """What a figure of an answer comes from: the parameter its default is, else the question.

    A default that the file of a question states itself is the question's.

    Args:
        record: the requirements.
        question: id of the question.
        channel: whose figure; empty for an answer that is one figure.
    """
    asked = record.book.questions[question]
    parameter = asked.default_parameters.get(channel) if channel else asked.default_parameter
    is_default = record.origin(question) == "default" or (
        channel != "" and channel in record.defaulted_channels(question)
    )
    if parameter and is_default:
        return OriginOf("data", f"parameters.{parameter}")
    return OriginOf("question", question)


def origins_within(record: Record, question: str) -> Mapping[str, OriginOf]:
    """The same for each channel of an answer by channel; nothing for other answers."""
    value: Any = record.value(question)
    if record.book.questions[question].kind not in BY_CHANNEL or value is None:
        return {}
    return {channel: origin_of(record, question, channel) for channel in value}
