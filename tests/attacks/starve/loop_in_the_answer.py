"""Returns an object that never finishes being turned into data."""

EXPECT = "no answer after"


class Endless:
    def __array__(self, *arguments, **keywords):
        while True:
            pass


def output_size(n, kernel, stride=1, padding=0):
    return Endless()
