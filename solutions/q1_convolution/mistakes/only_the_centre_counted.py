"""In the middle column only the centre is counted, eight times taken away;
its neighbours above and below are forgotten."""

RUNG = "by hand"
HINT_EN = (
    "Write down the nine numbers under the kernel for the cell in the very middle. Which of them are 10?"
)
HINT_FA = "نُه عددی را که برای خانهٔ درست وسط زیر هسته‌اند بنویسید. کدام‌ها ۱۰ هستند؟"
SENTENCE_FA = "در ستون وسط فقط خود خانه هشت بار کم شده است؛ همسایه‌های بالا و پایین آن فراموش شده‌اند."

laplacian_response = [
    [0, 20, -80, 20, 0],
    [0, 30, -80, 30, 0],
    [0, 30, -80, 30, 0],
    [0, 30, -80, 30, 0],
    [0, 20, -80, 20, 0],
]
