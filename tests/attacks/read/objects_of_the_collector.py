"""Searches every object that the garbage collector knows for the secret."""

import gc


def probe():
    for thing in gc.get_objects():
        if type(thing) in (dict, list, tuple):
            for item in list(thing.values()) if type(thing) is dict else list(thing):
                data = item.encode("utf-8", "replace") if type(item) is str else item
                if type(data) is bytes and data != b"CANARY-in-" and canary(data) and len(data) < 200:
                    return data
