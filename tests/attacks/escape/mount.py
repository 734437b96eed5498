"""Mounts a file system over a folder."""


def probe():
    kernel("unshare", 0x00020000)
    kernel("mount", None, b"/", None, 0x44000, None)
    return kernel("mount", b"none", PLANTED["temporary"].encode(), b"tmpfs", 0, None) == 0
