"""Fills the disk, fifty megabytes at most."""


def probe():
    def write(folder):
        name = f"{folder}/{PLANTED['mark']}-large"
        with open(name, "wb") as file:
            size = sum(file.write(bytes(2**20)) for _ in range(50))
        os.unlink(name)
        return size

    return first(write, *PLANTED["folders"])
