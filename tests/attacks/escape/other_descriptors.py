"""Makes descriptors of the kernel's newer kinds."""

import signal


def probe():
    mask = ctypes.create_string_buffer(8)
    return first(
        lambda make: kernel(*make),
        ("eventfd", 0, 0),
        ("timerfd_create", 1, 0),
        ("epoll_create1", 0),
        ((289, 74), -1, mask, 8, 0),
    )
