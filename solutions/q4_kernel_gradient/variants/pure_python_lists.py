"""No numpy at all inside: lists in, nested lists out; coefficients as tuples of floats."""

coefficients = (
    (((2.0, 3.0), (3.0, 1.0)), ((3.0, 4.0), (1.0, 5.0))),
    (((3.0, 1.0), (4.0, -1.0)), ((1.0, 5.0), (-1.0, -2.0))),
)


def _flat(x, g, kh, kw, s, p):
    h, w = len(x), len(x[0])

    def pixel(r, c):
        return x[r - p][c - p] if 0 <= r - p < h and 0 <= c - p < w else 0.0

    return [
        [
            sum(g[i][j] * pixel(i * s + a, j * s + b) for i in range(len(g)) for j in range(len(g[0])))
            for b in range(kw)
        ]
        for a in range(kh)
    ]


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    x, grad_out = x.tolist(), grad_out.tolist()
    kh, kw = kernel_shape[-2:]
    if len(kernel_shape) == 2:
        return _flat(x, grad_out, kh, kw, stride, padding)
    result = []
    for f in range(kernel_shape[0]):
        result.append([])
        for c in range(kernel_shape[1]):
            parts = [
                _flat(image[c], up[f], kh, kw, stride, padding) for image, up in zip(x, grad_out, strict=True)
            ]
            result[f].append([[sum(part[a][b] for part in parts) for b in range(kw)] for a in range(kh)])
    return result
