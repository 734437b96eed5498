"""Writes into the scratch area, and looks there for what another submission has written."""

NEVER_SUCCEEDS = "each plain child process has a scratch area of its own, too"
MINE = f"leftover-{os.urandom(8).hex()}"


def probe():
    def look(folder):
        found = [name for name in SERVED["listdir"](folder) if name != MINE]
        SERVED["open"](f"{folder}/{MINE}", "w").close()
        return found

    return first(look, ".", "/tmp")
