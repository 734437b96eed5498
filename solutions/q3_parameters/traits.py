"""What the inputs can be like. `autograder verify` proves that checks ask for every two of these together."""

from __future__ import annotations

from typing import Any

from autograder.exercises.traits import Impossible, Traits

LENGTHS = ("networks of one layer", "networks of several layers")
LASTS = (
    "a convolution at the end",
    "a pooling at the end",
    "a flatten at the end",
    "a dense layer at the end",
)
FIRSTS = ("a convolution at the beginning", "a pooling at the beginning", "a flatten at the beginning")
STRIDES = ("no stride above 1", "strides up to 3", "strides above 3")
KERNELS = ("1x1 kernels", "larger kernels", "no convolution")
KEYS = ("no key missing", "keys missing")
CHANNELS = ("images of one channel", "images of several channels")
BIASES = ("biases everywhere", "layers without bias")
STRIDES_FA = ("بدون گام بالاتر از ۱", "گام‌های تا ۳", "گام‌های بالاتر از ۳")
PLACES = {"conv2d": 0, "maxpool2d": 1, "flatten": 2, "dense": 3}
OPTIONAL = {
    "conv2d": {"stride", "padding", "use_bias"},
    "maxpool2d": {"stride", "padding"},
    "dense": {"use_bias"},
}


def of_summary(input_shape: tuple[int, int, int], layers: list[dict[str, Any]]) -> dict[str, str]:
    kernels = [layer["kernel"] for layer in layers if layer["kind"] == "conv2d"]
    stride = max((layer.get("stride") or max(layer.get("pool", (1,))) for layer in layers), default=1)
    missing = any(OPTIONAL.get(layer["kind"], set()) - layer.keys() for layer in layers)
    return {
        "length": LENGTHS[len(layers) > 1],
        "first": FIRSTS[PLACES[layers[0]["kind"]]],
        "last": LASTS[PLACES[layers[-1]["kind"]]],
        "stride": STRIDES[(stride > 1) + (stride > 3)],
        "kernel": KERNELS[2 if not kernels else (1, 1) not in map(tuple, kernels)],
        "keys": KEYS[missing],
        "channels": CHANNELS[input_shape[2] > 1],
        "bias": BIASES[any(not layer.get("use_bias", True) for layer in layers)],
    }


SIZES = ("sizes below 14", "sizes from 14 to 32", "sizes above 32")
LIMITS = ("both limits given", "one limit given", "no limit given")
MOST = ("stride 1 only", "strides up to 2", "strides from 3 to 5", "strides from 6 on")


def of_inputs(*limits: int, **named: int) -> dict[str, str]:
    given = [*limits, *named.values()]
    max_size = named.get("max_size", limits[0] if limits else 32)
    max_stride = named.get("max_stride", limits[1] if len(limits) > 1 else 2)
    return {
        "sizes": SIZES[(max_size > 13) + (max_size > 32)],
        "strides": MOST[(max_stride > 1) + (max_stride > 2) + (max_stride > 5)],
        "given": LIMITS[2 - len(given)],
    }


WORDS = {
    **dict(zip(LENGTHS, ("شبکه‌های تک‌لایه", "شبکه‌های چندلایه"), strict=True)),
    **dict(
        zip(
            LASTS,
            ("کانولوشن در پایان", "ادغام در پایان", "تخت‌سازی در پایان", "لایهٔ متراکم در پایان"),
            strict=True,
        )
    ),
    **dict(zip(FIRSTS, ("کانولوشن در آغاز", "ادغام در آغاز", "تخت‌سازی در آغاز"), strict=True)),
    **dict(zip(STRIDES, STRIDES_FA, strict=True)),
    **dict(zip(KERNELS, ("هسته‌های ۱×۱", "هسته‌های بزرگ‌تر", "بدون کانولوشن"), strict=True)),
    **dict(zip(KEYS, ("بدون کلید جاافتاده", "کلیدهای جاافتاده"), strict=True)),
    **dict(zip(CHANNELS, ("تصویرهای تک‌کاناله", "تصویرهای چندکاناله"), strict=True)),
    **dict(zip(BIASES, ("همه با بایاس", "لایه‌های بدون بایاس"), strict=True)),
    **dict(zip(SIZES, ("اندازه‌های زیر ۱۴", "اندازه‌های ۱۴ تا ۳۲", "اندازه‌های بالای ۳۲"), strict=True)),
    **dict(zip(LIMITS, ("هر دو حد داده‌شده", "یک حد داده‌شده", "بدون حد داده‌شده"), strict=True)),
    **dict(zip(MOST, ("فقط گام ۱", "گام‌های تا ۲", "گام‌های ۳ تا ۵", "گام‌های از ۶ به بالا"), strict=True)),
}

TRAITS = {
    "summary": Traits(
        of_summary,
        {
            "length": LENGTHS,
            "last": LASTS,
            "first": FIRSTS,
            "stride": STRIDES,
            "kernel": KERNELS,
            "keys": KEYS,
            "channels": CHANNELS,
            "bias": BIASES,
        },
        (
            Impossible(LENGTHS[:1], LASTS[3:], "a flatten comes before a dense layer"),
            Impossible(LASTS[:1], KERNELS[2:], "it is one"),
            Impossible(FIRSTS[:1], KERNELS[2:], "it is one"),
            Impossible(
                FIRSTS[2:], (*LASTS[:2], *KERNELS[:2], *STRIDES[1:]), "only dense layers come after a flatten"
            ),
            Impossible(KERNELS[2:], LASTS[:1], "it is one"),
        ),
        {"fa": WORDS},
    ),
    "consistent_inputs": Traits(
        of_inputs,
        {"sizes": SIZES, "strides": MOST, "given": LIMITS},
        (
            Impossible(
                LIMITS[2:], (SIZES[0], SIZES[2], MOST[0], MOST[2], MOST[3]), "the defaults are 32 and 2"
            ),
        ),
        {"fa": WORDS},
    ),
}
