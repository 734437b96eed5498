"""Each table is written as one row of four numbers."""

RUNG = "by hand"
HINT_EN = "Print np.shape(coefficients): does it say (2, 2, 2, 2)?"
HINT_FA = "np.shape(coefficients) را چاپ کنید: آیا (2, 2, 2, 2) است؟"
SENTENCE_FA = "هر جدول به صورت یک سطر چهارتایی نوشته شده است."

coefficients = [[[2, 3, 3, 1], [3, 4, 1, 5]], [[3, 1, 4, -1], [1, 5, -1, -2]]]
