"""new_function gives the first score of each person."""

RUNG = "reading"
ALSO = ("writing",)
HINT = "Which scores does Ann have, and which one do you return?"

import csv


def new_function(name):
    found = {}
    with open(name, newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["name"], float(row["score"]))
    return found
