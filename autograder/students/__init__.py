"""A student's own checks: in the terminal, under pytest, in a notebook. Imports `grading` and what lies below it."""
