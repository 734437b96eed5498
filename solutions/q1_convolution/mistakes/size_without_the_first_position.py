"""Steps are counted instead of positions: the + 1 is missing."""

RUNG = "output size"
HINT_EN = "Draw 4 squares in a line and a kernel of 4 squares. At how many places can it lie?"
HINT_FA = "چهار خانه در یک ردیف بکشید و هسته‌ای به طول ۴. هسته در چند جا می‌تواند قرار بگیرد؟"
SENTENCE_FA = "گام‌ها به‌جای جاها شمرده شده‌اند: + 1 جا افتاده است."


def output_size(n, kernel, stride=1, padding=0):
    return (n + 2 * padding - kernel) // stride
