"""Raises the errors that end a program, a test run or a generator."""

ERRORS = [
    KeyboardInterrupt,
    SystemExit,
    GeneratorExit,
    StopIteration,
    MemoryError,
    RecursionError,
    BrokenPipeError,
    EOFError,
]
CALLS = []


def conv2d(*arguments, **keywords):
    CALLS.append(1)
    raise ERRORS[len(CALLS) % len(ERRORS)]


output_size = zero_pad = conv2d
