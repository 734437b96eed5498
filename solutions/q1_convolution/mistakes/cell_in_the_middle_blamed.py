"""The cell in the middle of the first row is named,
because its number is another one than in the rows below."""

RUNG = "by hand"
HINT_EN = (
    "Work out that cell: -8 times 10, and one neighbour in the bar, below it. "
    "How many neighbours in the bar do the cells under it have?"
)
HINT_FA = (
    "آن خانه را حساب کنید: ۸- ضرب در ۱۰، و یک همسایه از نوار در زیر آن. "
    "خانه‌های زیر آن چند همسایه از نوار دارند؟"
)
SENTENCE_FA = "خانهٔ میانی سطر نخست نام برده شده است، چون عددش با سطرهای پایین‌تر فرق دارد."

misprinted_cell = (0, 2)
