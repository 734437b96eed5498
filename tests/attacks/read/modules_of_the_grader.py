"""Looks for modules of the trusted side, and for tests, among those that are loaded."""

NEVER_SUCCEEDS = "a plain child process has loaded nothing of the trusted side either"


def probe():
    ours = {
        name
        for name in sys.modules
        if name.startswith("autograder.") and not name.startswith("autograder.worker")
    }
    return sorted(ours | {"pytest", "test_hidden", "test_visible", "q1_convolution"} & set(sys.modules))
