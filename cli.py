"""The `kefu` command: the same services without a browser. Exit 0: done; 2: not accepted; 1: a bug."""

import io
import logging
import os
import socket
import sys
from pathlib import Path
from typing import Annotated

import typer

from commands import requirements, sourcing
from commands.terminal import Form, Spoken, language, show
from domain.shared.outcomes import DomainError
from domain.shared.people import Role
from services import accounts, startup
from services.settings import CHECKOUT, settings
from words import say

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None
)
people = typer.Typer(no_args_is_help=True)
app.add_typer(people, name="people", help="Who may sign in.")
app.add_typer(requirements.app, name="requirements", help="Requirements as a file.")
app.command("rfp")(sourcing.rfp)

_PYTHON = (3, 11)
_BACKLOG = 2048
# What serving and people write holds records and secrets: nobody else on the machine may read it.
_OWNER_ALONE = 0o077


@app.callback()
def _root() -> None:
    """From "we have to outsource our customer service" to a signed contract."""


@app.command()
def serve() -> None:
    """Serve the portal; KEFU_ADDRESS, KEFU_PORT, KEFU_HOME and DATABASE_URL say where."""
    os.umask(_OWNER_ALONE)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    if sys.version_info[:2] != _PYTHON:
        raise DomainError(
            "serve.wrong_python", wanted="3.11", found=f"{sys.version_info[0]}.{sys.version_info[1]}"
        )
    where = settings()
    # Streamlit looks for its settings in the current folder.
    os.chdir(CHECKOUT)
    import portal  # only after the change of folder; the other commands need no Streamlit

    changed = portal.settings_not_in_force()
    if changed:
        raise DomainError("serve.setting_not_in_force", names=", ".join(changed))
    listening = _listen(where.address, where.port)
    startup.start()
    host = f"[{where.address}]" if ":" in where.address else where.address
    typer.echo(say(language(), "serve.address", address=f"http://{host}:{where.port}"))
    if accounts.needs_set_up():
        typer.echo(say(language(), "serve.code", code=accounts.new_setup_code()))
    portal.serve(listening)


def _listen(address: str, port: int) -> socket.socket:
    """A listening socket, so that a busy port is known before anything else is touched."""
    listening = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((address, port))
        listening.listen(_BACKLOG)
    except OSError as error:
        listening.close()
        raise DomainError(
            "serve.cannot_listen", address=address, port=port, reason=error.strerror or ""
        ) from error
    return listening


@people.callback()
def _people() -> None:
    os.umask(_OWNER_ALONE)


@people.command("add")
def add_person(
    login: Annotated[str, typer.Argument(help="E-mail address.")],
    name: Annotated[str, typer.Option(help="How they are called.")],
    organisation: Annotated[str, typer.Option(help="Their organisation; made when it is new.")],
    role: Annotated[Role, typer.Option(help="What they may do.")] = Role.MERCHANT,
) -> None:
    """Add a person and print a password for their first sign-in."""
    startup.start_storage()
    handed = accounts.add_person(
        None, name=name, login=login, role=role, language=language(), organisation=organisation
    )
    typer.echo(say(language(), "serve.password", login=handed.login, password=handed.password))


@people.command("disable")
def disable_person(login: Annotated[str, typer.Argument(help="E-mail address.")]) -> None:
    """Shut a person out, at once and everywhere."""
    startup.start_storage()
    accounts.disable_person(None, accounts.find_by_login(login).user_id)
    typer.echo(say(language(), "serve.disabled", login=login))


@people.command("reset-password")
def reset_password(login: Annotated[str, typer.Argument(help="E-mail address.")]) -> None:
    """Hand out a new password; the person is signed out everywhere."""
    startup.start_storage()
    handed = accounts.reset_password(None, accounts.find_by_login(login).user_id)
    typer.echo(say(language(), "serve.password", login=handed.login, password=handed.password))


@app.command()
def estimate(
    file: Annotated[Path, typer.Argument(help="Requirements, TOML or JSON.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the keys of docs/cli.md.")] = False,
    quotes: Annotated[Path | None, typer.Option(help="Prices you were quoted, TOML or JSON.")] = None,
    out: Annotated[Path | None, typer.Option(help="Folder for workbook, brief and JSON.")] = None,
    spoken: Annotated[Spoken, typer.Option("--language", help="Language of the files.")] = Spoken.EN,
) -> None:
    """What a month would cost in each region."""
    from services import commands, costing_lines

    startup.read_catalog()
    if out is not None:
        from services import costing_command  # documents take a moment to load

        show(costing_command.estimate_files_command(file, spoken.value, out, quotes))
    elif as_json:
        show(commands.estimate_command(file, quotes))
    else:
        typer.echo("\n".join(costing_lines.estimate_lines(commands.estimate_of(file, quotes), language())))


@app.command()
def staffing(
    csv: Annotated[Path, typer.Option("--csv", help="Table of queues; columns in docs/cli.md.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the keys of docs/cli.md.")] = False,
) -> None:
    """How many agents each queue of a table needs."""
    from services import staffing as tables

    made = tables.staffing_command(csv, language())
    if as_json:
        show(made)
    else:
        typer.echo(tables.staffing_lines(made, language()))
    if tables.no_row_read(made):
        raise typer.Exit(code=2)


@app.command()
def score(
    file: Annotated[Path, typer.Argument(help="Ticket file, CSV.")],
    *,
    plan: Annotated[Path | None, typer.Option(help="Pilot plan: zone, end, targets, rubric.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the keys of docs/cli.md.")] = False,
) -> None:
    """Judge the vendors of a ticket file."""
    from services import commands

    startup.read_catalog()
    if as_json:
        show(commands.score_command(file, plan))
    else:
        typer.echo("\n".join(commands.score_lines(commands.scored_of(file, plan), language())))


@app.command()
def draft(
    file: Annotated[Path, typer.Argument(help="Requirements, TOML or JSON.")],
    *,
    out: Annotated[Path, typer.Option(help="Folder for the documents.")],
    form: Annotated[Form, typer.Option("--language", help="Language of the contract.")] = Form.BILINGUAL,
) -> None:
    """Draft the contract as Word and PDF."""
    from services import commands

    startup.read_catalog()
    show(commands.draft_command(file, form.value, out))


@app.command()
def demo(out: Annotated[Path, typer.Option(help="Folder for the files.")]) -> None:
    """Carry the built-in sample through the whole chain."""
    from services import commands

    startup.read_catalog()
    show(commands.demo_command(out))


def main() -> int:
    """Run a command; typer ends the process itself unless something was not accepted."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # JSON is UTF-8 whatever the terminal's settings say
    try:
        app()
    except DomainError as refusal:
        from services import commands

        typer.echo(commands.refusal_line(language(), refusal), err=True)
    return 2


if __name__ == "__main__":
    sys.exit(main())
