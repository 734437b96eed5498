"""The `autograder` command. Each command takes its arguments, makes one call, and prints the result.

Imports every other wing.
"""

from autograder.cli.main import main

__all__ = ["main"]
