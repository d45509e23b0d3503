from ui.kit import nb, safe


def test_markdown_in_a_name_stays_as_typed() -> None:
    assert safe("**a** [b](c) :red[d]") == r"\*\*a\*\* \[b\]\(c\) \:red\[d\]"


def test_an_address_in_a_name_is_no_link() -> None:
    joiner = "\u2060"
    assert safe("https://x.example") == f"https\\:{joiner}//x.example"
    assert safe("www.x.example") == f"www{joiner}.x.example"


def test_a_short_label_never_breaks() -> None:
    assert nb("10 – 14") == "10\u00a0–\u2060\u00a014"
    assert nb("东欧") == "东\u2060欧"
