"""Reads the file with `csv` and `pathlib`."""

import csv
from collections import defaultdict
from pathlib import Path


def total_rain(name):
    totals = defaultdict(float)
    with Path(name).open(newline="") as file:
        for row in csv.DictReader(file):
            totals[row["station"]] += float(row["millimetres"] or "0")
    return dict(totals)
