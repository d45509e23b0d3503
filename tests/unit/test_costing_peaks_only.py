"""A price for peaks only never passes for that of a whole service."""

from domain.costing.bill import Bill
from services.costing_json import cost_json
from services.costing_kept import Costing, costing_of
from services.requirements import from_file
from services.samples import read_sample


def domestic() -> Costing:
    return costing_of(from_file(read_sample("tmall-cosmetics")[0], sample=True)[1])


def test_temporary_agents_by_the_day_say_that_normal_months_are_left_out() -> None:
    bills = {each.id: each.bills for each in domestic().estimate.comparison}
    temps, hourly = bills["cn_promo_temp"]["person_day"], bills["cn_hourly"]["hour"]
    assert isinstance(temps, Bill)
    assert isinstance(hourly, Bill)
    assert temps.offer.left_out == ("normal_months",)
    assert hourly.offer.left_out == ()


def test_the_file_marks_them_too() -> None:
    assert '"left_out": ["normal_months"]' in str(cost_json(domestic().estimate)).replace("'", '"')
