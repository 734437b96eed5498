"""The packages that an exercise can require: what is loaded of each before the lockdown.

A worker can load no code and open no file any more. So what a package loads when it is first used is used
once before: see `data_warm_up`. A package that is not required is not loaded. So whether a process has it is
seen from what it has loaded.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable
from types import ModuleType

NAMES: dict[str, frozenset[str]] = {
    "matplotlib": frozenset({"matplotlib", "mpl_toolkits", "pylab"}),
    "pandas": frozenset({"pandas"}),
    "scipy": frozenset({"scipy"}),
}
"""What `requires` in `exercise.toml` may list, each with the names that it is imported by."""
LOADED: dict[str, tuple[str, ...]] = {
    "matplotlib": (
        *("matplotlib", "matplotlib.pyplot", "matplotlib.animation", "matplotlib.cm", "matplotlib.colors"),
        *("matplotlib.dates", "matplotlib.figure", "matplotlib.gridspec", "matplotlib.image"),
        *("matplotlib.lines", "matplotlib.patches", "matplotlib.path", "matplotlib.ticker", "pylab"),
        *("matplotlib.transforms", "matplotlib.backends.backend_agg", "matplotlib.backends.backend_svg"),
        *("mpl_toolkits.mplot3d", "mpl_toolkits.axes_grid1"),
    ),
    "pandas": ("pandas", "pandas.api.types", "pandas.testing", "pandas.tseries.offsets", "zoneinfo"),
    "scipy": tuple(
        "scipy scipy.signal scipy.ndimage scipy.linalg scipy.fft scipy.fftpack scipy.sparse scipy.special "
        "scipy.stats scipy.optimize".split()
    ),
}
"""The modules that are loaded of each."""
TOGETHER: dict[frozenset[str], tuple[str, ...]] = {
    frozenset({"matplotlib", "pandas"}): ("pandas.plotting", "pandas.plotting._matplotlib"),
}
"""Modules that are loaded where several packages are required."""


def modules_of(packages: Iterable[str]) -> list[str]:
    """Return the modules that are loaded of these packages, in order."""
    wanted = frozenset(packages)
    together = (modules for needed, modules in TOGETHER.items() if needed <= wanted)
    return [name for some in (*map(LOADED.__getitem__, sorted(wanted)), *together) for name in some]


def required_names() -> frozenset[str]:
    """Return the names of packages, besides SciPy, that this process has loaded: those that are required."""
    loaded = [name for name in NAMES if name != "scipy" and type(sys.modules.get(name)) is ModuleType]
    return frozenset().union(*map(NAMES.__getitem__, loaded))


def missing_packages(packages: Iterable[str]) -> list[str]:
    """Return those of some packages that are not installed here."""
    return [name for name in packages if importlib.util.find_spec(name) is None]
