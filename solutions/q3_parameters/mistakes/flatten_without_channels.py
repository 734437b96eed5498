"""Flatten counts the pixels of one channel only."""

RUNG = "summary"
HINT_EN = "Flatten a 1x1 image with 3 channels. How many numbers are there to lay in a row?"
HINT_FA = "تصویری ۱×۱ با ۳ کانال را تخت کنید. چند عدد برای چیدن در یک ردیف هست؟"
SENTENCE_FA = "تخت‌سازی فقط پیکسل‌های یک کانال را می‌شمارد."


def _flatten(shape, layer):
    return (shape[0] * shape[1],), 0


def _dense(shape, layer):
    return (layer["units"],), layer["units"] * (shape[-1] + layer.get("use_bias", True))
