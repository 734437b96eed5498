"""Imports the hidden checks as a module and asks for their source."""

import importlib.machinery
import inspect


def probe():
    sys.path.insert(0, PLANTED["exercise"])
    sys.meta_path[:] = [importlib.machinery.PathFinder]
    import test_secret_copy

    return inspect.getsource(test_secret_copy)
