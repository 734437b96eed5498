"""Looks for what another submission left behind, and leaves something for the next one."""


def probe():
    def leave_and_look(folder):
        open(f"{folder}/{PLANTED['mark']}-leftover", "w").close()
        return os.listdir(folder)

    return first(leave_and_look, PLANTED["temporary"], "/tmp", "/dev/shm", "/var/tmp")
