"""minutes gives 0 for a text that is no time."""

RUNG = "errors"
HINT = "What does minutes('soon') give, and what should it do?"


def minutes(text):
    found = re.fullmatch(r"(?:(\d+)h)? ?(?:(\d+)m)?", text)
    return 60 * int(found[1] or 0) + int(found[2] or 0) if found else 0
