"""Figures of matplotlib as plain data: what a figure shows, and not how it looks."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from types import ModuleType, TracebackType
from typing import Any

import numpy as np

from autograder.worker.classes import MRO
from autograder.worker.wire import WireError

MAX_POINTS = 100_000
"""Points of lines, bars and points of one figure, together."""
MAX_PIXELS = 1_000_000
MAX_AXES = 100


class OwnFigures:
    """Lets a call begin without figures, and notes the one that it leaves. Earlier ones are back afterwards.

    So no figure of an earlier call is taken for one of this call. It is no generator, since `contextlib`
    would write into the exceptions of a submission, which may lie.
    """

    def __init__(self) -> None:
        self.figure: Any = None
        """The figure that is current at the end of the call, if the call ends well."""
        self.earlier: dict[Any, Any] = {}

    def __enter__(self) -> OwnFigures:
        managers = _managers()
        if managers is not None:
            self.earlier = dict(managers.figs)
            managers.figs.clear()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        managers = _managers()  # the call may have been the first one to import pyplot
        if managers is not None:
            self.figure = _current() if kind is None else None
            managers.figs.clear()
            managers.figs.update(self.earlier)


def _managers() -> Any:
    """Return what knows all figures of pyplot, if it is loaded."""
    helpers = sys.modules.get("matplotlib._pylab_helpers")
    return helpers.Gcf if type(helpers) is ModuleType else None


def _current() -> Any:
    manager = _managers().get_active()
    return manager.canvas.figure if manager else None


def plain_figure(result: Any, drawn: Any) -> dict[str, Any]:
    """Return what a figure shows: the one that a call returned, or else the one that it has drawn.

    Raises WireError if there is none, or if it has too many points.
    """
    figure = _figure_of(result) or drawn
    if figure is None:
        raise WireError(f"no figure: {type(result).__name__[:60]}")
    if len(figure.axes) > MAX_AXES:
        raise WireError(f"too many parts: {MAX_AXES}")
    title = figure._suptitle.get_text() if getattr(figure, "_suptitle", None) else ""
    shown = [_plain_axes(axes) for axes in figure.axes]
    _bound(shown)
    return {"title": str(title), "axes": shown}


def _figure_of(value: Any) -> Any:
    """Return the figure that a value is, or that it belongs to; None for all else."""
    artist, figure = (
        getattr(sys.modules.get(f"matplotlib.{module}"), name, None)
        for module, name in (("artist", "Artist"), ("figure", "Figure"))
    )
    kinds = MRO(type(value))
    if figure in kinds:
        return value
    if artist is not None and artist in kinds:
        return value.get_figure()
    if isinstance(value, np.ndarray) and value.dtype == object:
        value = value.ravel().tolist()
    if isinstance(value, list | tuple):
        return next((found for one in value[:10] if (found := _figure_of(one)) is not None), None)
    return None


def _plain_axes(axes: Any) -> dict[str, Any]:
    from matplotlib.collections import PathCollection
    from matplotlib.container import BarContainer

    legend = axes.get_legend()
    titles = [axes.get_title(loc=place) for place in ("center", "left", "right")]
    return {
        "title": next(filter(None, titles), ""),
        "xlabel": str(axes.get_xlabel()),
        "ylabel": str(axes.get_ylabel()),
        "xlim": tuple(map(float, axes.get_xlim())),
        "ylim": tuple(map(float, axes.get_ylim())),
        "xscale": str(axes.get_xscale()),
        "yscale": str(axes.get_yscale()),
        "xticks": _tick_names(axes.xaxis),
        "yticks": _tick_names(axes.yaxis),
        "legend": [str(text.get_text()) for text in legend.get_texts()] if legend else [],
        "lines": [_plain_line(line) for line in axes.lines],
        "bars": [_plain_bars(one) for one in axes.containers if isinstance(one, BarContainer)],
        "points": [_plain_points(one) for one in axes.collections if isinstance(one, PathCollection)],
        "images": [_filled(image.get_array()) for image in axes.images],
    }


def _tick_names(axis: Any) -> list[str]:
    """Return the names at the ticks of an axis, if it has names and not only numbers."""
    from matplotlib.category import StrCategoryFormatter
    from matplotlib.ticker import FixedFormatter, FuncFormatter

    named = StrCategoryFormatter, FixedFormatter, FuncFormatter
    if not isinstance(axis.get_major_formatter(), named):
        return []
    return [str(label.get_text()) for label in axis.get_ticklabels()[:MAX_AXES]]


def _plain_line(line: Any) -> dict[str, Any]:
    x, y = (_filled(data).astype(float) for data in (line.get_xdata(orig=False), line.get_ydata(orig=False)))
    return {"x": x, "y": y, "label": _label(line)}


def _plain_bars(bars: Any) -> dict[str, Any]:
    """Return bars by where they stand, how far they reach, and where they begin."""
    lying = getattr(bars, "orientation", "vertical") == "horizontal"
    boxes = [(one.get_x(), one.get_y(), one.get_width(), one.get_height()) for one in bars.patches]
    x, y, width, height = np.array(boxes, float).reshape(-1, 4).T
    start, across, length, bottom = (y, height, width, x) if lying else (x, width, height, y)
    place = start + across / 2
    return {
        "x": place,
        "height": length.copy(),
        "width": across.copy(),
        "bottom": bottom.copy(),
        "horizontal": lying,
        "label": _label(bars),
    }


def _plain_points(points: Any) -> dict[str, Any]:
    offsets = _filled(points.get_offsets()).astype(float).reshape(-1, 2)
    return {"x": offsets[:, 0].copy(), "y": offsets[:, 1].copy(), "label": _label(points)}


def _label(artist: Any) -> str:
    label = str(artist.get_label() or "")
    return "" if label.startswith("_") else label


def _filled(data: Any) -> Any:
    """Return an array in which NaN stands for what is masked."""
    if isinstance(data, np.ma.MaskedArray):
        return data.filled(np.nan) if data.dtype.kind == "f" else np.asarray(data.data)
    return np.asarray(data)


def _bound(all_axes: Iterable[dict[str, Any]]) -> None:
    """Raise WireError if there are more points or pixels than a check can use."""
    points = pixels = 0
    for axes in all_axes:
        points += sum(len(one["x"]) for kind in ("lines", "bars", "points") for one in axes[kind])
        pixels += sum(image.size for image in axes["images"])
    if points > MAX_POINTS:
        raise WireError(f"too many points: {MAX_POINTS:,}")
    if pixels > MAX_PIXELS:
        raise WireError(f"too many points: {MAX_PIXELS:,}")
