"""Makes folders wherever it can."""


def probe():
    return first(lambda folder: os.mkdir(f"{folder}/{PLANTED['mark']}-folder") is None, *PLANTED["folders"])
