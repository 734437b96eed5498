"""Makes a pipe with a name, at which a reader would wait for ever."""


def probe():
    return first(lambda folder: os.mkfifo(f"{folder}/{PLANTED['mark']}-pipe") is None, *PLANTED["folders"])
