"""Links to what it can't read, from where others might follow."""


def probe():
    return first(
        lambda folder: os.symlink("/etc/passwd", f"{folder}/{PLANTED['mark']}-link") is None,
        *PLANTED["folders"],
    )
