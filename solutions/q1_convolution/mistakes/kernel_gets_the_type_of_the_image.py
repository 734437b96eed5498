"""The kernel is given the type of the image, so with an image of integers it loses its fractions,
with one of bytes its signs."""

from q1_convolution import conv2d as right_conv2d

RUNG = "manners"
ALSO = ("batch",)
HINT_EN = "Print np.array([0.5, -1]).astype(int) and np.array([-2]).astype(np.uint8)."
HINT_FA = "مقدار np.array([0.5, -1]).astype(int) و np.array([-2]).astype(np.uint8) را چاپ کنید."
SENTENCE_FA = (
    "هسته از نوع تصویر شده است، پس با تصویری از عددهای صحیح کسرهایش و با تصویری از بایت‌ها علامت‌هایش از دست "
    "می‌روند."
)


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(x, kernel.astype(x.dtype), stride=stride, padding=padding)
