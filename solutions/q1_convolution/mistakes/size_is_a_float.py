"""The size is divided with /, which makes it a float, and no whole number when there is a rest."""

RUNG = "output size"
HINT_EN = "Try np.zeros((output_size(5, 3), 2)). What does numpy say about the size?"
HINT_FA = "دستور np.zeros((output_size(5, 3), 2)) را اجرا کنید. numpy دربارهٔ این اندازه چه می‌گوید؟"
SENTENCE_FA = "اندازه با / تقسیم شده است و اعشاری می‌شود، و اگر باقی‌مانده‌ای باشد عددی صحیح نیست."


def output_size(n, kernel, stride=1, padding=0):
    return (n + 2 * padding - kernel) / stride + 1
