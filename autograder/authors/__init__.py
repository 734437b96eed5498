"""For authors: new exercises, stubs, publishing, and the test of exercises, `verify`.

Imports `grading` and the wings below it.
"""
