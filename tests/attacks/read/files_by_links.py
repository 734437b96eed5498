"""Makes links to a file of the machine with the functions of the table, and opens those."""

NEVER_SUCCEEDS = "a plain child process has the table of files, too"


def probe():
    def through(make):
        make(PLANTED["secret"], "link.txt")
        return SERVED["open"]("link.txt", "rb").read()

    def renamed(*_):
        SERVED["rename"](PLANTED["secret"], "link.txt")
        return SERVED["open"]("link.txt", "rb").read()

    return first(through, SERVED["symlink"], SERVED["link"], renamed)
