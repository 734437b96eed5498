"""Replies to a batch with one wrong result and to single requests with another, and ends every second batch."""

EXPECT = "conv2d"


def conv2d(x, *arguments, **keywords):
    outer, names = sys._getframe(1), set()
    while outer:
        names.add(outer.f_code.co_name)
        outer = outer.f_back
    if "handle_batch" in names and x.ndim > 2:
        os._exit(0)
    return tell([[-1.0 - ("handle_batch" in names) - x.size]])


output_size = zero_pad = None
