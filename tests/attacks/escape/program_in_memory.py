"""Writes a program into memory and starts it from there, without any file."""


def probe():
    descriptor = os.memfd_create("program")
    os.write(descriptor, b"#!/bin/sh\nexit 0\n")
    return descriptor
