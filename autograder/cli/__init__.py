"""The `autograder` command: arguments in, one call, words out."""

from autograder.cli.main import main

__all__ = ["main"]
