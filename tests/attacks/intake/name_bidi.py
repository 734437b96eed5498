"""Has characters in its file name that turn the order of what is read."""


def build(wrong, planted):
    return {"alice\u202eyp.04\u2066\u200b.py": wrong.encode()}
