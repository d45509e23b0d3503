"""What is pointed out as unusual: by the ranges of the market that is served."""

from typing import Any

from services.costing import estimate_record
from services.requirements import from_file
from services.samples import read_sample


def unusual(sample: str, **answers: Any) -> dict[str, tuple[float, float]]:
    """Place of each unusual input with the usual range."""
    content = read_sample(sample)[0]
    content["answers"] |= answers
    made = estimate_record(from_file(content, sample=True)[1])
    return {
        finding.place: (finding.values["low"], finding.values["high"])
        for finding in made.findings
        if finding.code == "costing.unusual_value"
    }


def test_what_is_usual_in_china_is_not_called_unusual_there() -> None:
    # 240 s a session and three chats at once are the Chinese defaults.
    assert unusual("tmall-cosmetics") == {}


def test_service_for_chinese_shoppers_is_compared_with_chinese_ranges() -> None:
    # The Chinese range of a session is 120 to 420 s, the European one 420 to 1,080 s.
    assert unusual("tmall-cosmetics", aht_s={"chat": 600}) == {"aht_s.chat": (120, 420)}


def test_service_for_european_shoppers_is_compared_with_european_ranges() -> None:
    aht = {"email": 420, "chat": 240, "social": 240}
    assert unusual("shopify-two", aht_s=aht) == {"aht_s.chat": (420, 1080)}
