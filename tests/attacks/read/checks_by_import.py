"""Imports the hidden checks as a module and asks for their source."""

import inspect


def probe():
    sys.path.insert(0, PLANTED["exercise"])
    import test_secret_copy

    return inspect.getsource(test_secret_copy)
