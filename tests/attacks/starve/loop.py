"""Never comes back."""

EXPECT = "no answer after"


def output_size(n, kernel, stride=1, padding=0):
    while True:
        pass
