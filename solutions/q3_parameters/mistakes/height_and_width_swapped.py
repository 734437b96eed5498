"""The input is read as (width, height, channels)."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = (
    "Take an image of 5 rows and 9 columns and a 1x1 kernel. Do the rows still come first in your output?"
)
HINT_FA = "تصویری با ۵ سطر و ۹ ستون و هسته‌ای ۱×۱ بگیرید. آیا در خروجی شما هنوز سطرها اول می‌آیند؟"
SENTENCE_FA = "ورودی به صورت (عرض، ارتفاع، کانال‌ها) خوانده شده است."


def summary(input_shape, layers):
    w, h, c = input_shape
    return right_summary((h, w, c), layers)
