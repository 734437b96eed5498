"""What the commands share: options, and errors as one line."""

from __future__ import annotations

import codecs
import functools
import importlib
import importlib.util
import io
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from autograder.errors import AutograderError, Stopped, UsageError
from autograder.exercises.course import COURSE, LANGUAGE
from autograder.exercises.load import exercise_folders
from autograder.i18n import set_language
from autograder.sandbox.limits import Limits
from autograder.text import clean_lines, clean_text

PATH, SECONDS = click.Path(path_type=Path), click.FloatRange(0, min_open=True)


SIGNS = {"✓": "+", "✗": "x", "–": "-", "…": "...", "·": "-", "○": "o", "⧖": "T", "“": '"', "”": '"', "’": "'"}
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


class CommandStopped(CommandError):
    """What Ctrl-C or SIGTERM has stopped. The status is that of SIGINT, as shells count."""

    exit_code = 130


class CommandGroup(click.Group):
    """Turns every error that the person at the keyboard can mend into a CommandError.

    `sections` has the commands by those who use them, and of each the file that it is imported from.
    """

    def __init__(self, *, sections: Mapping[str, Mapping[str, str]], **options: Any) -> None:
        super().__init__(**options)
        self.sections = sections

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(name for files in self.sections.values() for name in files)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        file = next((files[cmd_name] for files in self.sections.values() if cmd_name in files), "")
        return self._imported(file, cmd_name) if file else None

    def _imported(self, file: str, name: str) -> click.Command:
        module = importlib.import_module(f"{__package__}.{file}")
        command: click.Command = getattr(module, f"{name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for title, files in self.sections.items():
            width = formatter.width - 6 - max(map(len, files))
            with formatter.section(title):
                commands = {name: self._imported(file, name) for name, file in files.items()}
                helps = [(name, command.get_short_help_str(width)) for name, command in commands.items()]
                formatter.write_dl(helps)

    def invoke(self, ctx: click.Context) -> Any:
        let_streams_print_everything()
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            command = error.ctx.command_path if error.ctx else "autograder"
            message = clean_text(error.format_message(), 1_000)
            raise CommandError(f"{message} Look at: {command} --help") from None
        except Stopped as error:
            raise CommandStopped(error) from error
        except AutograderError as error:
            raise CommandError(error) from error
        except KeyboardInterrupt:
            raise CommandStopped("stopped") from None
        except BrokenPipeError:
            raise  # click handles `autograder list | head`
        except OSError as error:
            raise CommandError(f"{clean_text(error.filename or 'a file')}: {error.strerror}") from error


def find_solutions(chosen: Path | None) -> Path:
    """Return the folder of a course's exercises: the chosen one, or `solutions/` in it.

    By default it is looked for here and in the folders above.
    """
    if chosen:
        return _exercises_in(chosen) or chosen
    for folder in (Path.cwd(), *Path.cwd().parents):
        if found := _exercises_in(folder):
            return found
    remedy = "Go to the course's folder, name it with --course, or make one: autograder init my_course"
    raise UsageError(f"there is no course.toml and no solutions/ folder here or above. {remedy}")


def _exercises_in(folder: Path) -> Path | None:
    """Return the folder of exercises that a folder is, or has; None if it is no course."""
    if (folder / COURSE).is_file():
        return folder
    if (folder / "solutions").is_dir():
        return folder / "solutions"
    return folder if exercise_folders(folder) else None


solutions_option = click.option(
    "--course",
    "--solutions",
    "solutions",
    type=PATH,
    envvar=["AUTOGRADER_COURSE", "AUTOGRADER_SOLUTIONS"],
    callback=lambda context, option, chosen: find_solutions(chosen),
    help="The folder of the course, or its solutions/.  [default: the course here or above]",
)


def _language(context: click.Context, option: click.Parameter, chosen: str | None) -> str | None:
    """Return the code of a language. A course may have texts in others than those of this package."""
    if chosen and not LANGUAGE.fullmatch(chosen):
        raise click.BadParameter(f"{chosen!r} is no code of a language, such as en or fa.")
    return chosen


language_option = click.option(
    "--lang",
    metavar="CODE",
    expose_value=False,
    callback=lambda context, option, chosen: set_language(_language(context, option, chosen)),
    help="The language of what students read, such as en or fa.  [default: that of LANG]",
)

build_language_option = click.option(
    "--lang",
    metavar="CODE",
    callback=_language,
    help="The language of what students read, such as en or fa.  [default: the first of the course]",
)


def needs(*packages: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Make a command name the packages that it needs and that aren't installed, before it begins."""

    def checked(command: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(command)
        def run(**options: Any) -> None:
            missing = [package for package in packages if importlib.util.find_spec(package) is None]
            if missing:
                verb = "is" if len(missing) == 1 else "are"
                name = click.get_current_context().command_path
                problem = f"`{name}` needs {' and '.join(missing)}, which {verb} not installed"
                remedy = "Install what instructors need: pip install 'conv-autograder[instructor]'"
                raise UsageError(f"{problem}. {remedy}")
            command(**options)

        return run

    return checked


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
