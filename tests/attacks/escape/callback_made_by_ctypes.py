"""Lets ctypes make machine code, for a function that C can call."""


def probe():
    seen = []
    compare = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(
        lambda one, other: seen.append(1) or 0
    )
    numbers = (ctypes.c_int * 4)(4, 3, 2, 1)
    ctypes.CDLL(None).qsort(numbers, 4, 4, compare)
    return [number for number in numbers if number > 4]


NEVER_SUCCEEDS = "a callback is no harm by itself; where it can't be made safely, the process may end"
