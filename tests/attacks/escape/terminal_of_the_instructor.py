"""Writes to the instructor's terminal."""

NEVER_SUCCEEDS = "there need not be a terminal"


def probe():
    return os.write(os.open("/dev/tty", os.O_WRONLY), b"forged")
