"""What a spreadsheet program would do with a text that leaves the house."""

import re

# A spreadsheet program takes text that starts so for a formula and may run it, also behind blanks.
_FORMULA_STARTS = tuple("=+-@＝＋－＠|")
# Cells are cut at these, so that what follows would start a cell of its own.
_CONTROL_STARTS = ("\t", "\r", "\n")
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)*%?")


def would_run(text: str) -> bool:
    """Whether a spreadsheet program may take a text for a formula; a signed number is none."""
    if _NUMBER.fullmatch(text):
        return False
    return text.startswith(_CONTROL_STARTS) or text.lstrip().startswith(_FORMULA_STARTS)


def harmless(text: str) -> str:
    """The text as a cell that no spreadsheet program runs: an apostrophe in front where it would."""
    return f"'{text}" if would_run(text) else text
