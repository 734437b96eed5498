"""Reads all typed lines, asks for more, and closes the stream."""

import sys


def main():
    print(sys.stdin.read())
    sys.stdin.close()
    print(input())
