"""The optional keys are popped out of the caller's dicts, so they are missing in the next call."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = "Print the list of layers, call summary with it, and print it again."
HINT_FA = "فهرست لایه‌ها را چاپ کنید، summary را با آن صدا بزنید و دوباره چاپش کنید."
SENTENCE_FA = "کلیدهای اختیاری با pop از دیکشنری‌های فراخواننده برداشته شده‌اند و در فراخوانی بعدی نیستند."


def summary(input_shape, layers):
    rows = right_summary(input_shape, layers)
    for layer in layers:
        for option in ("stride", "padding", "use_bias"):
            layer.pop(option, None)
    return rows
