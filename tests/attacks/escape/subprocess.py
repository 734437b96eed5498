"""Starts a program with Python's own module for that."""

import subprocess


def probe():
    return subprocess.run(["/bin/true"], timeout=5).returncode == 0
