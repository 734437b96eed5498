"""total_rain reads rain.csv, whatever file is named."""

RUNG = "files"
HINT = "What is `name` for?"


def total_rain(name):
    totals = {}
    with open("rain.csv") as file:
        next(file)
        for line in file:
            station, millimetres = line.strip().split(",")
            totals[station] = totals.get(station, 0) + float(millimetres or 0)
    return totals
