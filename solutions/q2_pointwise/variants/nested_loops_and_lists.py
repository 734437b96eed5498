"""Seven nested loops at most, plain lists come out, costs are lists too."""


def conv1x1(x, w):
    return [
        [
            [
                [
                    sum(float(w[g][f]) * float(image[f][i][j]) for f in range(len(image)))
                    for j in range(len(image[0][0]))
                ]
                for i in range(len(image[0]))
            ]
            for g in range(len(w))
        ]
        for image in x
    ]


def bottleneck(x, w1, w2):
    def relu(value):
        return [relu(part) for part in value] if isinstance(value, list) else max(value, 0.0)

    return relu(conv1x1(relu(conv1x1(x, w1)), w2))


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    layers = [(1, c_in, c1), (1, c_in, r3), (3, r3, c3), (1, c_in, r5), (5, r5, c5), (1, c_in, pp)]
    total = 0
    for k, before, after in layers:
        total += h * w * k**2 * before * after
    return [total, sum([c1, c3, c5, pp])]
