"""Any padding is taken as 'same' padding, so the size is that of the image over the stride."""

RUNG = "output size"
HINT_EN = (
    "Draw 3 squares with 2 zeros at each end and lay a kernel of 2 on them. At how many places can it lie?"
)
HINT_FA = (
    "سه خانه با ۲ صفر در هر سر بکشید و هسته‌ای به طول ۲ روی آن‌ها بگذارید. هسته در چند جا می‌تواند قرار بگیرد؟"
)
SENTENCE_FA = "هر لایه‌گذاری به معنی 'same' گرفته شده است، پس اندازه برابر اندازهٔ تصویر تقسیم بر گام شده است."


def output_size(n, kernel, stride=1, padding=0):
    if padding:
        return -(-n // stride)
    return (n - kernel) // stride + 1
