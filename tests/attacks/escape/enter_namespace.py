"""Enters the namespace of another process."""


def probe():
    return first(
        lambda pid: kernel("setns", os.open(f"/proc/{pid}/ns/ipc", os.O_RDONLY), 0) == 0, *other_processes()
    )
