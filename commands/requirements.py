"""`kefu requirements`: what somebody needs, as a file."""

from pathlib import Path
from typing import Annotated

import typer

from commands import requirements_files
from commands.terminal import language, show

app = typer.Typer(no_args_is_help=True)
for command in (requirements_files.schema, requirements_files.form, requirements_files.read):
    app.command()(command)


@app.callback()
def _root() -> None:
    """Requirements as a file."""


@app.command()
def check(
    file: Annotated[Path, typer.Argument(help="Requirements, TOML or JSON.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the keys of docs/cli.md.")] = False,
) -> None:
    """What is missing, what contradicts itself and what a buyer would regret."""
    from services import commands, startup

    startup.read_catalog()
    found = commands.check_command(file)
    if as_json:
        show(found)
    else:
        typer.echo("\n".join(commands.check_lines(found, language())))
