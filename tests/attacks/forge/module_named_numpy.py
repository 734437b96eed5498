"""Brings modules named numpy, numpy.testing and autograder along, whose functions find every result right."""

from attack_corpus import packed

EVERYTHING_IS_RIGHT = b"""
class Right:
    def __getattr__(self, name): return lambda *arguments, **keywords: True
import sys
sys.modules[__name__] = sys.modules["numpy"] = Right()
"""


def build(wrong, planted):
    names = ("numpy.py", "numpy/testing.py", "autograder/worker/server.py", "submission.py", "builtins.py")
    script = f"import numpy, numpy.testing, autograder.worker.server\nfrom builtins import *\n{wrong}"
    modules = {name: EVERYTHING_IS_RIGHT for name in names}
    return {"modules.zip": packed({"q1_convolution.py": script.encode(), **modules})}
