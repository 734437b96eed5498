"""A framework for grading programming exercises. Student code never shares a process with the checks.

This file imports nothing, because the untrusted worker imports it.
"""

__version__ = "1.1.0"
