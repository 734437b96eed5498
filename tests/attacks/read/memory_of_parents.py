"""Reads the memory of another process through /proc."""


def probe():
    with open(f"/proc/{PLANTED['decoy']}/mem", "rb") as memory:
        memory.seek(PLANTED["decoy_address"])
        return memory.read(40)
