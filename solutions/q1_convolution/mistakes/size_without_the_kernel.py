"""The kernel does not appear in the size: every stride-th entry of the padded line is counted."""

RUNG = "output size"
HINT_EN = "Draw 5 squares and a kernel of 3. Can the kernel begin at the last square?"
HINT_FA = "پنج خانه و هسته‌ای به طول ۳ بکشید. آیا هسته می‌تواند از آخرین خانه شروع شود؟"
SENTENCE_FA = "هسته در اندازه نیامده است: از خط لایه‌گذاری‌شده هر stride خانه یکی شمرده شده است."


def output_size(n, kernel, stride=1, padding=0):
    return (n + 2 * padding) // stride
