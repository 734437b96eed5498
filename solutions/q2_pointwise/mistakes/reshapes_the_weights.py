"""w (F1, F) is brought to (F, F1) with reshape instead of transpose,
which puts the weights in other places."""

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = (
    "Print np.arange(6).reshape(2, 3).reshape(3, 2) and np.arange(6).reshape(2, 3).T: "
    "which of the two has the rows as its columns?"
)
HINT_FA = (
    "مقدار np.arange(6).reshape(2, 3).reshape(3, 2) و np.arange(6).reshape(2, 3).T را چاپ کنید: "
    "در کدام یک سطرها ستون شده‌اند؟"
)
SENTENCE_FA = (
    "w با شکل (F1, F) به‌جای ترانهاده شدن با reshape به شکل (F, F1) درآمده است و وزن‌ها جابه‌جا شده‌اند."
)


def conv1x1(x, w):
    f1, f = w.shape
    pixels = x.transpose(0, 2, 3, 1)  # (N, H, W, F)
    return (pixels @ w.reshape(f, f1)).transpose(0, 3, 1, 2)
