"""Becomes a shell that answers in its place."""

import contextlib


def probe():
    answer = framed([request_id(), "value", [["PROBE-SUCCEEDED", "became a shell", "", 0, ""]]])
    printed = "".join(f"\\{byte:03o}" for byte in answer)
    for number in (SOCKET, SOCKET + 1):  # a plain child process writes to the second
        with contextlib.suppress(OSError):
            os.set_inheritable(number, True)
    os.execv(
        "/bin/sh",
        ["sh", "-c", f"printf '{printed}' >&{SOCKET + 1} || printf '{printed}' >&{SOCKET}; sleep 1"],
    )
