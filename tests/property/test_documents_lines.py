"""Line breaking at any width, on paragraphs as contracts have them and on shuffled ones."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from uniseg.linebreak import line_break_boundaries

from documents.linebreak import _breakables, lines, standard_breaks
from domain.shared.sources import Language

# GB/T 15834 and common practice: what never starts a line, what never ends one.
NEVER_FIRST = set("。，、；：！？」』）》〉】〕”’％%…·,.;:!?)]")
NEVER_LAST = set("（《〈「『【〔“‘([€$￥¥")
PARAGRAPHS: list[tuple[Language, str]] = [
    ("zh", ("个人信息处理者委托处理个人信息的，应当与受托人约定委托处理的目的、期限、处理方式、个人信息的种类、保护措施以及双方的权利和义务等，"
           "并对受托人的个人信息处理活动进行监督。“受托人”应当按照约定处理个人信息，不得超出约定的处理目的、处理方式等处理个人信息；"
           "委托合同不生效、无效、被撤销或者终止的，受托人应当将个人信息返还个人信息处理者或者予以删除，不得保留。")),
    ("zh", ("乙方应当在收到工单后 24 小时内（旺季：36 小时内）首次回复；首次响应率（frt_within）不低于 93.8%，满意度（CSAT top-2）不低于 80％，"
           "否则按《附件九》扣减 €1,200.00/月，封顶 15%。“旺季”指 Black Friday（2026-11-27）至 Christmas……以及“双11”“618”等大促——以附件为准。")),
    ("zh", ("依据GDPR第28(3)条与第33条第2款，乙方（“Processor”）自知悉之时起24小时内通知甲方（“Controller’s DPO”），"
           "通知送达privacy@example.com；参见 Łódź、Iași 与 Ђорђе 的《数据流》表，面积10㎡、温度5℃、汇率7.85。")),
    ("en", ("The Vendor (the “Processor”) shall notify the Merchant’s data-protection officer within 24 hours of becoming aware of a "
           "personal-data breach; liability is capped at 150% of the fees paid in the preceding contract year (€226,000)—or at "
           "€50,000 where no fees fell due; see Article 28(3) GDPR and the “Annex 5” form.")),
]  # fmt: skip
FRAGMENTS = [
    "甲方",
    "（",
    "）",
    "“",
    "”",
    "，",
    "。",
    "《合同》",
    "GDPR",
    "93.8%",
    "€1,200.00",
    " ",
    "third-party",
    "the ",
    "word, ",
    "3.5 ",
    "；",
    "、",
    "——",
    "……",
    "24",
    "小时",
    "％",
]


def ems(text: str) -> list[float]:
    return [1.0 if ord(char) > 0x2E80 or char in "“”‘’…—" else 0.5 for char in text]


def set_in(text: str, measure: float, language: Language) -> list[str]:
    return [text[start:end] for start, end in lines(text, ems(text), measure, language)]


def is_latin(char: str) -> bool:
    return char.isalnum() and ord(char) < 0x2E80


@given(st.sampled_from(PARAGRAPHS), st.floats(min_value=16, max_value=60))
def test_no_line_of_a_real_paragraph_breaks_a_rule_at_any_width(
    paragraph: tuple[Language, str], measure: float
) -> None:
    language, text = paragraph
    found = set_in(text, measure, language)
    for line, following in pairwise(found):
        assert following[0] not in NEVER_FIRST, (line, following)
        assert line[-1] not in NEVER_LAST, (line, following)


@given(st.sampled_from(PARAGRAPHS), st.floats(min_value=16, max_value=60))
def test_no_latin_word_or_number_of_a_real_paragraph_is_split(
    paragraph: tuple[Language, str], measure: float
) -> None:
    language, text = paragraph
    ranges = lines(text, ems(text), measure, language)
    for (_, end), (start, _) in pairwise(ranges):
        assert not (end == start and is_latin(text[end - 1]) and is_latin(text[start])), text[
            end - 9 : end + 9
        ]


@given(
    st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=60).map("".join),
    st.floats(min_value=2, max_value=40),
)
def test_every_line_fits_and_no_character_is_lost(text: str, measure: float) -> None:
    for language in ("zh", "en"):
        found = set_in(text, measure, language)
        assert "".join(found).replace(" ", "") == text.replace(" ", "")
        assert all(sum(ems(line)) <= measure * 1.002 for line in found)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join))
def test_pieces_break_as_the_whole_text_does_by_uax_14(text: str) -> None:
    _breakables.cache_clear()
    whole = [place for place in line_break_boundaries(text) if 0 < place < len(text)]
    assert standard_breaks(text, "en") == whole
