"""The padding is counted at one end only."""

RUNG = "output size"
HINT_EN = "Draw 5 squares with padding=1 and count the squares you have now, at both ends."
HINT_FA = "پنج خانه با padding=1 بکشید و بشمارید با دو سر ردیف اکنون چند خانه دارید."
SENTENCE_FA = "لایه‌گذاری فقط در یک سر شمرده شده است."


def output_size(n, kernel, stride=1, padding=0):
    return (n + padding - kernel) // stride + 1
