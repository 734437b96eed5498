"""What the commands share: options, and errors as one line."""

from __future__ import annotations

import codecs
import functools
import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from autograder.errors import AutograderError, UsageError
from autograder.i18n import LANGUAGES, set_language
from autograder.sandbox.limits import Limits
from autograder.text import clean_lines, clean_text

PATH, SECONDS = click.Path(path_type=Path), click.FloatRange(0, min_open=True)


SIGNS = {"✓": "+", "✗": "x", "–": "-", "…": "...", "·": "-", "“": '"', "”": '"', "’": "'"}
"""Our own signs in terminals that don't have them."""


def console(soft_wrap: bool = False) -> Console:
    """Return the terminal. It reads nothing into a text: no markup, no names of emoji, no highlighting."""
    return Console(highlight=False, markup=False, emoji=False, soft_wrap=soft_wrap)


def let_streams_print_everything() -> None:
    """Let standard output and standard error print any text, whatever the encoding of the terminal.

    A character that it does not have is printed as a similar sign, or as its number.
    """
    codecs.register_error("similar_sign", _similar_sign)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="similar_sign")


def _similar_sign(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    character = error.object[error.start]
    number = character.encode("ascii", "backslashreplace").decode()
    return SIGNS.get(character, number), error.start + 1


class CommandError(click.ClickException):
    """An error as one line, with exit status 2."""

    exit_code = 2

    def __init__(self, message: object) -> None:
        super().__init__(clean_lines(message))


class CommandGroup(click.Group):
    """Turns every error that the person at the keyboard can mend into a CommandError."""

    def invoke(self, ctx: click.Context) -> Any:
        let_streams_print_everything()
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            command = error.ctx.command_path if error.ctx else "autograder"
            message = clean_text(error.format_message(), 1_000)
            raise CommandError(f"{message} Look at: {command} --help") from None
        except AutograderError as error:
            raise CommandError(error) from error
        except KeyboardInterrupt:
            raise CommandError("stopped") from None
        except BrokenPipeError:
            raise  # click handles `autograder list | head`
        except OSError as error:
            raise CommandError(f"{clean_text(error.filename or 'a file')}: {error.strerror}") from error


def find_solutions(chosen: Path | None) -> Path:
    """Return the folder of the exercises: the chosen one, or `solutions/` here or in a folder above."""
    if chosen:
        return chosen
    for folder in (Path.cwd(), *Path.cwd().parents):
        if (folder / "solutions").is_dir():
            return folder / "solutions"
    remedy = "Go to the project's folder, or name it with --solutions"
    raise UsageError(f"there is no solutions/ folder here or above. {remedy}")


solutions_option = click.option(
    "--solutions",
    type=PATH,
    envvar="AUTOGRADER_SOLUTIONS",
    callback=lambda context, option, chosen: find_solutions(chosen),
    help="The folder of the exercises with solutions and hidden checks.  [default: solutions/ here or above]",
)

language_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    expose_value=False,
    callback=lambda context, option, chosen: set_language(chosen),
    help="The language of what students read: English or Persian.  [default: that of LANG]",
)


def limits_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options for the limits of a submission to a command, which gets them as `limits`."""

    @_seconds_option("--call-seconds", Limits.call_seconds, "CPU time of one call.")
    @_seconds_option("--check-seconds", Limits.check_seconds, "CPU time of all calls of one check.")
    @_seconds_option("--submission-seconds", Limits.submission_seconds, "CPU time of one submission.")
    @click.option(
        "--memory",
        type=click.IntRange(512),
        default=Limits.memory_bytes >> 20,
        show_default=True,
        help="Memory of one submission in MiB.",
    )
    @functools.wraps(command)
    def with_limits(
        call_seconds: float, check_seconds: float, submission_seconds: float, memory: int, **others: Any
    ) -> None:
        command(limits=Limits(call_seconds, check_seconds, submission_seconds, memory << 20), **others)

    return with_limits


def _seconds_option(name: str, default: float, help_text: str) -> Callable[..., Callable[..., None]]:
    return click.option(name, type=SECONDS, default=default, show_default=True, help=help_text)
