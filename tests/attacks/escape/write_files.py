"""Writes files wherever it can."""


def probe():
    def write(folder):
        with open(f"{folder}/{PLANTED['mark']}-file", "w") as file:
            return file.write("forged")

    return first(write, *PLANTED["folders"])
