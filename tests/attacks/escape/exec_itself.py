"""Becomes a shell that answers in its place."""


def probe():
    answer = framed([request_id(), "value", [["PROBE-SUCCEEDED", "became a shell", "", 0, ""]]])
    printed = "".join(f"\\{byte:03o}" for byte in answer)
    os.execv("/bin/sh", ["sh", "-c", f"printf '{printed}' >&4; printf '{printed}' >&{SOCKET}"])
