"""In the middle column, the top and bottom cells are given two neighbours,
though one of them lies in the padding."""

RUNG = "by hand"
HINT_EN = (
    "Write down the nine numbers under the kernel for the topmost cell of the middle column. "
    "How many tens are there?"
)
HINT_FA = "نُه عددی را که برای بالاترین خانهٔ ستون وسط زیر هسته‌اند بنویسید. چند تا ۱۰ میان آن‌هاست؟"
SENTENCE_FA = (
    "در ستون وسط، برای خانه‌های بالا و پایین دو همسایه شمرده شده است، با آنکه یکی از آن‌ها در لایه‌گذاری است."
)

laplacian_response = [
    [0, 20, -60, 20, 0],
    [0, 30, -60, 30, 0],
    [0, 30, -60, 30, 0],
    [0, 30, -60, 30, 0],
    [0, 20, -60, 20, 0],
]
