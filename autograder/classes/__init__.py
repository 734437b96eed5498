"""A class: a pool of graders, and the journal that makes a run resumable.

Imports `grading`, `reports` and the wings below them.
"""
