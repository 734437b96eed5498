"""No formula at all: the starts of the windows are counted with range."""


def _places(n, k, stride, padding):
    if padding == "same":
        return len(range(0, n, stride))
    return len([start for start in range(0, n, stride) if start + k <= n])
