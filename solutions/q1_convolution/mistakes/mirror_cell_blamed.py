"""Of the two cells that should be equal, the right one is blamed."""

RUNG = "by hand"
HINT_EN = "Two cells disagree; to know which of them is wrong, lay the kernel on one of them and add up."
HINT_FA = (
    "دو خانه با هم نمی‌خوانند؛ برای اینکه بدانید کدام غلط است، هسته را روی یکی از آن‌ها بگذارید و جمع بزنید."
)
SENTENCE_FA = "از دو خانه‌ای که باید برابر باشند، خانهٔ درست اشتباه دانسته شده است."

misprinted_cell = (0, 1)
