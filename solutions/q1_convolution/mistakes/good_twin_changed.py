"""Of the two cells of the top row that should be equal, the right one is changed to the misprint."""

RUNG = "by hand"
HINT_EN = (
    "Work out row 0, column 1 with the kernel yourself. How many tens lie under it, the padding included?"
)
HINT_FA = (
    "خانهٔ سطر ۰ و ستون ۱ را خودتان با هسته حساب کنید. با در نظر گرفتن لایه‌گذاری، چند تا ۱۰ زیر هسته است؟"
)
SENTENCE_FA = "از دو خانهٔ سطر بالا که باید برابر باشند، خانهٔ درست به عدد اشتباه چاپی تغییر داده شده است."

laplacian_response = [
    [0, 30, -70, 30, 0],
    [0, 30, -60, 30, 0],
    [0, 30, -60, 30, 0],
    [0, 30, -60, 30, 0],
    [0, 20, -70, 20, 0],
]
