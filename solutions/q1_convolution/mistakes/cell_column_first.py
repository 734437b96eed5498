"""The cell is given as (column, row), as in x and y."""

RUNG = "by hand"
HINT_EN = (
    "Type the table as a nested list and print table[row][column] with your pair. "
    "In which row is the number that you see?"
)
HINT_FA = (
    "جدول را به صورت لیست تودرتو بنویسید و table[row][column] را با جفت خود چاپ کنید. "
    "عددی که می‌بینید در کدام سطر است؟"
)
SENTENCE_FA = "خانه به صورت (ستون، سطر) داده شده است، مانند x و y."

misprinted_cell = (3, 0)
