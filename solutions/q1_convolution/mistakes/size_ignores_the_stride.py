"""The stride does not appear in the size."""

RUNG = "output size"
HINT_EN = (
    "Print output_size(9, 3, stride=2) and output_size(9, 3, stride=3). "
    "Should longer steps give as many positions?"
)
HINT_FA = (
    "مقدار output_size(9, 3, stride=2) و output_size(9, 3, stride=3) را چاپ کنید. "
    "آیا با گام بلندتر باز هم همان تعداد جا داریم؟"
)
SENTENCE_FA = "گام در اندازه نیامده است."


def output_size(n, kernel, stride=1, padding=0):
    return n + 2 * padding - kernel + 1
