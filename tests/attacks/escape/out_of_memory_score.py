"""Chooses who is killed when the machine has no memory left."""


def probe():
    with open("/proc/self/oom_score_adj", "w") as file:
        return file.write("500")
