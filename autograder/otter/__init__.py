"""Zips for Gradescope and otter, and what runs there. The only wing that imports otter.

Imports `grading`, `reports` and the wings below them.
"""
