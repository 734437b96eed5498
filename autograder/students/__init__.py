"""A student's own checks: in the terminal, under pytest and in a notebook.

Imports `grading` and the wings below it.
"""
