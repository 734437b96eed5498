"""The padding is counted four times, twice at each end."""

RUNG = "output size"
HINT_EN = "Draw a line of 3 squares and one zero at each end. How many squares are there now?"
HINT_FA = "سه خانه در یک ردیف بکشید و در هر سر یک صفر بگذارید. اکنون چند خانه هست؟"
SENTENCE_FA = "لایه‌گذاری چهار بار شمرده شده است، دو بار در هر سر."


def output_size(n, kernel, stride=1, padding=0):
    return (n + 4 * padding - kernel) // stride + 1
