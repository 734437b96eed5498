"""The size is that of 'same' padding, whatever padding is given."""

RUNG = "output size"
HINT_EN = "Draw 4 squares and a kernel of 4 without padding. Can it lie at 4 places?"
HINT_FA = "چهار خانه و هسته‌ای به طول ۴ بدون لایه‌گذاری بکشید. آیا واقعاً چهار جا برای آن هست؟"
SENTENCE_FA = "هر لایه‌گذاری‌ای که داده شود، اندازهٔ لایه‌گذاری 'same' داده شده است."


def output_size(n, kernel, stride=1, padding=0):
    return -(-n // stride)
