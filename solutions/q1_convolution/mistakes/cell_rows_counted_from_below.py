"""The rows are counted from below, as on the y axis of a plot."""

RUNG = "by hand"
HINT_EN = (
    "Type the table as a nested list and print table[row][column] with your pair. "
    "In which row is the number that you see?"
)
HINT_FA = (
    "جدول را به صورت لیست تودرتو بنویسید و table[row][column] را با جفت خود چاپ کنید. "
    "عددی که می‌بینید در کدام سطر است؟"
)
SENTENCE_FA = "سطرها از پایین شمرده شده‌اند، مانند محور y در نمودار."

misprinted_cell = (4, 3)
