"""Plain loops over everything, no numpy arithmetic; the result is a list of lists."""

laplacian_response = ((0, 20, -70, 20, 0), *((0, 30, -60, 30, 0),) * 3, (0, 20, -70, 20, 0))
misprinted_cell = [0, 3]


def output_size(n, kernel, stride=1, padding=0):
    return len(range(0, n + padding + padding - kernel + 1, stride))


def zero_pad(x, padding):
    if x.ndim > 2:
        return [zero_pad(part, padding) for part in x]
    w = x.shape[1] + 2 * padding
    rows = [[0] * padding + [float(value) for value in row] + [0] * padding for row in x]
    return [[0] * w for _ in range(padding)] + rows + [[0] * w for _ in range(padding)]


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 2:
        return _one_channel(x, kernel, stride, padding)
    out = []
    for image in x:
        maps = []
        for filters in kernel:
            parts = [
                _one_channel(channel, slice_, stride, padding)
                for channel, slice_ in zip(image, filters, strict=True)
            ]
            maps.append(
                [[sum(values) for values in zip(*rows, strict=True)] for rows in zip(*parts, strict=True)]
            )
        out.append(maps)
    return out


def _one_channel(x, kernel, stride, padding):
    x, (kh, kw), out = zero_pad(x, padding), kernel.shape, []
    for i in range(0, len(x) - kh + 1, stride):
        row = []
        for j in range(0, len(x[0]) - kw + 1, stride):
            row.append(sum(x[i + a][j + b] * float(kernel[a, b]) for a in range(kh) for b in range(kw)))
        out.append(row)
    return out
