"""Output shapes are written with the channels first, as in PyTorch."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = (
    "Compare the shape that you are given for the image with the shape that you give for the output: "
    "where are the channels?"
)
HINT_FA = (
    "شکلی را که برای تصویر به شما داده می‌شود با شکلی که برای خروجی می‌دهید مقایسه کنید: کانال‌ها کجا هستند؟"
)
SENTENCE_FA = "شکل‌های خروجی مانند PyTorch با کانال‌ها در ابتدا نوشته شده‌اند."


def summary(input_shape, layers):
    rows = right_summary(input_shape, layers)
    return [
        (kind, (shape[0], shape[3], shape[1], shape[2]) if len(shape) == 4 else shape, count)
        for kind, shape, count in rows
    ]
