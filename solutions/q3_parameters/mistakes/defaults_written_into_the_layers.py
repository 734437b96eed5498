"""What a layer leaves out is written into the caller's own dict."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = "Print a list with one layer that has no stride, call summary with it, and print the list again."
HINT_FA = "فهرستی با یک لایهٔ بدون stride را چاپ کنید، summary را با آن صدا بزنید و فهرست را دوباره چاپ کنید."
SENTENCE_FA = "آنچه لایه ناگفته گذاشته در خود dict فراخواننده نوشته شده است."


def summary(input_shape, layers):
    for layer in layers:
        if layer["kind"] == "conv2d":
            layer.setdefault("stride", 1)
            layer.setdefault("padding", "valid")
    return right_summary(input_shape, layers)
