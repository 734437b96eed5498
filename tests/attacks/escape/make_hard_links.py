"""Gives a file a second name."""


def probe():
    os.link(PLANTED["victim"], f"{PLANTED['temporary']}/{PLANTED['mark']}-hard")
    return "linked"
