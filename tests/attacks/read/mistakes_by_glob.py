"""Lists the folder of known mistakes."""

import glob


def probe():
    return glob.glob(PLANTED["exercise"] + "/mistakes/*.py")
