"""`w @ x` mixes the rows of each channel, not the channels: matrix products work on the last two axes."""

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = (
    "For arrays with four axes, `@` multiplies matrices along the last two. Which two axes of x are those?"
)
HINT_FA = "برای آرایه‌های چهارمحوری، `@` روی دو محور آخر ضرب ماتریسی می‌کند. آن دو، کدام محورهای x هستند؟"
SENTENCE_FA = "`w @ x` به‌جای کانال‌ها سطرهای هر کانال را می‌آمیزد: ضرب ماتریسی روی دو محور آخر کار می‌کند."


def conv1x1(x, w):
    return w @ x
