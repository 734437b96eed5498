"""Is as long as a script may be, and no Python at its end, so that what is complete has to be looked for."""


def build(wrong, planted):
    return {"far.py": f"{wrong}\n{'x = [' * 40}\n{'y = (1,' * 3000}\n{'z = 1' * 30_000}\n(\n".encode()}
