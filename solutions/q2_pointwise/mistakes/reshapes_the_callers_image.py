"""The image is flattened in place by setting x.shape, and the caller gets it back flattened."""

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = "Print x.shape before and after you call conv1x1(x, w)."
HINT_FA = "x.shape را پیش و پس از فراخوانی conv1x1(x, w) چاپ کنید."
SENTENCE_FA = "تصویر با مقدار دادن به x.shape درجا تخت شده است و فراخواننده آن را تخت‌شده پس می‌گیرد."


def conv1x1(x, w):
    n, f, h, width = x.shape
    x.shape = (n, f, h * width)
    return (w @ x).reshape(n, len(w), h, width)
