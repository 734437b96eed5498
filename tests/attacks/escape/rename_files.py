"""Puts another file in the place of one."""


def probe():
    os.rename(PLANTED["victim"], PLANTED["victim"] + "-moved")
    os.rename(PLANTED["victim"] + "-moved", PLANTED["victim"])
    return "renamed"
