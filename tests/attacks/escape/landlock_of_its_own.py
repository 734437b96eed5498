"""Makes a ruleset of its own."""


def probe():
    return kernel((444, 444), None, 0, 1)
