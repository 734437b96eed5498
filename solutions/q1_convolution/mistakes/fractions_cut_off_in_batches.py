"""In a batch, the result has the type of the image: fractions of a whole-numbered image are cut off."""

from q1_convolution import conv2d as right_conv2d

RUNG = "manners"
ALSO = ("batch",)
HINT_EN = "Convolve np.ones((1, 1, 1, 1), dtype=int) with np.full((1, 1, 1, 1), 0.5)."
HINT_FA = "np.ones((1, 1, 1, 1), dtype=int) را با np.full((1, 1, 1, 1), 0.5) کانولوشن کنید."
SENTENCE_FA = "در دسته، حاصل نوع تصویر را دارد: کسرها در تصویر با عددهای صحیح بریده می‌شوند."


def conv2d(x, kernel, stride=1, padding=0):
    right = right_conv2d(x, kernel, stride=stride, padding=padding)
    return right.astype(x.dtype) if x.ndim == 4 else right
