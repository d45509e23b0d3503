"""`kefu rfp`: what goes to vendors."""

from pathlib import Path
from typing import Annotated

import typer

from commands.terminal import Form, show


def rfp(
    file: Annotated[Path, typer.Argument(help="Requirements, TOML or JSON.")],
    *,
    out: Annotated[Path, typer.Option(help="Folder for the documents.")],
    form: Annotated[Form, typer.Option("--language", help="Language of the request.")] = Form.BILINGUAL,
    anonymous: Annotated[bool, typer.Option("--anonymous", help="Leave out who the buyer is.")] = False,
) -> None:
    """Write the request for proposal with its answer sheet."""
    from services import sourcing_command, startup

    startup.read_catalog()
    show(sourcing_command.rfp_command(file, form.value, out, anonymous=anonymous))
