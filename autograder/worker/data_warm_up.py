"""What pandas and matplotlib load when they are first used: done once in the zygote, before the lockdown.

A worker can open no file. So it gets the files of time zones and fonts in memory.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import subprocess
import tempfile
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

from autograder.worker.time_zones import load_time_zones

CSV = "name,group,score,day\nAnn,a,1.5,2026-01-01\nBob,b,,2026-03-29\nCid,a,3,2026-06-01\n"


def prepare(packages: Iterable[str]) -> None:
    """Load matplotlib with nothing of this machine's own: no settings of a user, no fonts of the system."""
    if "matplotlib" not in packages:
        return
    with tempfile.TemporaryDirectory() as folder, _own_fonts_only():
        os.environ["MPLCONFIGDIR"] = folder
        importlib.import_module("matplotlib.font_manager")


@contextlib.contextmanager
def _own_fonts_only() -> Iterator[None]:
    """Let matplotlib look for fonts among its own: the same on every machine, and fast."""
    walk, no_program = os.walk, mock.Mock(side_effect=FileNotFoundError)

    def walk_own(folder: Any, *arguments: Any, **options: Any) -> Any:
        return walk(folder, *arguments, **options) if "mpl-data" in str(folder) else iter(())

    with mock.patch.object(os, "walk", walk_own), mock.patch.object(subprocess, "check_output", no_program):
        yield


def warm_up(packages: Iterable[str]) -> dict[str, bytes]:
    """Use what submissions use of some packages. Return the files that these will open, by their paths."""
    wanted, files = set(packages), dict[str, bytes]()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if "pandas" in wanted:
            files |= load_time_zones()
            _use_pandas()
        if "matplotlib" in wanted:
            fonts = _font_files()
            files |= fonts
            with _fonts_in_memory(fonts):
                _use_matplotlib()
                if "pandas" in wanted:
                    _use_both()
    return files


def _use_pandas() -> None:
    """Read, group, join, reshape, and show a small table."""
    import pandas as pd

    table = pd.read_csv(io.StringIO(CSV))
    pd.read_json(io.StringIO(table.to_json()))
    table.groupby("group").agg({"score": ["mean", "sum"]})
    table.groupby("group")["score"].transform("mean")
    table.merge(pd.DataFrame({"group": ["a"], "room": [1]}), on="group", how="left").pivot_table(
        index="group", columns="room", values="score"
    )
    dates = pd.to_datetime(table["day"])
    dates.dt.tz_localize("Europe/Berlin").dt.tz_convert("Asia/Tehran").dt.strftime("%d %b")
    table.assign(day=dates).set_index("day")["score"].resample("ME").mean().interpolate().rolling(2).mean()
    table["name"].str.upper().str.extract("(A)")
    table.describe(include="all").to_string()
    table.to_csv()
    table.info(buf=io.StringIO())
    table.query("score > 1").eval("score * 2")
    table.melt(id_vars="name").drop_duplicates().sort_values("name")
    table.pivot(columns="name", values="score")
    pd.concat([table, table]).corr(numeric_only=True)
    pd.get_dummies(table.astype({"group": "category"}))
    table["name"].astype("string").value_counts()
    pd.array([1, None], dtype="Int64")
    pd.cut(table["score"], 2)
    repr(table), table._repr_html_()


def _font_files() -> dict[str, bytes]:
    """Return matplotlib's own fonts by their paths."""
    import matplotlib as mpl

    folder = Path(mpl.get_data_path(), "fonts")
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@contextlib.contextmanager
def _fonts_in_memory(fonts: dict[str, bytes]) -> Iterator[None]:
    """Let fonts be opened in memory: matplotlib keeps them open, and goes on to read from them."""
    real_open = io.open

    def open_font(file: Any, *arguments: Any, **options: Any) -> Any:
        data = fonts.get(str(file))
        if data is None or "b" not in (*arguments, options.get("mode", ""))[0]:
            return real_open(file, *arguments, **options)
        opened = Font(data)
        opened.name = str(file)
        return opened

    with mock.patch.object(io, "open", open_font), mock.patch("builtins.open", open_font):
        yield


class Font(io.BytesIO):
    """A font that is open."""

    name = ""


def _use_matplotlib() -> None:
    """Draw what submissions draw, with all kinds of text."""
    import numpy as np
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(2, 3)
    axes[0, 0].plot([1, 2, 3], label="x")
    axes[0, 0].legend()
    axes[0, 0].set_yscale("log")
    axes[0, 1].bar(["a", "b"], [1, 2])
    axes[0, 2].hist(np.arange(9))
    axes[1, 0].scatter([1, 2], [3, 4], c=[1, 2])
    axes[1, 1].imshow(np.eye(4))
    axes[1, 2].boxplot([1, 2, 3])
    axes[1, 2].annotate("a", (0, 0))
    axes[1, 1].contourf(np.eye(4))
    axes[1, 0].pie([1, 2])
    axes[1, 0].errorbar([1], [1], yerr=[1])
    axes[1, 0].violinplot([1, 2, 3])
    for place, family in enumerate(("serif", "monospace", "sans-serif")):
        axes.flat[place].set_title(r"$\alpha^2_i \sum \mathbf{x}$", family=family)
        axes.flat[place].set_xlabel("x", family=family, style="italic", weight="bold")
    figure.colorbar(axes[1, 1].images[0])
    figure.suptitle("title", weight="bold")
    figure.tight_layout()
    for kind in ("png", "svg"):
        figure.savefig(io.BytesIO(), format=kind)
    pyplot.figure().add_subplot(projection="3d").plot([1, 2], [1, 2], [1, 2])
    pyplot.figure().add_subplot(projection="polar").plot([1, 2], [1, 2])
    pyplot.savefig(io.BytesIO())
    pyplot.close("all")


def _use_both() -> None:
    """Draw tables and dates."""
    import pandas as pd
    from matplotlib import pyplot

    table = pd.DataFrame({"a": [1, 2], "b": [3, 4]}, index=pd.date_range("2026-01-01", periods=2))
    table.plot()
    table.plot(kind="bar")
    table["a"].hist()
    pyplot.gcf().autofmt_xdate()
    pyplot.savefig(io.BytesIO())
    pyplot.close("all")
