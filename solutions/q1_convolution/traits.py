"""What the inputs can be like. `autograder verify` proves that checks ask for every two of these together."""

from __future__ import annotations

import numpy as np

from autograder.exercises.traits import Impossible, Traits

KINDS = ("floats", "float32", "integers", "bytes")
OTHER_KINDS = ("floats", "integers", "bytes")  # where float32 is one of the floats
LAYOUTS = ("in one piece", "transposed", "with gaps", "mirrored")
KINDS_FA = ("اعشاری", "float32", "عدد صحیح", "بایت")
LAYOUTS_FA = ("یکپارچه", "ترانهاده", "فاصله‌دار", "آینه‌ای")


def kind(array: np.ndarray) -> str:
    """Return what its numbers are. int8 overflows as bytes do."""
    if array.dtype.kind == "f":
        return KINDS[array.dtype == np.float32]
    return KINDS[2 + (array.dtype.itemsize == 1)]


def layout(array: np.ndarray) -> str:
    """Return how it lies in memory."""
    if array.flags.c_contiguous:
        return LAYOUTS[0]
    if min(array.strides) < 0:
        return LAYOUTS[3]
    return LAYOUTS[1 if list(array.strides) != sorted(array.strides, reverse=True) else 2]


def up_to(name: str, number: int, most: int) -> str:
    """Return `stride 1`, `stride 2`, `stride 3 or more`."""
    return f"{name} {number}" if number < most else f"{name} {most} or more"


def parts(array: np.ndarray) -> str:
    return "fractions" if array.dtype.kind == "f" and np.any(array % 1) else "whole numbers"


def options(stride: int, padding: int) -> str:
    return OPTIONS[(stride > 1) + 2 * (padding > 0)]


def of_output_size(n: int, kernel: int, stride: int = 1, padding: int = 0) -> dict[str, str]:
    return {
        "stride": up_to("stride", stride, 3),
        "padding": up_to("padding", padding, 2),
        "options": options(stride, padding),
        "kernel": "an odd kernel" if kernel % 2 else "an even kernel",
        "left over": "squares left over" if (n + 2 * padding - kernel) % stride else "no square left over",
    }


def of_zero_pad(x: np.ndarray, padding: int) -> dict[str, str]:
    n, c = x.shape[:2] if x.ndim == 4 else (1, 1)
    return {
        "axes": "a single image (H, W)" if x.ndim == 2 else "a batch (N, C, H, W)",
        "padding": up_to("padding", padding, 2),
        "images": "one image" if n == 1 else "several images",
        "channels": "one channel" if c == 1 else "several channels",
        "type": kind(x).replace("float32", "floats"),
        "layout": "an image in one piece" if x.flags.c_contiguous else "a view",
    }


def of_conv2d(x: np.ndarray, kernel: np.ndarray, stride: int = 1, padding: int = 0) -> dict[str, str]:
    n, c = x.shape[:2] if x.ndim == 4 else (1, 1)
    (h, w), (kh, kw) = x.shape[-2:], kernel.shape[-2:]
    rest = (h + 2 * padding - kh) % stride or (w + 2 * padding - kw) % stride
    return {
        "axes": "a single image (H, W)" if x.ndim == 2 else "a batch (N, C, H, W)",
        "stride": up_to("stride", stride, 3),
        "padding": up_to("padding", padding, 2),
        "options": options(stride, padding),
        "images": "one image" if n == 1 else "several images",
        "channels": ("one channel", "two channels")[c - 1] if c < 3 else "three channels or more",
        "filters": "one filter" if x.ndim == 2 or len(kernel) == 1 else "several filters",
        "image type": f"an image of {kind(x)}",
        "kernel type": f"a kernel of {kind(kernel)}".replace("float32", "floats"),
        "products": PRODUCTS[x.dtype.itemsize == kernel.dtype.itemsize == 1],
        "fractions": f"a kernel of {parts(kernel)}",
        "image layout": f"an image {layout(x)}",
        "kernel layout": "a kernel in one piece" if kernel.flags.c_contiguous else "a kernel that is a view",
        "shape": "a square kernel" if kh == kw else "a tall kernel" if kh > kw else "a wide kernel",
        "left over": "pixels left over" if rest else "no pixels left over",
    }


AXES = ("a single image (H, W)", "a batch (N, C, H, W)")
STRIDES = ("stride 1", "stride 2", "stride 3 or more")
PADDINGS = ("padding 0", "padding 1", "padding 2 or more")
OPTIONS = ("neither stride nor padding", "stride alone", "padding alone", "stride and padding together")
OPTIONS_FA = ("بدون گام و لایه‌گذاری", "گام تنها", "لایه‌گذاری تنها", "گام و لایه‌گذاری با هم")
PRODUCTS = ("products of larger numbers", "products of bytes with bytes")
SINGLE = "a single image is one image with one channel"
NO_REST = "with stride 1 every square is reached"

BY_NAME = (
    Impossible(OPTIONS[::2], STRIDES[1:], "the stride is 1"),
    Impossible(OPTIONS[1::2], STRIDES[:1], "the stride is larger"),
    Impossible(OPTIONS[:2], PADDINGS[1:], "the padding is 0"),
    Impossible(OPTIONS[2:], PADDINGS[:1], "the padding is larger"),
)

