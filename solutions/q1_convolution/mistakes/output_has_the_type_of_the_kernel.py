"""The output array gets the type of the kernel, so a kernel of integers cuts fractions off."""

from q1_convolution import conv2d as right_conv2d

RUNG = "manners"
ALSO = ("batch",)
HINT_EN = "Convolve [[0.5, 0.25]] with np.array([[1, 1]]), once as it is and once with .astype(float)."
HINT_FA = (
    "تصویر [[0.5, 0.25]] را با np.array([[1, 1]]) یک بار همین‌طور و یک بار با .astype(float) کانولوشن کنید."
)
SENTENCE_FA = "آرایهٔ خروجی از نوع هسته است، پس با هسته‌ای از عددهای صحیح کسرها بریده می‌شوند."


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(x, kernel, stride=stride, padding=padding).astype(kernel.dtype)
