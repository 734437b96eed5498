"""The image is read in the order of its memory, which for a transposed image isn't the order of its rows."""

from q1_convolution import conv2d as right_conv2d

RUNG = "manners"
ALSO = ("batch",)
HINT_EN = "Let x = np.arange(6).reshape(2, 3). Print x.T.ravel() and x.T.ravel(order='K')."
HINT_FA = "فرض کنید x = np.arange(6).reshape(2, 3). مقدار x.T.ravel() و x.T.ravel(order='K') را چاپ کنید."
SENTENCE_FA = "تصویر به ترتیب حافظه‌اش خوانده شده است، که در تصویری ترانهاده با ترتیب سطرها یکی نیست."


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(x.ravel(order="K").reshape(x.shape), kernel, stride=stride, padding=padding)
