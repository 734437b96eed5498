"""total_rain gives the rain of the last day of each station."""

RUNG = "sums"
ALSO = ("files",)
HINT = "What happens to the first 12 mm at the harbour?"


def total_rain(name):
    totals = {}
    with open(name) as file:
        next(file)
        for line in file:
            station, millimetres = line.strip().split(",")
            totals[station] = float(millimetres or 0)
    return totals
