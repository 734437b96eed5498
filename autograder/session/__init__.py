"""Asking one submission: requests, replies, and the fixture `student`.

Imports `checks`, `sandbox`, `submissions` and what lies below them.
"""
