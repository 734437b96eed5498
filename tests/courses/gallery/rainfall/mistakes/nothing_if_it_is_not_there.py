"""total_rain gives an empty dict if the file is not there."""

RUNG = "files"
HINT = "How does its caller find out that the name is wrong?"

import os


def total_rain(name):
    totals = {}
    if not os.path.exists(name):
        return totals
    with open(name) as file:
        for line in file.read().splitlines()[1:]:
            station, millimetres = line.split(",")
            totals[station] = totals.get(station, 0) + float(millimetres or 0)
    return totals
