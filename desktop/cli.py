"""The `yichuang` command: finds the command that was asked for, and turns errors into one sentence.

A command is imported when it is run and not before, so that neither help nor a small command pays for Qt, reportlab or
the store. Commands of the layers above desktop/ come in by entry points (group `yichuang.commands`, pyproject.toml).
"""

import errno
import importlib
import io
import logging
import sys
from collections.abc import Sequence
from importlib import metadata

import click

from desktop.domain.errors import DomainError
from desktop.log import FILE_NAME, log_file, places
from desktop.paths import log_dir
from desktop.problems import EnvironmentProblem, FileRefused

ENTRY_POINTS = "yichuang.commands"

# Where each command of desktop/ is found.
BUILT_IN: dict[str, str] = {
    "verify": "desktop.commands.store:verify",
    "rebuild": "desktop.commands.store:rebuild",
    "backup": "desktop.commands.store:backup",
    "restore": "desktop.commands.store:restore",
    "salvage": "desktop.commands.store:salvage",
    "keys": "desktop.commands.store:keys",
    "catalogue": "desktop.commands.catalogue:catalogue",
    "city": "desktop.commands.city:city",
    "relay": "desktop.commands.relay:relay_command",
    "pledges": "desktop.commands.pledges:pledges",
    "support-code": "desktop.commands.support:support_code_command",
}

# The line that help shows for a command, here because help must not import it. A command without one is a plug-in's.
SUMMARIES = {
    "run": "Open the counter.",
    "demo": "Open a sample hall, apart from every real one; --headless works through a morning unseen.",
    "print": "Render a paper from its content.",
    "check-paper": "Verify a paper offline, from its PDF or the text of its code.",
    "watermark": "Mark copies of evidence by grade, for one purpose.",
    "verify": "Check the ledger line by line and name the first that is wrong.",
    "rebuild": "Compute every table again from the ledger.",
    "backup": "Write a checked copy of the store.",
    "restore": "Put a backup into a new profile.",
    "salvage": "Write what can be read of a damaged store that was set aside.",
    "keys": "Write the public keys with which any office can check this window's papers.",
    "catalogue": "Check, import or start a catalogue of service items.",
    "city": "The city's end: enrol windows, publish, collect, answer, export.",
    "relay": "Copy what one store has and another lacks, without keys: stick, shared folder, city.",
    "pledges": "The random draw of pledges to verify: hand its record out, repeat it.",
    "support-code": "Say what the code that a clerk reads over the telephone tells.",
}

UNFORESEEN = {
    "zh": "程序出错，已办的业务不受影响。详情在日志 {path}，可发给技术人员。",
    "en": "The program failed; what was saved is safe. Details for a technician are in {path}.",
}

log = logging.getLogger(__name__)


class LazyGroup(click.Group):
    """A group whose commands are `module:attribute` strings, imported on use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command that is registered, in the order of the summaries, plug-ins after them."""
        names = BUILT_IN.keys() | {point.name for point in metadata.entry_points(group=ENTRY_POINTS)}
        known = [name for name in SUMMARIES if name in names]
        return known + sorted(names.difference(known))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now; None if there is none of that name."""
        if cmd_name in BUILT_IN:
            module, _, attribute = BUILT_IN[cmd_name].partition(":")
            command = getattr(importlib.import_module(module), attribute)
        elif points := metadata.entry_points(group=ENTRY_POINTS, name=cmd_name):
            command = next(iter(points)).load()
        else:
            return None
        if not isinstance(command, click.Command):
            raise TypeError(f"{cmd_name} is registered, but {command!r} is no command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of commands from SUMMARIES; click's own would import every one of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, SUMMARIES.get(name, "")) for name in self.list_commands(ctx)])

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command; what goes wrong becomes one line and exit code 1, or a traceback under --debug."""
        try:
            ctx.with_resource(log_file(log_dir()))  # before the command is even looked for: that may fail too
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise  # click's own way to say it
        except Exception as error:
            if ctx.params["debug"] or getattr(error, "errno", None) == errno.EPIPE:
                raise
            click.echo(one_line(error, language=ctx.params["language"]), err=True)
            ctx.exit(1)


def one_line(error: Exception, *, language: str) -> str:
    """What to tell the person at the keyboard. One that nobody foresaw goes to the log by its places."""
    if isinstance(error, OSError) and error.filename is not None:
        error = FileRefused(path=str(error.filename), reason=error.strerror)
    if isinstance(error, DomainError | EnvironmentProblem):
        from desktop import messages  # not at the top: help and a command that succeeds have no need of the sentences

        return messages.text(error, language=language)
    log.error("command failed: %s at %s", type(error).__qualname__, " < ".join(places(error.__traceback__)))
    return UNFORESEEN[language].format(path=log_dir() / FILE_NAME)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="yichuang", prog_name="yichuang")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.option("--language", type=click.Choice(["zh", "en"]), default="zh", help="Language of messages.")
def cli(**_options: object) -> None:
    """一窗: the counter that works without a network."""


def main(args: Sequence[str] | None = None) -> None:
    """Runs the command line and leaves the process: 0 done, 1 not done, 2 the command was not understood."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal without Chinese shows codes, not a crash
    cli.main(args)
