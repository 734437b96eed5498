"""The whole image stands where the four pixels that a weight met belong."""

from q4_kernel_gradient import X

RUNG = "by hand"
HINT_EN = "How many outputs are there? A weight meets one pixel for each of them."
HINT_FA = "چند خروجی داریم؟ هر وزن برای هر خروجی فقط به یک پیکسل می‌رسد."
SENTENCE_FA = "به‌جای چهار پیکسلی که هر وزن به آن‌ها رسیده، همهٔ تصویر آمده است."

coefficients = [[X, X], [X, X]]
