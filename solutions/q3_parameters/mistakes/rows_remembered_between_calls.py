"""The rows are gathered in a default argument, which Python makes once: they are still there in the next
call.
"""

from q3_parameters import summary as right_summary

RUNG = "summary"
REMEMBERS = True
HINT_EN = "Call your function twice with the same network. Is the second table as long as the first?"
HINT_FA = "تابع خود را دو بار با یک شبکه صدا بزنید. آیا جدول دوم به بلندی جدول اول است؟"
SENTENCE_FA = (
    "سطرها در یک مقدار پیش‌فرض گرد آمده‌اند که پایتون فقط یک بار می‌سازد: در فراخوانی بعدی هنوز آن‌جا هستند."
)


def summary(input_shape, layers, rows=[]):  # noqa: B006  the mistake itself
    rows.extend(right_summary(input_shape, layers))
    return list(rows)
