"""Asks for memory that can be written and executed."""

import mmap


def probe():
    return mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC) and "got it"
