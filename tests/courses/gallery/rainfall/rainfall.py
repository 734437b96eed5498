"""Rain at some stations: a file that is read line by line.

Fill in every part that says 'write your answer/code here'.
"""


# %%
def total_rain(name: str) -> dict[str, float]:
    """Return how much rain fell at each station, in millimetres, from the file `name`.

    The first line has the titles. A day without a number counts as dry.
    """
    totals: dict[str, float] = {}
    with open(name) as file:
        next(file)
        for line in file:
            station, millimetres = line.strip().split(",")
            totals[station] = totals.get(station, 0) + float(millimetres or 0)
    return totals
