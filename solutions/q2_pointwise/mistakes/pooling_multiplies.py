"""The nine comparisons of every pooling window are counted as multiplications."""

from q2_pointwise import inception_cost as right_inception_cost

RUNG = "inception"
HINT_EN = "Take the maximum of 3, 1 and 2 on paper. How many multiplications was that?"
HINT_FA = "روی کاغذ بزرگ‌ترینِ 3 و 1 و 2 را پیدا کنید. چند ضرب لازم شد؟"
SENTENCE_FA = "نُه مقایسهٔ هر پنجرهٔ ادغام ضرب شمرده شده‌اند."


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    cost, channels = right_inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp)
    return cost + h * w * c_in * 3 * 3, channels
