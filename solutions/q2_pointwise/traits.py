"""What the inputs can be like. `autograder verify` proves that checks ask for every two of these together."""

from __future__ import annotations

import numpy as np

from autograder.exercises.traits import Impossible, Traits

IMAGES, SHAPES = ("one image", "several images"), ("images that are square", "images that are not square")
KINDS, KINDS_FA = ("floats", "float32", "integers", "bytes"), ("اعشاری", "float32", "عدد صحیح", "بایت")
X_KINDS, W_KINDS = [f"an image of {one}" for one in KINDS], ("weights of floats", "weights of integers")
CHANNELS = ("one channel that comes in", "several channels that come in")
FILTERS = ("one channel that goes out", "several channels that go out")
MIDDLE = ("fewer channels in the middle", "no fewer channels in the middle")
LAYOUTS = ("an image in one piece", "an image that is a view")
W_LAYOUTS = ("weights in one piece", "weights that are a view")


def of_conv1x1(x: np.ndarray, w: np.ndarray) -> dict[str, str]:
    n, f, height, width = x.shape
    whole, short = x.dtype.kind != "f", x.dtype.itemsize < 8  # bytes and float32 are short
    return {
        "images": IMAGES[n > 1],
        "channels": CHANNELS[f > 1],
        "filters": FILTERS[len(w) > 1],
        "image type": X_KINDS[2 * whole + short],
        "weight type": W_KINDS[w.dtype.kind != "f"],
        "layout": LAYOUTS[not x.flags.c_contiguous],
        "weight layout": W_LAYOUTS[not w.flags.c_contiguous],
        "shape": SHAPES[height != width],
    }


def of_bottleneck(x: np.ndarray, w1: np.ndarray, w2: np.ndarray) -> dict[str, str]:
    middle, c_in = w1.shape
    return {
        **{
            name: value for name, value in of_conv1x1(x, w1).items() if name not in ("filters", "weight type")
        },
        "filters": FILTERS[len(w2) > 1],
        "middle": MIDDLE[middle >= c_in],
    }


SIDES = ("images as tall as wide", "images taller than wide", "images wider than tall")
SIZES = ("costs up to 2**31", "costs above 2**31", "costs above 2**53", "costs above 2**63")
KERNELS = ("a 1x1 kernel", "a larger kernel of odd size", "a kernel of even size")
RATIOS = ("c_in / c_mid a whole number", "c_in / c_mid a fraction", "c_mid above c_in")


def size(cost: int) -> str:
    return SIZES[sum(cost > 2**bits for bits in (31, 53, 63))]


def of_costs(h: int, w: int, c_in: int, c_out: int, k: int) -> dict[str, str]:
    kernel = KERNELS[0 if k == 1 else 1 if k % 2 else 2]
    return {"size": size(h * w * c_in * c_out * k * k), "kernel": kernel, "shape": SIDES[(h != w) + (h < w)]}


def of_bottleneck_cost(h: int, w: int, c_in: int, c_mid: int, c_out: int, k: int) -> dict[str, str]:
    ratio = RATIOS[2 if c_mid > c_in else bool(c_in % c_mid)]
    cost = h * w * c_mid * (c_in + k * k * c_out)
    return {**of_costs(h, w, c_in, c_out, k), "size": size(cost), "ratio": ratio}


def of_inception(h: int, w: int, c_in: int, *branches: int) -> dict[str, str]:
    c1, r3, c3, r5, c5, pp = branches
    cost = h * w * (c_in * (c1 + r3 + r5 + pp) + 9 * r3 * c3 + 25 * r5 * c5)
    return {"size": size(cost)}


WORDS = {
    **dict(zip(IMAGES, ("یک تصویر", "چند تصویر"), strict=True)),
    **dict(zip(SHAPES, ("تصویرهای مربعی", "تصویرهای نامربعی"), strict=True)),
    **{one: f"تصویر {fa}" for one, fa in zip(X_KINDS, KINDS_FA, strict=True)},
    **dict(zip(W_KINDS, ("وزن‌های اعشاری", "وزن‌های صحیح"), strict=True)),
    **dict(zip(CHANNELS, ("یک کانال ورودی", "چند کانال ورودی"), strict=True)),
    **dict(zip(FILTERS, ("یک کانال خروجی", "چند کانال خروجی"), strict=True)),
    **dict(zip(MIDDLE, ("کانال‌های میانی کمتر", "کانال‌های میانی نه کمتر"), strict=True)),
    **dict(zip(LAYOUTS, ("تصویر یکپارچه", "تصویری که نما (view) است"), strict=True)),
    **dict(zip(W_LAYOUTS, ("وزن‌های یکپارچه", "وزن‌هایی که نما (view) هستند"), strict=True)),
    **dict(zip(SIDES, ("تصویرهای مربعی", "تصویرهای بلندتر از پهنا", "تصویرهای پهن‌تر از بلندا"), strict=True)),
    SIZES[0]: "هزینه‌های تا 2**31",
    **{one: f"هزینه‌های بالاتر از 2**{bits}" for one, bits in zip(SIZES[1:], (31, 53, 63), strict=True)},
    **dict(zip(KERNELS, ("هستهٔ ۱×۱", "هستهٔ بزرگ‌تر با اندازهٔ فرد", "هستهٔ با اندازهٔ زوج"), strict=True)),
    **dict(zip(RATIOS, ("c_in / c_mid صحیح", "c_in / c_mid کسری", "c_mid بزرگ‌تر از c_in"), strict=True)),
}

LAYER = {
    "images": IMAGES,
    "channels": CHANNELS,
    "filters": FILTERS,
    "image type": X_KINDS,
    "layout": LAYOUTS,
    "weight layout": W_LAYOUTS,
    "shape": SHAPES,
}
COST = {"size": SIZES, "kernel": KERNELS, "shape": SIDES}

TRAITS = {
    "conv1x1": Traits(of_conv1x1, {**LAYER, "weight type": W_KINDS}, (), {"fa": WORDS}),
    "bottleneck": Traits(
        of_bottleneck,
        {**LAYER, "middle": MIDDLE},
        (Impossible(CHANNELS[:1], MIDDLE[:1], "there are none to spare"),),
        {"fa": WORDS},
    ),
    "direct_cost": Traits(of_costs, COST, (), {"fa": WORDS}),
    "bottleneck_cost": Traits(of_bottleneck_cost, {**COST, "ratio": RATIOS}, (), {"fa": WORDS}),
    "inception_cost": Traits(of_inception, {"size": SIZES}, (), {"fa": WORDS}),
}
