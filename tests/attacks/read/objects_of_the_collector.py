"""Searches every object that the garbage collector can reach for the secret."""

import gc


def probe():
    for thing in gc.get_objects():
        for item in gc.get_referents(*gc.get_referents(thing)):
            if type(item) in (bytes, str) and 30 < len(item) < 200 and "CANARY-in-" in str(item):
                return item
