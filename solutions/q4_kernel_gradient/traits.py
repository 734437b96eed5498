"""What the inputs can be like. `autograder verify` proves that checks ask for every two of these together."""

from __future__ import annotations

import numpy as np

from autograder.exercises.traits import Impossible, Traits

KINDS = ("fractions", "integers", "bytes")
KINDS_FA = ("کسری", "عدد صحیح", "بایت")
AXES = ("a single image (H, W)", "a batch (N, C, H, W)")
STRIDES = ("stride 1", "stride 2", "stride 3 or more")
PADDINGS = ("padding 0", "padding 1", "padding 2 or more")
OPTIONS = ("neither stride nor padding", "stride alone", "padding alone", "stride and padding together")
OPTIONS_FA = ("بدون گام و لایه‌گذاری", "گام تنها", "لایه‌گذاری تنها", "گام و لایه‌گذاری با هم")
IMAGES, CHANNELS = ("one image", "several images"), ("one channel", "several channels")
FILTERS = ("one filter", "several filters")
X_KINDS = [f"an image of {one}" for one in KINDS]
UPSTREAM_KINDS = [f"an upstream gradient of {one}" for one in KINDS[:2]]
X_LAYOUTS = ("an image in one piece", "an image that is a view")
UPSTREAM_LAYOUTS = ("an upstream gradient in one piece", "an upstream gradient that is a view")
SHAPES = ("a square kernel", "a tall kernel", "a wide kernel")
RESTS = ("no pixels left over", "pixels left over")


def kinds(**arrays: np.ndarray) -> dict[str, str]:
    """Return what the numbers of arrays are. Floats without fractions tell neither."""
    found = {}
    for name, array in arrays.items():
        if array.dtype.kind != "f":
            found[name] = KINDS[1 + (array.dtype.itemsize == 1)]
        elif np.any(array % 1):
            found[name] = KINDS[0]
    return found


def of_gradient(
    x: np.ndarray, grad_out: np.ndarray, kernel_shape: tuple[int, ...], stride: int = 1, padding: int = 0
) -> dict[str, str]:
    n, c = x.shape[:2] if x.ndim == 4 else (1, 1)
    (h, w), (kh, kw) = x.shape[-2:], kernel_shape[-2:]
    rest = (h + 2 * padding - kh) % stride or (w + 2 * padding - kw) % stride
    types = kinds(image=x, upstream=grad_out)
    return {
        "axes": AXES[x.ndim == 4],
        "stride": STRIDES[min(stride, 3) - 1],
        "padding": PADDINGS[min(padding, 2)],
        "options": OPTIONS[(stride > 1) + 2 * (padding > 0)],
        "images": IMAGES[n > 1],
        "channels": CHANNELS[c > 1],
        "filters": FILTERS[x.ndim == 4 and kernel_shape[0] > 1],
        **({"image type": f"an image of {types['image']}"} if "image" in types else {}),
        **({"upstream type": f"an upstream gradient of {types['upstream']}"} if "upstream" in types else {}),
        "image layout": X_LAYOUTS[not x.flags.c_contiguous],
        "upstream layout": UPSTREAM_LAYOUTS[not grad_out.flags.c_contiguous],
        "shape": SHAPES[0 if kh == kw else 1 if kh > kw else 2],
        "left over": RESTS[bool(rest)],
    }


WORDS = {
    **dict(zip(OPTIONS, OPTIONS_FA, strict=True)),
    AXES[0]: "تصویر تکی (H, W)",
    AXES[1]: "دسته (N, C, H, W)",
    **dict(zip(STRIDES, ("گام ۱", "گام ۲", "گام ۳ یا بیشتر"), strict=True)),
    **dict(zip(PADDINGS, ("لایه‌گذاری ۰", "لایه‌گذاری ۱", "لایه‌گذاری ۲ یا بیشتر"), strict=True)),
    **dict(zip(IMAGES, ("یک تصویر", "چند تصویر"), strict=True)),
    **dict(zip(CHANNELS, ("یک کانال", "چند کانال"), strict=True)),
    **dict(zip(FILTERS, ("یک فیلتر", "چند فیلتر"), strict=True)),
    **{one: f"تصویر {fa}" for one, fa in zip(X_KINDS, KINDS_FA, strict=True)},
    **{one: f"گرادیان بالادست {fa}" for one, fa in zip(UPSTREAM_KINDS, KINDS_FA, strict=False)},
    **dict(zip(X_LAYOUTS, ("تصویر یکپارچه", "تصویری که نما (view) است"), strict=True)),
    UPSTREAM_LAYOUTS[0]: "گرادیان بالادست یکپارچه",
    UPSTREAM_LAYOUTS[1]: "گرادیان بالادستی که نما (view) است",
    **dict(zip(SHAPES, ("هستهٔ مربعی", "هستهٔ بلند", "هستهٔ پهن"), strict=True)),
    **dict(zip(RESTS, ("بدون پیکسل باقی‌مانده", "پیکسل‌های باقی‌مانده"), strict=True)),
}

TRAITS = {
    "conv2d_kernel_grad": Traits(
        of_gradient,
        {
            "axes": AXES,
            "stride": STRIDES,
            "padding": PADDINGS,
            "options": OPTIONS,
            "images": IMAGES,
            "channels": CHANNELS,
            "filters": FILTERS,
            "image type": X_KINDS,
            "upstream type": UPSTREAM_KINDS,
            "image layout": X_LAYOUTS,
            "upstream layout": UPSTREAM_LAYOUTS,
            "shape": SHAPES,
            "left over": RESTS,
        },
        (
            Impossible(AXES[:1], (IMAGES[1], CHANNELS[1], FILTERS[1]), "it is one image with one channel"),
            Impossible((STRIDES[0], *OPTIONS[::2]), RESTS[1:], "with stride 1 every pixel is reached"),
            Impossible(OPTIONS[::2], STRIDES[1:], "the stride is 1"),
            Impossible(OPTIONS[1::2], STRIDES[:1], "the stride is larger"),
            Impossible(OPTIONS[:2], PADDINGS[1:], "the padding is 0"),
            Impossible(OPTIONS[2:], PADDINGS[:1], "the padding is larger"),
        ),
        {"fa": WORDS},
    )
}
