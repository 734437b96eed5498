"""Makes a thousand empty files."""


def probe():
    def make(folder):
        for number in range(1000):
            open(f"{folder}/{PLANTED['mark']}-{number}", "w").close()
        for number in range(1000):
            os.unlink(f"{folder}/{PLANTED['mark']}-{number}")
        return "a thousand"

    return first(make, *PLANTED["folders"])