WORDS = {
    **dict(zip(OPTIONS, OPTIONS_FA, strict=True)),
    "a single image (H, W)": "تصویر تکی (H, W)",
    "a batch (N, C, H, W)": "دسته (N, C, H, W)",
    "stride 1": "گام ۱",
    "stride 2": "گام ۲",
    "stride 3 or more": "گام ۳ یا بیشتر",
    "padding 0": "لایه‌گذاری ۰",
    "padding 1": "لایه‌گذاری ۱",
    "padding 2 or more": "لایه‌گذاری ۲ یا بیشتر",
    "one image": "یک تصویر",
    "several images": "چند تصویر",
    "one channel": "یک کانال",
    "two channels": "دو کانال",
    "three channels or more": "سه کانال یا بیشتر",
    "several channels": "چند کانال",
    "one filter": "یک فیلتر",
    "several filters": "چند فیلتر",
    PRODUCTS[0]: "حاصل‌ضرب عددهای بزرگ‌تر",
    PRODUCTS[1]: "حاصل‌ضرب بایت در بایت",
    "a kernel of whole numbers": "هستهٔ بدون کسر",
    "a kernel of fractions": "هستهٔ کسری",
    "a kernel in one piece": "هستهٔ یکپارچه",
    "a kernel that is a view": "هسته‌ای که نما (view) است",
    "an image in one piece": "تصویر یکپارچه",
    "a view": "نما (view)",
    "a square kernel": "هستهٔ مربعی",
    "a tall kernel": "هستهٔ بلند",
    "a wide kernel": "هستهٔ پهن",
    "an odd kernel": "هستهٔ فرد",
    "an even kernel": "هستهٔ زوج",
    "pixels left over": "پیکسل‌های باقی‌مانده",
    "no pixels left over": "بدون پیکسل باقی‌مانده",
    "squares left over": "خانه‌های باقی‌مانده",
    "no square left over": "بدون خانهٔ باقی‌مانده",
    **dict(zip(KINDS, KINDS_FA, strict=True)),
    **{f"an image of {one}": f"تصویر {fa}" for one, fa in zip(KINDS, KINDS_FA, strict=True)},
    **{f"a kernel of {one}": f"هستهٔ {fa}" for one, fa in zip(KINDS, KINDS_FA, strict=True)},
    **{f"an image {one}": f"تصویر {fa}" for one, fa in zip(LAYOUTS, LAYOUTS_FA, strict=True)},
}

TRAITS = {
    "output_size": Traits(
        of_output_size,
        {
            "stride": STRIDES,
            "padding": PADDINGS,
            "options": OPTIONS,
            "kernel": ("an odd kernel", "an even kernel"),
            "left over": ("no square left over", "squares left over"),
        },
        (
            Impossible(("stride 1",), ("squares left over",), NO_REST),
            Impossible(OPTIONS[::2], ("squares left over",), NO_REST),
            *BY_NAME,
        ),
        {"fa": WORDS},
    ),
    "zero_pad": Traits(
        of_zero_pad,
        {
            "axes": AXES,
            "padding": PADDINGS,
            "images": ("one image", "several images"),
            "channels": ("one channel", "several channels"),
            "type": OTHER_KINDS,
            "layout": ("an image in one piece", "a view"),
        },
        (Impossible(AXES[:1], ("several images", "several channels"), SINGLE),),
        {"fa": WORDS},
    ),
    "conv2d": Traits(
        of_conv2d,
        {
            "axes": AXES,
            "stride": STRIDES,
            "padding": PADDINGS,
            "options": OPTIONS,
            "images": ("one image", "several images"),
            "channels": ("one channel", "two channels", "three channels or more"),
            "filters": ("one filter", "several filters"),
            "image type": [f"an image of {one}" for one in KINDS],
            "kernel type": [f"a kernel of {one}" for one in OTHER_KINDS],
            "products": PRODUCTS,
            "fractions": ("a kernel of whole numbers", "a kernel of fractions"),
            "image layout": [f"an image {one}" for one in LAYOUTS],
            "kernel layout": ("a kernel in one piece", "a kernel that is a view"),
            "shape": ("a square kernel", "a tall kernel", "a wide kernel"),
            "left over": ("no pixels left over", "pixels left over"),
        },
        (
            Impossible(
                AXES[:1],
                ("several images", "two channels", "three channels or more", "several filters"),
                SINGLE,
            ),
            Impossible(
                ("a kernel of integers", "a kernel of bytes"), ("a kernel of fractions",), "they have none"
            ),
            Impossible(("stride 1",), ("pixels left over",), NO_REST),
            Impossible(OPTIONS[::2], ("pixels left over",), NO_REST),
            *BY_NAME,
            Impossible(
                PRODUCTS[1:],
                ("a kernel of fractions", "a kernel of floats", "a kernel of integers"),
                "both are bytes",
            ),
            Impossible(PRODUCTS[1:], [f"an image of {one}" for one in KINDS[:3]], "both are bytes"),
        ),
        {"fa": WORDS},
    ),
}
