"""Reads and writes whole texts."""

from pathlib import Path


def new_function(name):
    rows = [line.split(",") for line in Path(name).read_text().splitlines()[1:]]
    people = dict.fromkeys(person for person, _ in rows)
    return {one: max(float(score) for person, score in rows if person == one) for one in people}


def save_new_function(name, target):
    best = new_function(name)
    Path(target).write_text("".join(f"{person} {score}\n" for person, score in best.items()))
