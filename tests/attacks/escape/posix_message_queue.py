"""Makes a message queue with a name."""


def probe():
    name = PLANTED["mark"].encode()
    kernel((240, 180), name, 0o102, 0o600, None)
    return kernel((241, 181), name) == 0
