"""`kefu requirements schema`, `form` and `read`: requirements as files that people and programs fill in."""

from pathlib import Path
from typing import Annotated

import typer

from commands.terminal import Spoken, language, show


def schema() -> None:
    """Print the JSON Schema of the requirements file."""
    from services import requirements_commands, startup

    startup.read_catalog()
    show(requirements_commands.schema_command())


def form(
    file: Annotated[
        Path | None, typer.Argument(help="Requirements, TOML or JSON; none for an empty form.")
    ] = None,
    *,
    out: Annotated[Path, typer.Option(help="Folder for requirements.xlsx.")],
    spoken: Annotated[Spoken, typer.Option("--language", help="Language of the form.")] = Spoken.EN,
) -> None:
    """Write the spreadsheet that people fill in and send back."""
    from services import commands, requirements_commands, startup
    from services.json_files import summary

    startup.read_catalog()
    files = {"requirements.xlsx": requirements_commands.form_command(file, spoken.value)}
    commands.write_files(out, files)
    show(summary(files))


def read(
    file: Annotated[Path, typer.Argument(help="A form that came back, XLSX.")],
) -> None:
    """Print the requirements of a form as JSON; what could not be taken over is named on the error stream."""
    from services import requirements_commands, startup

    startup.read_catalog()
    made, refused = requirements_commands.read_command(file)
    show(made)
    for each in refused:
        sentence = each["sentence"][language()]
        place = "" if each["cell"] in sentence else f"{each['cell']}: "
        typer.echo(f"{file}: {place}{sentence}", err=True)
    if refused:
        raise typer.Exit(code=2)
