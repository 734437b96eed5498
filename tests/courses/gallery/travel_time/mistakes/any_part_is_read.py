"""minutes reads the parts that are times, and passes over the rest."""

RUNG = "errors"
HINT = "What does minutes('2h 5') give?"


def minutes(text):
    hours, rest = re.search(r"(\d+)h", text), re.search(r"(\d+)m", text)
    if not hours and not rest:
        raise ValueError(text)
    return (60 * int(hours[1]) if hours else 0) + (int(rest[1]) if rest else 0)
