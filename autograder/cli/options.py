"""What the commands share: options, and errors as one line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from autograder.errors import AutograderError, UsageError
from autograder.i18n import LANGUAGES, set_language

PATH, SECONDS = click.Path(path_type=Path), click.FloatRange(0, min_open=True)


class CommandError(click.ClickException):
    """An error as one line, with exit status 2."""

    exit_code = 2


class CommandGroup(click.Group):
    """Turns whatever the person who typed can mend into a Stop."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            command = error.ctx.command_path if error.ctx else "autograder"
            raise CommandError(f"{error.format_message()} Look at: {command} --help") from None
        except AutograderError as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            raise CommandError("stopped") from None
        except BrokenPipeError:
            raise  # `autograder list | head` is click's business
        except OSError as error:
            raise CommandError(f"{error.filename or 'a file'}: {error.strerror}") from error


def find_solutions(given: Path | None) -> Path:
    """Return the folder of the exercises: the given one, or `solutions/` here or in a folder above."""
    if given:
        return given
    for folder in (Path.cwd(), *Path.cwd().parents):
        if (folder / "solutions").is_dir():
            return folder / "solutions"
    raise UsageError(
        "there is no solutions/ folder here or above. Go to the project's folder, or name it with --solutions"
    )


solutions_option = click.option(
    "--solutions", type=PATH, envvar="AUTOGRADER_SOLUTIONS", callback=lambda context, option, given: find_solutions(given),
    help="The folder with the exercises, answers and hidden checks.  [default: solutions/ here or above]",
)  # fmt: skip


language_option = click.option(
    "--lang", type=click.Choice(LANGUAGES), expose_value=False, callback=lambda context, option, given: set_language(given),
    help="The language of what students read: English or Persian.  [default: that of LANG]",
)  # fmt: skip
