"""Leaves an empty root folder by the classic way: another one below it."""


def probe():
    os.mkdir(f"{PLANTED['temporary']}/{PLANTED['mark']}-root")
    os.chroot(f"{PLANTED['temporary']}/{PLANTED['mark']}-root")
    for _ in range(100):
        os.chdir("..")
    os.chroot(".")
    return os.listdir("/")
