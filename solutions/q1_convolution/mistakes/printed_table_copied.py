"""The printed table is copied, misprint and all."""

RUNG = "by hand"
HINT_EN = (
    "Fold the table along its middle column: image and kernel look the same in a mirror. "
    "Do all your cells meet their equals?"
)
HINT_FA = (
    "جدول را از ستون وسط تا بزنید: تصویر و هسته هر دو در آینه همان‌اند. "
    "آیا هر خانه روی خانه‌ای برابر با خودش می‌افتد؟"
)
SENTENCE_FA = "جدول چاپ‌شده با همان اشتباه چاپی رونویسی شده است."

laplacian_response = [
    [0, 20, -70, 30, 0],
    [0, 30, -60, 30, 0],
    [0, 30, -60, 30, 0],
    [0, 30, -60, 30, 0],
    [0, 20, -70, 20, 0],
]
