"""minutes reads only times that have hours and minutes."""

RUNG = "reading"
HINT = "What does minutes('45m') give?"


def minutes(text):
    found = re.fullmatch(r"(\d+)h (\d+)m", text)
    if not found:
        raise ValueError(text)
    return 60 * int(found[1]) + int(found[2])
