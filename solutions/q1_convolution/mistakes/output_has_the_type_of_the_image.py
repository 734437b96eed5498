"""The output array gets the type of the image, so an image of integers cuts fractions off."""

from q1_convolution import conv2d as right_conv2d

RUNG = "manners"
ALSO = ("batch",)
HINT_EN = "Convolve np.array([[1, 2]]) with [[0.5, 0.5]], once as it is and once with .astype(float)."
HINT_FA = (
    "آرایهٔ np.array([[1, 2]]) را یک بار همین‌طور و یک بار با .astype(float) با [[0.5, 0.5]] کانولوشن کنید."
)
SENTENCE_FA = "آرایهٔ خروجی از نوع تصویر است، پس با تصویری از عددهای صحیح کسرها بریده می‌شوند."


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(x, kernel, stride=stride, padding=padding).astype(x.dtype)
