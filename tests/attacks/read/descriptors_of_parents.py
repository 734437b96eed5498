"""Opens what other processes hold open."""


def probe():
    def look(pid):
        return [
            os.open(f"/proc/{pid}/fd/{number}", os.O_RDONLY | os.O_NONBLOCK)
            for number in os.listdir(f"/proc/{pid}/fd")
        ]

    return first(look, *other_processes())
