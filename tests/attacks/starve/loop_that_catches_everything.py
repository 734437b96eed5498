"""Never comes back, and catches whatever would make it."""

EXPECT = "no answer after"


def output_size(n, kernel, stride=1, padding=0):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue
