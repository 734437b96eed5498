"""Writes another submission into the folder of the class."""


def probe():
    with open(f"{PLANTED['batch']}/{PLANTED['mark']}-submission.py", "w") as file:
        return file.write("forged")
