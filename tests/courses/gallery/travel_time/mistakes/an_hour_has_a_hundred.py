"""minutes takes an hour for a hundred minutes."""

RUNG = "reading"
HINT = "How many minutes are two hours?"


def minutes(text):
    found = re.fullmatch(r"(?:(\d+)h)? ?(?:(\d+)m)?", text)
    if not found or not any(found.groups()):
        raise ValueError(text)
    return 100 * int(found[1] or 0) + int(found[2] or 0)
