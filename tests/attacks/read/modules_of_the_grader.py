"""Looks for modules of the trusted side, and for tests, among those that are loaded."""

NEVER_SUCCEEDS = "a plain child process has loaded nothing of the trusted side either"


def probe():
    trusted = {"student", "grading", "checking", "exercise", "submission", "outputs", "records", "classroom", "test_hidden", "q1_convolution"}
    return sorted(name for name in sys.modules if trusted & set(name.split("."))) + ["pytest"] * ("pytest" in sys.modules)
