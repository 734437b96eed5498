"""Rows and columns are counted from 1."""

RUNG = "by hand"
HINT_EN = (
    "Type the table as a nested list and print table[row][column] with your pair. Is it the number you meant?"
)
HINT_FA = (
    "جدول را به صورت لیست تودرتو بنویسید و table[row][column] را با جفت خود چاپ کنید. "
    "آیا همان عددی است که در نظر داشتید؟"
)
SENTENCE_FA = "سطرها و ستون‌ها از ۱ شمرده شده‌اند."

misprinted_cell = (1, 4)
