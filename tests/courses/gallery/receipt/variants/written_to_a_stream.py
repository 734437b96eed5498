"""Writes the lines to a stream in memory, with text methods."""

import io


def receipt(items):
    out, total = io.StringIO(), 0
    for name, count, cents in items:
        total += count * cents
        print(name.ljust(12) + str(count).rjust(3) + ("%.2f" % (count * cents / 100)).rjust(9), file=out)
    print("-" * 24, file=out)
    print("Total" + ("%.2f" % (total / 100)).rjust(19), file=out)
    return out.getvalue()
