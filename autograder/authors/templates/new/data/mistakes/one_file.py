"""new_function reads scores.csv, whatever file is named."""

RUNG = "reading"
HINT = "What is `name` for?"

import csv


def new_function(name):
    best = {}
    with open("scores.csv", newline="") as file:
        for row in csv.DictReader(file):
            best[row["name"]] = max(best.get(row["name"], 0.0), float(row["score"]))
    return best


def save_new_function(name, target):
    with open(name, newline="") as source, open(target, "w") as file:
        best = {}
        for row in csv.DictReader(source):
            best[row["name"]] = max(best.get(row["name"], 0.0), float(row["score"]))
        for person, score in best.items():
            print(person, score, file=file)
