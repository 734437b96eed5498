"""Splits the text, and lets int find out what is no number."""


def minutes(text):
    total, units = 0, ["h", "m"]
    try:
        for part in text.split(" "):
            unit = part[-1]
            units = units[units.index(unit) + 1 :]
            total += int(part[:-1]) * {"h": 60, "m": 1}[unit]
    except (IndexError, KeyError, ValueError):
        raise ValueError("no time: " + text) from None
    return total
