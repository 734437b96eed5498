"""The centre is counted twice: as one of its own neighbours and with its weight of -8."""

RUNG = "by hand"
HINT_EN = (
    "How many entries has the kernel? Count how many products you added up for one cell of the middle column."
)
HINT_FA = "هسته چند درایه دارد؟ بشمارید برای یک خانه از ستون وسط چند حاصل‌ضرب را جمع زده‌اید."
SENTENCE_FA = "خانهٔ مرکزی دو بار شمرده شده است: یک بار به عنوان همسایهٔ خودش و یک بار با وزن ۸-."

laplacian_response = [
    [0, 20, -60, 20, 0],
    [0, 30, -50, 30, 0],
    [0, 30, -50, 30, 0],
    [0, 30, -50, 30, 0],
    [0, 20, -60, 20, 0],
]
