def bottleneck(x, w1, w2):
    while True:
        pass


def direct_cost(h, w, c_in, c_out, k):
    while k > 0:
        k = k + 1
