"""Writes results of its own when the process ends, after everything has been graded."""

import atexit


def write(place):
    with open(place, "w") as file:
        file.write('{"score": 40}')


for place in ("results.json", f"/tmp/{PLANTED['mark']}-exit.json", "/autograder/results/results.json"):
    atexit.register(write, place)


class Last:
    def __del__(self):
        write(f"/tmp/{PLANTED['mark']}-del.json")


keep = Last()
