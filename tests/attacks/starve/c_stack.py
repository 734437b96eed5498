"""Overflows the C stack with a recursion limit of its own."""


class Deep:
    def __getattr__(self, name):
        return getattr(self, name + "x" if len(name) < 9 else name)


def output_size(n, kernel, stride=1, padding=0):
    sys.setrecursionlimit(10**9)
    nested = []
    for _ in range(10**6):
        nested = [nested]
    repr(nested)
    return Deep().a
