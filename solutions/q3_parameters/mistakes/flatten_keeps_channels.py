"""Flatten lays the pixels in a row but keeps the channels apart."""

import math

RUNG = "summary"
HINT_EN = "What shape does the dense layer need: a row of numbers, or a table of pixels by channels?"
HINT_FA = "لایهٔ dense چه شکلی لازم دارد: یک ردیف عدد، یا جدولی از پیکسل‌ها و کانال‌ها؟"
SENTENCE_FA = "تخت‌سازی پیکسل‌ها را در یک ردیف می‌چیند ولی کانال‌ها را جدا نگه می‌دارد."


def _flatten(shape, layer):
    return (shape[0] * shape[1], shape[2]), 0


def _dense(shape, layer):
    return (layer["units"],), layer["units"] * (math.prod(shape) + layer.get("use_bias", True))
