"""The padding does not appear in the size."""

RUNG = "output size"
HINT_EN = "Call output_size with padding=0 and with padding=2. Should the two sizes be equal?"
HINT_FA = "تابع output_size را با padding=0 و با padding=2 صدا بزنید. آیا دو اندازه باید برابر باشند؟"
SENTENCE_FA = "لایه‌گذاری در اندازه نیامده است."


def output_size(n, kernel, stride=1, padding=0):
    return (n - kernel) // stride + 1
