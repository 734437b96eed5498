"""Where no step can be made, no position is counted either, although the kernel lies at one."""

RUNG = "output size"
HINT_EN = "Draw 3 squares and a kernel of 3. Before it moves at all, does it lie completely on the squares?"
HINT_FA = "سه خانه و هسته‌ای به طول ۳ بکشید. پیش از هر حرکتی، آیا هسته کاملاً روی خانه‌ها قرار دارد؟"
SENTENCE_FA = "جایی که هیچ گامی نمی‌شود برداشت هیچ جایی هم شمرده نشده است، با آنکه هسته در یک جا قرار دارد."


def output_size(n, kernel, stride=1, padding=0):
    steps = (n + 2 * padding - kernel) // stride
    return steps + 1 if steps > 0 else 0
