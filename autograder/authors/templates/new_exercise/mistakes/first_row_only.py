"""new_function doubles the first row and leaves the others as they are."""

RUNG = "doubling"
HINT_EN = "Print what your function gives for [[1], [1]]. Are both numbers doubled?"
HINT_FA = "حاصل تابع خود را برای [[1], [1]] چاپ کنید. آیا هر دو عدد دو برابر شده‌اند؟"
SENTENCE_FA = "تابع new_function تنها سطر اول را دو برابر می‌کند و بقیه را به حال خود می‌گذارد."


def new_function(x):
    out = x.copy()
    out[: 1 if x.ndim > 1 else None] *= 2
    return out
