"""The cells are numbered one after another, row by row, and the number of the cell is given."""

RUNG = "by hand"
HINT_EN = "Type the table as a nested list. How many indices does Python need to get at one number of it?"
HINT_FA = "جدول را به صورت لیست تودرتو بنویسید. پایتون برای رسیدن به یک عدد آن چند اندیس لازم دارد؟"
SENTENCE_FA = "خانه‌ها سطر به سطر و پشت سر هم شماره‌گذاری شده‌اند و شمارهٔ خانه داده شده است."

misprinted_cell = 3
