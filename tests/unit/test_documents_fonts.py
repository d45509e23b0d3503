"""Every character prints in a face that has it, or is refused by name."""

import pytest

from documents.fonts import glyphs
from domain.shared.outcomes import DomainError
from domain.shared.sources import Language
from words import say

# The letters beyond a-z of each alphabet, as their national orthographies list them.
ALPHABETS = {
    "Polish": "ĄąĆćĘęŁłŃńÓóŚśŹźŻż",
    "Romanian": "ĂăÂâÎîȘșȚț",
    "Czech": "ÁáČčĎďÉéĚěÍíŇňÓóŘřŠšŤťÚúŮůÝýŽž",
    "Hungarian": "ÁáÉéÍíÓóÖöŐőÚúÜüŰű",
    "Turkish": "ÇçĞğıİÖöŞşÜü",
    "Serbian": "ЂђЈјЉљЊњЋћЏџ",
    "German": "ÄäÖöÜüßẞ",
    "French": "ÀàÂâÆæÇçÉéÈèÊêËëÎîÏïÔôŒœÙùÛûÜüŸÿ",
    "Spanish": "ÁáÉéÍíÑñÓóÚúÜü¿¡",
    "Portuguese": "ÃãÁáÂâÀàÇçÉéÊêÍíÓóÔôÕõÚú",
    "Greek": "ΑαΒβΓγΔδΩωΆάΉή",
}


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ALPHABETS)
def test_the_letters_of_european_alphabets_print_in_noto_sans(
    name: str, language: Language, *, bold: bool
) -> None:
    assert {glyph.face.chinese for glyph in glyphs(ALPHABETS[name], language, bold=bold)} == {False}


@pytest.mark.parametrize("bold", [False, True])
def test_every_ideograph_of_the_national_standard_gb_2312_prints(*, bold: bool) -> None:
    rows = range(0xB0, 0xF8)
    codes = (bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    ideographs = "".join(code.decode("gb2312", "ignore") for code in codes)
    assert len(ideographs) == 6763  # the number the standard gives
    assert all(glyph.face.chinese for glyph in glyphs(ideographs, "zh", bold=bold))


def test_quotation_marks_dashes_and_dots_are_a_square_wide_in_chinese_and_narrow_in_english() -> None:
    marks = "“”‘’…—"
    assert [glyph.width for glyph in glyphs(marks, "zh", bold=False)][:5] == [1.0] * 5
    assert all(glyph.face.chinese for glyph in glyphs(marks, "zh", bold=False))
    assert not any(glyph.face.chinese for glyph in glyphs(marks, "en", bold=False))


def test_an_apostrophe_in_a_chinese_sentence_stays_narrow() -> None:
    found = glyphs("见Merchant’s一栏", "zh", bold=False)
    assert not next(glyph for glyph in found if glyph.char == "’").face.chinese


def test_full_width_marks_are_chinese_in_an_english_sentence_too() -> None:
    assert all(glyph.face.chinese for glyph in glyphs("％，。（）《》", "en", bold=False))


def test_a_rare_ideograph_that_no_face_has_is_refused_by_name() -> None:
    with pytest.raises(DomainError) as refused:
        glyphs("联系人：𠮷田先生", "zh", bold=False)
    assert refused.value.code == "documents.no_glyph"
    assert refused.value.values == {
        "character": "𠮷",
        "code_point": "U+20BB7",
        "name": "CJK UNIFIED IDEOGRAPH-20BB7",
        "near": "联系人：𠮷田先生",
    }
    sentence = say("zh", refused.value.code, **refused.value.values)
    assert "𠮷" in sentence
    assert "U+20BB7" in sentence


def test_characters_that_print_nothing_take_no_room() -> None:
    assert [glyph.width for glyph in glyphs("\u2060\u200b\ufeff", "en", bold=False)] == [0.0, 0.0, 0.0]
