"""The command line's entry: the list of commands, and how errors end a command.

Exit status: 0 all well, 1 the graph breaks a shape (`kg validate`) or an answer holds errors
(`kg query`), 2 the command could not do its work (one line on standard error says why), 3 it did,
but some files were left out.
"""

import sys

import typer

from api.cli import asking, evaluating, ingesting, keeping
from kg.errors import KgError

FAILED = 2

app = typer.Typer(
    name="kg",
    help="A knowledge graph of AI policy: documents in, restrictions with their sentences out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: loading rich would double the time that it takes
)
for module in (ingesting, asking, keeping, evaluating):
    module.register(app)


def main() -> None:
    """Run `kg`; an error that the user can act on is one line, never a traceback."""
    try:
        app()
    except KgError as error:
        sys.stderr.write(f"kg: {error}\n")
        sys.exit(FAILED)
