"""Charts as SVG, drawn by Vega-Lite. Their colours are variables of `style.css`: they follow the page.

A chart says nothing by itself: a page puts a sentence and a table beside each, and hides it from screen
readers. Specification: https://vega.github.io/vega-lite/docs/
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from autograder.figures import Distribution, ItemFigures

Spec = dict[str, Any]
FOR_SCREEN_READERS = re.compile(r' (?:role|aria-[a-z]+|pointer-events)="[^"]*"')
AXIS = {
    "labelColor": "var(--soft)",
    "titleColor": "var(--soft)",
    "domainColor": "var(--line)",
    "tickColor": "var(--line)",
    "gridColor": "var(--line)",
    "labelFontSize": 11,
    "titleFontSize": 11,
    "titleFontWeight": "normal",
}
CONFIG = {"view": {"stroke": None}, "axis": AXIS, "background": None, "padding": 2}


def histogram(distribution: Distribution, width: int, height: int) -> str:
    """Return the bars of a distribution, a band from its lower to its upper quartile, and its median."""
    edges, (low, median, high) = distribution.edges, distribution.quartiles
    bars = [
        {"from": start, "to": end, "count": count}
        for start, end, count in zip(edges, edges[1:], distribution.counts, strict=False)
    ]
    axis = {"title": None, "grid": False, "tickCount": max(4, width // 60)}
    x = {"type": "quantitative", "scale": {"domain": [0, edges[-1]], "nice": False}, "axis": axis}
    counts = {"title": None, "tickMinStep": 1, "tickCount": 4, "domain": False, "ticks": False}
    y = {"field": "count", "type": "quantitative", "axis": counts}
    between = {"x": {"field": "low", **x}, "x2": {"field": "high"}}
    layers = [
        _layer([{"low": low, "high": high}], {"type": "rect", "color": "var(--band)"}, between),
        _layer(
            bars,
            {"type": "rect", "color": "var(--bar)", "stroke": "var(--page)", "strokeWidth": 2},
            {"x": {"field": "from", **x}, "x2": {"field": "to"}, "y": y, "y2": {"datum": 0}},
        ),
        _layer(
            [{"median": median}],
            {"type": "rule", "color": "var(--ink)", "strokeWidth": 2},
            {"x": {"field": "median", **x}},
        ),
    ]
    return _svg({"width": width, "height": height, "layer": layers})


def item_map(items: Sequence[ItemFigures], difficulty: str, discrimination: str) -> str:
    """Return each check as a point: how easy it is, and how well it tells strong submissions from weak.

    Args:
        difficulty, discrimination: The titles of the axes, in the language of the page.
    """
    points = [
        {"easy": item.difficulty, "tells": item.discrimination, "flagged": item.warning is not None}
        for item in items
        if item.difficulty is not None and item.discrimination is not None
    ]
    color = {
        "field": "flagged",
        "type": "nominal",
        "legend": None,
        "scale": {"domain": [False, True], "range": ["var(--bar)", "var(--bad)"]},
    }
    lowest = min([0.0, *(float(point["tells"] or 0) for point in points)])
    x = {"field": "easy", "type": "quantitative", "scale": {"domain": [0, 1]}}
    y = {"field": "tells", "type": "quantitative", "scale": {"domain": [lowest, 1]}}
    encoding = {
        "x": {**x, "axis": {"title": difficulty, "format": "%", "grid": False}},
        "y": {**y, "axis": {"title": discrimination, "tickCount": 5}},
        "color": color,
    }
    mark = {"type": "point", "filled": True, "size": 40, "opacity": 0.55}
    return _svg({"width": 620, "height": 220, "layer": [_layer(points, mark, encoding)]})


def _layer(values: Sequence[Spec], mark: Spec, encoding: Spec) -> Spec:
    return {"data": {"values": list(values)}, "mark": mark, "encoding": encoding}


def _svg(spec: Spec) -> str:
    """Draw a chart. The first one of a process takes half a second, each later one a fortieth."""
    import vl_convert  # only the pages of a class need it

    svg: str = vl_convert.vegalite_to_svg({**spec, "config": CONFIG})
    drawn = FOR_SCREEN_READERS.sub("", svg)
    return drawn.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
