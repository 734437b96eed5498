"""'same' padding is taken to mean: output as large as the input, whatever the stride."""

RUNG = "summary"
ALSO = ("inverse",)
HINT_EN = (
    "With stride 2 the window jumps over every other pixel. Can there still be an output for each pixel?"
)
HINT_FA = "با گام ۲ پنجره از روی پیکسل‌ها یکی در میان می‌پرد. آیا باز هم برای هر پیکسل یک خروجی هست؟"
SENTENCE_FA = "لایه‌گذاری 'same' چنین فهمیده شده است: گام هر چه باشد، خروجی به اندازهٔ ورودی."


def _places(n, k, stride, padding):
    return n if padding == "same" else (n - k) // stride + 1
