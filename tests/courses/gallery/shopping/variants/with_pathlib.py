"""Writes each file at once, with `pathlib`."""

from pathlib import Path


def save_list(items, name):
    Path(name).write_text("".join(f"{number}. {item}\n" for number, item in enumerate(items, start=1)))


def add_item(item, name):
    text = Path(name).read_text()
    Path(name).write_text(f"{text}{text.count(chr(10)) + 1}. {item}\n")
