"""Has terminal commands in its file name."""


def build(wrong, planted):
    return {"\x1b[2J\x1b[32m40\x07\r\n\x9b.py": wrong.encode()}
