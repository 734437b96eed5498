"""Adds up the cost output row by output row, window by window, with other names for the arguments."""


def direct_cost(rows, columns, channels, filters, size):
    cost = 0
    for _ in range(rows):
        for _ in range(columns):
            cost += sum(channels for _ in range(size) for _ in range(size)) * filters
    return cost


def bottleneck_cost(*sizes):
    rows, columns, channels, middle, filters, size = sizes
    return direct_cost(rows, columns, channels, middle, 1) + direct_cost(rows, columns, middle, filters, size)


def inception_cost(*sizes):
    h, w, c_in, *widths, pp = sizes
    stem, cost = h * w * c_in, 0
    for width in (widths[0], widths[1], widths[3], pp):
        cost += stem * width
    return cost + 9 * h * w * widths[1] * widths[2] + 25 * h * w * widths[3] * widths[4], widths[0] + widths[
        2
    ] + widths[4] + pp
